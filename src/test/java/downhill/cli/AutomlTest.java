package downhill.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.model.TrainedModel;
import downhill.store.ModelStore;
import downhill.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class AutomlTest {
    @TempDir
    private Path folder;

    private static Cli automl(Object... arguments) {
        Object[] all = new Object[arguments.length + 1];
        all[0] = "automl";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Cli.run(all);
    }

    private static JsonNode json(Cli cli) {
        assertThat(cli.code()).as(cli.err()).isZero();
        return Cli.json(cli.out());
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void jsonIsWhatIsPromisedAndTheFilesAreKnownToPredictEvaluateAndTrain() throws IOException {
        Path out = folder.resolve("found");
        JsonNode root = json(automl("iris", "--trials", 14, "--steps", 150, "--json", "--out", out));
        assertThat(Cli.names(root)).containsExactly("metric", "baseline", "leaderboard", "ensemble", "outer", "tried", "report");
        assertThat(root.get("metric").asString()).isEqualTo("logLoss");
        assertThat(root.get("baseline").get("validation").asDouble()).as("three classes alike").isCloseTo(Math.log(3), within(1e-3));
        assertThat(root.get("tried").get("trials").asInt()).isEqualTo(14);
        assertThat(Cli.names(root.get("outer"))).containsExactly("rows", "score", "low", "high", "gain", "betterThanBaseline", "optimism");
        assertThat(root.get("outer").get("rows").asInt()).isEqualTo(30);
        assertThat(root.get("outer").get("betterThanBaseline").asBoolean()).isTrue();
        List<Double> board = root.get("leaderboard").valueStream().map(each -> each.get("validation").asDouble()).toList();
        assertThat(board).isSorted();
        assertThat(root.get("leaderboard").valueStream().map(each -> each.get("kind").asString()))
                .contains("baseline", "softmax", "mlp", "ensemble");
        assertThat(Files.readAllLines(out.resolve("leaderboard.csv"))).hasSize(board.size() + 1).first().asString()
                .startsWith("name,kind,trial,");
        assertThat(Files.readString(out.resolve("report.md"))).isEqualTo(root.get("report").asString()).startsWith("# AutoML: iris");
        Cli evaluated = Cli.run("evaluate", out.resolve("model.downhill-model"), "iris", "--json");
        assertThat(Cli.json(evaluated.out()).get("accuracy").asDouble()).as(evaluated.err()).isGreaterThan(0.9);
        assertThat(Cli.run("predict", out.resolve("model.downhill-model"), "iris", "--out", folder.resolve("said.csv")).code()).isZero();
        theDocumentRepeatsTheBest(out);
    }

    /** A fold is a race: the document of the best trial trains to the same parameters, to the bit. */
    private void theDocumentRepeatsTheBest(Path out) throws IOException {
        Path again = folder.resolve("again");
        Cli trained = Cli.run("train", out.resolve("experiment.json"), "--out", again);
        assertThat(trained.code()).as(trained.err()).isZero();
        assertThat(trained.err()).contains("opened once");
        try (var files = Files.list(again)) {
            Path model = files.filter(file -> file.toString().endsWith(ModelStore.ENDING)).findFirst().orElseThrow();
            TrainedModel best = ModelStore.read(out.resolve("best.downhill-model"));
            assertThat(ModelStore.read(model).parameters()).isEqualTo(best.parameters());
            assertThat(ModelStore.read(model).preprocessing()).isEqualTo(best.preprocessing());
        }
    }

    @Test
    void byTrialsAloneTheSameComesOfTheSameSeed() {
        Object[] call = {"wine", "--trials", 9, "--steps", 40, "--json", "--metric", "accuracy"};
        String first = withoutTimes(automl(call).out());
        assertThat(withoutTimes(automl(call).out())).isEqualTo(first);
        assertThat(first).contains("accuracy");
        Object[] other = {"wine", "--trials", 9, "--steps", 40, "--json", "--metric", "accuracy", "--seed", 3};
        assertThat(withoutTimes(automl(other).out())).isNotEqualTo(first);
    }

    private static String withoutTimes(String json) {
        return json.lines().filter(line -> !line.contains("econds\" :") && !line.contains("\"report\" :"))
                .collect(Collectors.joining("\n"));
    }

    /** Of labels that were shuffled nothing can be learned: the outer rows say so, and so does the report. */
    @Test
    void shuffledLabelsAreNoBetterThanTheBaseline() throws IOException {
        SplittableRandom random = new SplittableRandom(4);
        Path csv = file("noise.csv", "a,b,c,label\n" + IntStream.range(0, 150)
                .mapToObj(i -> random.nextDouble() + "," + random.nextDouble() + ","
                + random.nextDouble() + "," + (random.nextBoolean() ? "yes" : "no")).collect(Collectors.joining("\n")));
        JsonNode root = json(automl(csv, "--target", "label", "--trials", 16, "--steps", 120, "--json"));
        assertThat(root.get("outer").get("betterThanBaseline").asBoolean()).isFalse();
        assertThat(root.get("outer").get("score").asDouble()).isCloseTo(Math.log(2), within(0.08));
        assertThat(root.get("report").asString()).contains("It is no better than the baseline");
        assertThat(root.get("ensemble").get("validation").asDouble()).as("what is delivered is hardly worse than saying nothing")
                .isLessThan(root.get("baseline").get("validation").asDouble() + 0.02);
    }

    @ParameterizedTest
    @ValueSource(strings = {"diabetes", "sunspots"})
    void numbersAndSeriesAreForecastBetterThanTheirBaseline(String sample) throws IOException {
        Path out = folder.resolve(sample);
        JsonNode root = json(automl(sample, "--trials", 7, "--steps", sample.equals("diabetes") ? 250 : 60, "--json", "--out", out));
        assertThat(root.get("metric").asString()).isEqualTo("rmse");
        assertThat(root.get("baseline").get("name").asString()).isEqualTo(sample.equals("diabetes") ? "mean" : "last");
        assertThat(root.get("outer").get("betterThanBaseline").asBoolean()).isTrue();
        Cli evaluated = Cli.run("evaluate", out.resolve("model.downhill-model"), sample, "--json");
        assertThat(Cli.json(evaluated.out()).get("rmse").asDouble()).as(evaluated.err())
                .isLessThan(root.get("baseline").get("validation").asDouble());
        if (sample.equals("sunspots")) {
            assertThat(root.get("report").asString()).contains("time series");
        }
    }

    @Test
    void aTimeTooShortForOneModelLeavesTheBaselineAndSaysSo() throws IOException {
        Path out = folder.resolve("short");
        Cli cli = automl("iris", "--minutes", 1e-6, "--steps", 1_000_000_000, "--out", out);
        assertThat(cli.code()).isEqualTo(ExitCode.FELL_SHORT);
        assertThat(cli.out()).containsOnlyOnce("No model came to its end in this time").containsOnlyOnce("Delivered is the baseline itself")
                .doesNotContain("better");
        assertThat(cli.err()).as("said once").doesNotContain("No model came to its end", "baseline");
        Cli evaluated = Cli.run("evaluate", out.resolve("model.downhill-model"), "iris", "--json");
        assertThat(Cli.json(evaluated.out()).get("logLoss").asDouble()).as(evaluated.err()).isCloseTo(Math.log(3), within(1e-9));
        assertThat(out.resolve("best.downhill-model")).doesNotExist();
    }

    @Test
    void theReportSpeaksChinese() {
        Cli cli = Cli.speaking(Words.of(Locale.SIMPLIFIED_CHINESE), new Tools(new Cli.NoWindow(), null, null, null, null), "automl", "iris",
                "--trials", 2, "--steps", 20);
        assertThat(cli.code()).as(cli.err()).isZero();
        assertThat(cli.out()).contains("验证", "外层行", "共 2 次试验").doesNotContain("outer rows");
    }

    private static String rows(int count, java.util.function.IntFunction<String> row) {
        return "x,y\n" + IntStream.range(0, count).mapToObj(row).collect(Collectors.joining("\n"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "--target nothing|nothing", "--metric rmse|rmse", "--metric magic|magic", "--trials 0|--trials must be",
        "--minutes 0|--minutes must be",
        "--minutes soon|--minutes must be", "--validation 0.3|--validation is not used here", "--seal 0|under seal",
        "--optimizer adam|--optimizer", "--steps 0|--steps must be"})
    void whatCannotBeIsOneSentence(String arguments, String why) {
        refused(why, (Object[]) ("iris " + arguments).split(" "));
    }

    private static void refused(String why, Object... call) {
        Cli cli = automl(call);
        assertThat(cli.code()).as(cli.err()).isEqualTo(2);
        assertThat(cli.out()).isEmpty();
        assertThat(cli.err().lines().filter(line -> line.contains(why))).as(cli.err()).hasSize(1);
        assertThat(cli.err()).doesNotContain("went wrong");
    }

    @Test
    void dataThatNothingCanBeChosenByAreRefusedInOneSentence() throws IOException {
        refused("10 usable rows are too few", file("ten.csv", rows(10, i -> i + "," + i * i)), "--target", "y", "--trials", 3);
        refused("have the same y", file("constant.csv", rows(60, i -> i + ",1.5")), "--target", "y", "--trials", 3);
        refused("class", file("one.csv", rows(60, i -> i + ",a")), "--target", "y", "--trials", 3);
        refused("rare", file("rare.csv", rows(60, i -> i + "," + (i == 7 ? "rare" : i % 2 == 0 ? "a" : "b"))), "--target", "y", "--trials",
                3);
        refused("empty", file("empty.csv", "empty,x,y\n" + IntStream.range(0, 60).mapToObj(i -> "," + i + "," + i % 7 * 1.5).collect(
                Collectors.joining("\n"))), "--target", "y", "--trials", 3, "--types", "empty=number");
    }
}
