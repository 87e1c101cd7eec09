package downhill.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Rules, lines nearby, what would change an answer, and what a model's own derivatives say, on the command line. */
class ExplainRowsTest {
    @TempDir
    private static Path shared;
    private static Path csv;
    private static Path linear;
    private static Path net;
    private static Path flowers;

    @TempDir
    private Path folder;

    /** The yield is 2 · rain + 7 where the soil is clay; the town has no say. */
    private static String fields() {
        return "rain,soil,town,yield\n" + IntStream.range(0, 90).mapToObj(i -> {
            int rain = i * 7 % 23;
            boolean clay = i * 5 % 3 == 0;
            return rain + "," + (clay ? "clay" : i % 2 == 0 ? "sand" : "peat") + "," + (i % 4 < 2 ? "Ulm" : "Jena") + ","
                    + (2 * rain + (clay ? 7 : 0));
        }).collect(Collectors.joining("\n"));
    }

    @BeforeAll
    static void train() throws IOException {
        csv = Files.writeString(shared.resolve("fields.csv"), fields());
        linear = trained("linear", csv, "--model", "linear", "--target", "yield", "--steps", "400");
        net = trained("net", csv, "--target", "yield", "--steps", "300");
        flowers = trained("iris", "iris", "--steps", "100");
    }

    private static Path trained(String name, Object data, Object... more) {
        Cli done = Cli.run(Stream.concat(Stream.of("compare", data, "--optimizers", "adam:learningRate=0.05", "--out",
                shared.resolve(name)), Stream.of(more)).toArray());
        assertThat(done.code()).as(done.err()).isZero();
        return shared.resolve(name).resolve("model-adam.downhill-model");
    }

    private static Cli explained(Object... more) {
        return Cli.run(Stream.concat(Stream.of("explain"), Stream.of(more)).toArray());
    }

    private static JsonNode json(Object... more) {
        Cli cli = explained(Stream.concat(Stream.of(more), Stream.of("--json")).toArray());
        assertThat(cli.code()).as(cli.err()).isZero();
        return Cli.json(cli.out());
    }

    @Test
    void rulesNameTheColumnsThatMatterAndComeAsCode() throws IOException {
        Path out = folder.resolve("out");
        Cli cli = explained(net, csv, "--method", "surrogate", "--leaves", "6", "--out", out);
        assertThat(cli.code()).as(cli.err()).isZero();
        assertThat(cli.out()).contains("if rain ≤ ").contains("unseen rows").doesNotContain("town");
        assertThat(cli.err()).contains("A tree of 6 leaves says what the model says with R² 0.").contains("on 30 rows it has not seen");
        assertThat(Files.readString(out.resolve("surrogate.sql"))).startsWith("-- Downhill\nCASE WHEN COALESCE(\"rain\"");
        assertThat(Files.readString(out.resolve("Surrogate.java"))).contains("public static double predict(double rain");
        assertThat(Files.readAllLines(out.resolve("explain.csv"))).hasSize(7);
        JsonNode root = Cli.json(Files.readString(out.resolve("explain.json")));
        assertThat(root.get("rules")).hasSize(6);
        assertThat(root.get("tree").get("column").asString()).isEqualTo("rain");
        assertThat(root.get("sizes").size()).isGreaterThan(6);
        assertThat(root.get("unseen").asDouble()).isBetween(0.85, 1.0);
        assertThat(explained(net, csv, "--method", "surrogate", "--out", out).code()).as("its own files are replaced").isZero();
    }

    @Test
    void theSurrogateOfAClassifierAgrees() {
        JsonNode root = json(flowers, "iris", "--method", "surrogate", "--leaves", "4");
        assertThat(root.get("measure").asString()).isEqualTo("agreement");
        assertThat(root.get("unseen").asDouble()).isGreaterThan(0.8);
        assertThat(root.get("rules").get(0).get("value").asString()).isEqualTo("setosa");
    }

    @Test
    void limeOfALinearModelIsItsSlope() {
        JsonNode root = json(linear, csv, "--method", "lime", "--rows", "7,8");
        assertThat(root.get("features")).extracting(JsonNode::asString).containsExactly("rain", "soil", "town");
        for (JsonNode row : root.get("rows")) {
            assertThat(row.get("values").get(0).asDouble() / row.get("units").get(0).asDouble()).isCloseTo(2, within(0.3));
            assertThat(row.get("fidelity").asDouble()).isGreaterThan(0.9);
            assertThat(row.get("stable").asBoolean()).isTrue();
        }
        JsonNode classes = json(flowers, "iris", "--method", "lime", "--rows", "100", "--bins");
        assertThat(classes.get("discretised").asBoolean()).isTrue();
        assertThat(classes.get("rows").get(0).get("values")).hasSize(3).allMatch(each -> each.size() == 4);
    }

    @Test
    void whatWouldChangeAnAnswerIsFewAndReachesIt() {
        JsonNode root = json(net, csv, "--method", "counterfactual", "--rows", "3", "--want", "<20", "--keep", "town");
        JsonNode found = root.get("rows").get(0).get("counterfactuals");
        assertThat(found).isNotEmpty();
        for (JsonNode one : found) {
            assertThat(one.get("prediction").asDouble()).isLessThanOrEqualTo(20);
            assertThat(one.get("changes")).isNotEmpty().allMatch(change -> !change.get("column").asString().equals("town"));
        }
        JsonNode rain = found.get(0).get("changes").get(0);
        assertThat(rain.get("column").asString()).isEqualTo("rain");
        assertThat(rain.get("to").asDouble()).as("whole numbers stay whole").isEqualTo(Math.rint(rain.get("to").asDouble()))
                .isBetween(7.0, 10.0);
        assertThat(json(flowers, "iris", "--method", "counterfactual", "--rows", "100", "--want", "virginica").get("rows").get(0)
                .get("counterfactuals").get(0).get("prediction").asString()).isEqualTo("virginica");
        Cli already = explained(net, csv, "--method", "counterfactual", "--rows", "3", "--want", ">1");
        assertThat(already.err()).contains("Row 3 has the answer wished for as it is.");
        Cli never = explained(net, csv, "--method", "counterfactual", "--rows", "3", "--want", ">1000");
        assertThat(never.err()).contains("Row 3: no change of up to 3 columns");
    }

    @Test
    void gradientsAddUpAndShowTheInside() {
        for (Object[] call : new Object[][] {{net, csv}, {flowers, "iris"}}) {
            JsonNode root = json(call[0], call[1], "--method", "gradients", "--rows", "4,60");
            for (JsonNode row : root.get("rows")) {
                double sum = row.get("base").asDouble();
                for (JsonNode value : row.get("values")) {
                    sum += value.asDouble();
                }
                assertThat(sum).isCloseTo(row.get("prediction").asDouble(), within(1e-6 * Math.max(1, Math.abs(sum))));
                assertThat(row.get("inputs").get("gradient").size()).isEqualTo(row.get("inputs").get("smooth").size());
                assertThat(row.get("units")).hasSize(5);
            }
            assertThat(root.get("firstWeights").size()).isEqualTo(root.get("features").size());
        }
        Cli cli = explained(net, csv, "--method", "gradients", "--rows", "4");
        assertThat(cli.out()).contains("integrated gradients").contains("rain").contains("answer to the mean of the background");
    }

    @Test
    void whereItErrsIsToldAndARowThatWasChangedIsSuspect() throws IOException {
        Path wrong = Files.writeString(folder.resolve("wrong.csv"), fields().replaceFirst("\n14,peat,Jena,28\n", "\n14,peat,Jena,228\n"));
        assertThat(Files.readString(wrong)).isNotEqualTo(fields());
        JsonNode root = json(net, wrong, "--method", "errors", "--leaves", "3");
        assertThat(root.get("measure").asString()).isEqualTo("absoluteError");
        assertThat(root.get("worst").get(0).get("actual").asDouble()).isEqualTo(228);
        assertThat(root.get("suspects").get(0).get("row")).isEqualTo(root.get("worst").get(0).get("row"));
        assertThat(root.get("rules").size()).isBetween(1, 3);
        Cli flowersToo = explained(flowers, "iris", "--method", "errors");
        assertThat(flowersToo.code()).as(flowersToo.err()).isZero();
        assertThat(flowersToo.out()).contains("worst rows").contains("on unseen rows");
        assertThat(flowersToo.err()).contains("% of 150 rows");
    }

    @Test
    void anchorsHoldTheAnswer() {
        JsonNode row = json(flowers, "iris", "--method", "anchors", "--rows", "1").get("rows").get(0);
        assertThat(row.get("prediction").asString()).isEqualTo("setosa");
        assertThat(row.get("reached").asBoolean()).isTrue();
        assertThat(row.get("conditions").get(0).asString()).startsWith("petal_");
        assertThat(explained(net, csv, "--method", "anchors", "--rows", "3").out()).contains("Row 3: ").contains("rain");
    }

    @Test
    void whereNoRowsAreAskedForTheFirstAreExplainedAndThatIsSaid() {
        assertThat(explained(net, csv, "--method", "counterfactual", "--want", "<20").err())
                .contains("The first 10 of 90 rows are explained; --rows chooses others.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "--method surrogate --leaves 1 | --leaves is from 2 to 64, not 1.",
        "--method surrogate --rows 1-5 | A tree cannot be grown on 5 rows",
        "--method errors --rows 1-5 | Where a model errs is told of 30 rows or more whose target (yield) is known, not of 5.",
        "--method counterfactual --rows 1 | The model predicts yield, a number: say which is wished for",
        "--method counterfactual --rows 1 --want much | The model predicts yield, a number: say which is wished for",
        "--method counterfactual --rows 1 --want <3 --keep snow | --keep: the model has no column \"snow\"; it has rain, soil, town."})
    void whatIsWrongIsOneSentence(String call, String sentence) {
        Cli cli = Cli.run(Stream.concat(Stream.of("explain", net, csv), Arrays.stream(call.split(" "))).toArray());
        assertThat(cli.code()).isEqualTo(2);
        assertThat(cli.out()).isEmpty();
        assertThat(cli.err().strip()).contains(sentence).doesNotContain("\n").doesNotContain("Exception");
    }

    @Test
    void aClassThatIsNoneIsOneSentence() {
        assertThat(explained(flowers, "iris", "--method", "counterfactual", "--rows", "1", "--want", "rose").err().strip())
                .isEqualTo("--want: there is no class \"rose\"; there are setosa, versicolor, virginica.");
    }
}
