package downhill.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Models of every kind explained. */
class ExplainCommandTest {
    @TempDir
    private static Path shared;
    private static Path csv;
    private static Path linear;
    private static Path net;
    private static Path flowers;
    private static Path series;

    @TempDir
    private Path folder;

    /** The yield is 2 · rain + 7 where the soil is clay; the town has no say. */
    private static String fields(int rows) {
        return "rain,soil,town,yield\n" + IntStream.range(0, rows).mapToObj(i -> {
            int rain = i * 7 % 23;
            boolean clay = i * 5 % 3 == 0;
            String town = i % 2 == 0 ? "Ulm" : "Jena";
            return rain + "," + (clay ? "clay" : i % 2 == 0 ? "sand" : "peat") + "," + town + "," + (2 * rain + (clay ? 7 : 0));
        }).collect(Collectors.joining("\n"));
    }

    @BeforeAll
    static void train() throws IOException {
        csv = Files.writeString(shared.resolve("fields.csv"), fields(60));
        linear = trained("linear", csv, "--model", "linear", "--target", "yield", "--steps", "400");
        net = trained("net", csv, "--target", "yield", "--steps", "200");
        flowers = trained("iris", "iris", "--steps", "30");
        series = trained("air", "air-passengers", "--model", "gru", "--width", "3", "--steps", "5");
    }

    private static Path trained(String name, Object data, Object... more) {
        Object[] call = Stream.concat(Stream.of("compare", data, "--optimizers", "adam:learningRate=0.05", "--out",
                shared.resolve(name)), Stream.of(more)).toArray();
        Cli done = Cli.run(call);
        assertThat(done.code()).as(done.err()).isZero();
        return shared.resolve(name).resolve("model-adam.downhill-model");
    }

    private static Cli explained(Object... more) {
        return Cli.run(Stream.concat(Stream.of("explain"), Stream.of(more)).toArray());
    }

    private static JsonNode json(Cli cli) {
        assertThat(cli.code()).as(cli.err()).isZero();
        return Cli.json(cli.out());
    }

    private static void addsUp(JsonNode base, JsonNode prediction, JsonNode values) {
        double sum = base.asDouble();
        for (JsonNode value : values) {
            sum += value.asDouble();
        }
        assertThat(sum).isCloseTo(prediction.asDouble(), within(1e-9 * Math.max(1, Math.abs(sum))));
    }

    @Test
    void valuesOfALinearModelAreItsWeightsTimesTheDistanceFromTheMean() throws IOException {
        Path some = Files.writeString(folder.resolve("background.csv"), fields(10));
        JsonNode root = json(explained(linear, csv, "--method", "shap", "--background", some, "--rows", "2,30-31", "--json"));
        assertThat(Cli.names(root)).containsExactly("base", "features", "rows");
        assertThat(root.get("features")).extracting(JsonNode::asString).containsExactly("rain", "soil", "town");
        assertThat(root.get("rows")).extracting(row -> row.get("row").asInt()).containsExactly(2, 30, 31);
        double slope = Double.NaN;
        double mean = IntStream.range(0, 10).mapToDouble(i -> i * 7 % 23).average().orElseThrow();
        for (JsonNode row : root.get("rows")) {
            assertThat(Cli.names(row)).containsExactly("row", "prediction", "values");
            addsUp(root.get("base"), row.get("prediction"), row.get("values"));
            int rain = (row.get("row").asInt() - 1) * 7 % 23;
            double one = row.get("values").get(0).asDouble() / (rain - mean);
            assertThat(one).isCloseTo(Double.isNaN(slope) ? 2 : slope, within(Double.isNaN(slope) ? 0.3 : 1e-9));
            slope = one;
        }
    }

    @Test
    void predictionsAreThoseOfThePredictCommand() throws IOException {
        JsonNode root = json(explained(net, csv, "--method", "shap", "--rows", "1-3", "--json"));
        Cli.run("predict", net, csv, "--out", folder.resolve("scored.csv"));
        for (int row = 0; row < 3; row++) {
            String line = Files.readAllLines(folder.resolve("scored.csv")).get(row + 1);
            double scored = Double.parseDouble(line.substring(line.lastIndexOf(',') + 1));
            assertThat(root.get("rows").get(row).get("prediction").asDouble()).isCloseTo(scored, within(1e-12 * Math.abs(scored)));
            addsUp(root.get("base"), root.get("rows").get(row).get("prediction"), root.get("rows").get(row).get("values"));
        }
    }

    @Test
    void classesHaveAListEach() {
        for (String scale : new String[] {"probability", "log-odds"}) {
            Cli cli = explained(flowers, "iris", "--method", "shap", "--rows", "1,150", "--in", scale, "--json");
            JsonNode root = json(cli);
            assertThat(cli.err()).contains("The background is all rows of iris");
            assertThat(root.get("base")).hasSize(3);
            for (JsonNode row : root.get("rows")) {
                assertThat(row.get("values")).hasSize(3).allMatch(each -> each.size() == 4);
                for (int output = 0; output < 3; output++) {
                    addsUp(root.get("base").get(output), row.get("prediction").get(output), row.get("values").get(output));
                }
            }
            double all = 0;
            for (JsonNode share : root.get("base")) {
                all += share.asDouble();
            }
            assertThat(scale.equals("probability")).isEqualTo(Math.abs(all - 1) < 1e-9);
        }
    }

    @Test
    void aSeriesIsExplainedByColumnAndTellsWhatItNeeds() {
        JsonNode root = json(explained(series, "air-passengers", "--method", "shap", "--rows", "30-31", "--json"));
        assertThat(root.get("rows")).extracting(row -> row.get("row").asInt()).containsExactly(30, 31);
        root.get("rows").forEach(row -> addsUp(root.get("base"), row.get("prediction"), row.get("values")));
        assertThat(explained(series, "air-passengers", "--method", "pdp").err()).contains("Each row is a window");
        assertThat(explained(series, "air-passengers", "--method", "shap", "--rows", "3").err())
                .contains("Row 3 cannot be explained: the model needs the 24 rows before it.").doesNotContain("Exception");
    }

    @Test
    void permutationNamesTheColumnsOfUseAndTheirInterval() {
        JsonNode root = json(explained(net, csv, "--method", "permutation", "--repeats", "5", "--metric", "r2", "--json"));
        assertThat(root.get("metric").asString()).isEqualTo("r2");
        assertThat(root.get("rows").asInt()).isEqualTo(60);
        assertThat(root.get("features").get(0).get("feature").asString()).isEqualTo("rain");
        assertThat(root.get("features").get(0).get("repeats")).hasSize(5);
        double rain = root.get("features").get(0).get("mean").asDouble();
        assertThat(rain).isGreaterThan(1);
        assertThat(root.get("features").get(2).get("mean").asDouble()).isBetween(-0.01, 0.05);
        assertThat(root.get("features").get(0).get("low").asDouble()).isLessThan(rain);
        JsonNode joined = json(explained(net, csv, "--method", "permutation", "--together", "soil, town", "--json"));
        assertThat(joined.get("features")).extracting(each -> each.get("feature").asString()).containsExactly("soil + town", "rain");
    }

    @Test
    void effectsOfColumnsAreTold() throws IOException {
        JsonNode all = json(explained(linear, csv, "--method", "pdp", "--points", "5", "--json"));
        assertThat(all.get("outputs")).hasSize(1);
        JsonNode rain = all.get("features").get(0);
        assertThat(rain.get("feature").asString()).isEqualTo("rain");
        assertThat(rain.get("x")).hasSize(5);
        double first = rain.get("values").get(1).asDouble() - rain.get("values").get(0).asDouble();
        double last = rain.get("values").get(4).asDouble() - rain.get("values").get(3).asDouble();
        assertThat(first).isCloseTo(last, within(1e-9)).isGreaterThan(1);
        assertThat(rain.get("trend")).extracting(JsonNode::asString).containsExactly("rising");
        JsonNode soil = all.get("features").get(1);
        assertThat(soil.get("trend")).as("labels have no order to go along").isEmpty();
        assertThat(soil.get("x")).extracting(JsonNode::asString).containsExactlyInAnyOrder("clay", "sand", "peat");
        JsonNode lines = json(explained(net, csv, "--method", "ice", "--feature", "rain", "--rows", "4,9", "--centred", "--json"));
        assertThat(lines.get("features").get(0).get("lines")).extracting(each -> each.get("row").asInt()).containsExactly(4, 9);
        assertThat(lines.get("features").get(0).get("lines").get(0).get("values").get(0).asDouble()).isZero();
        Cli local = explained(linear, csv, "--method", "ale", "--out", folder.resolve("ale"));
        assertThat(local.code()).as(local.err()).isZero();
        assertThat(local.out()).contains("rain").contains("up");
        assertThat(local.err()).contains("soil holds labels");
        assertThat(Files.size(folder.resolve("ale/explain.png"))).isGreaterThan(1000);
        Cli pair = explained(net, csv, "--method", "pdp", "--feature", "rain,soil", "--out", folder.resolve("pair"), "--json");
        assertThat(json(pair).get("values").get(0)).hasSize(3);
        assertThat(Cli.names(json(explained(flowers, "iris", "--method", "pdp", "--json")))).containsExactly("outputs", "features");
    }

    @Test
    void filesAndWordsAndLanguages() throws IOException {
        Path out = folder.resolve("out");
        Cli cli = explained(net, csv, "--method", "shap", "--rows", "1-2", "--interactions", "--out", out);
        assertThat(cli.code()).as(cli.err()).isZero();
        assertThat(cli.out()).contains("mean |SHAP|").contains("row 1").contains("mean of the background").contains("rain × soil");
        assertThat(Files.readAllLines(out.resolve("explain.csv"))).hasSize(7).first()
                .isEqualTo("row,of,base,prediction,feature,text,value,error");
        assertThat(Files.size(out.resolve("explain.png"))).isGreaterThan(1000);
        JsonNode kept = Cli.json(Files.readString(out.resolve("explain.json")));
        assertThat(kept.get("explanation").asString()).isEqualTo("shap");
        for (int column = 0; column < 3; column++) {
            double sum = 0;
            for (JsonNode pair : kept.get("interactions").get(1).get("values").get(column)) {
                sum += pair.asDouble();
            }
            assertThat(sum).isCloseTo(kept.get("rows").get(1).get("values").get(column).asDouble(), within(1e-9));
        }
        Cli again = explained(net, csv, "--method", "permutation", "--out", out);
        assertThat(again.code()).as(again.err()).isZero();
        Tools tools = new Tools(new Cli.NoWindow(), null, null, null, null);
        Cli chinese = Cli.speaking(Words.of(Locale.SIMPLIFIED_CHINESE), tools, "explain", net, csv, "--method", "permutation");
        assertThat(chinese.out()).contains("重要性");
        assertThat(chinese.err()).contains("原样的 60 行上");
    }

    @Test
    void whatIsLeftOutIsSaid() throws IOException {
        Path gaps = Files.writeString(folder.resolve("gaps.csv"), fields(20) + "\n3,moss,Ulm,9\n");
        assertThat(explained(net, gaps, "--method", "permutation").err()).contains("moss");
    }

    @Test
    void oneColumnAndOneAnswerAreTold() throws IOException {
        Path one = Files.writeString(folder.resolve("one.csv"), "x,y\n" + IntStream.range(0, 40).mapToObj(i -> i + "," + 3 * i)
                .collect(Collectors.joining("\n")));
        Cli.run("compare", one, "--target", "y", "--optimizers", "adam", "--steps", "5", "--out", folder.resolve("m"));
        Path model = folder.resolve("m/model-adam.downhill-model");
        assertThat(explained(model, one, "--method", "shap", "--rows", "1", "--interactions").err())
                .contains("The model has one column, x", "there is none that it could act with");
        Path same = Files.writeString(folder.resolve("same.csv"), "x,y\n4,12\n4,12\n4,12\n");
        Cli told = explained(model, same, "--method", "shap");
        assertThat(told.code()).isZero();
        assertThat(told.err()).contains("The model gives all rows the same answer", "y is the same in all 3 rows whose target is known");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "--method tarot | There is no method \"tarot\"; there are permutation, shap",
        "--method shap --rows 61 | fields.csv has 60 rows of data; there is no row 61.",
        "--method shap --rows 0-3 | there is no row 0.",
        "--method shap --rows 5-2 | --rows lists rows from 1 on, such as 1,5-9, not \"5-2\".",
        "--method shap --rows one | --rows lists rows",
        "--method shap --step 40 | is a trained model, which holds one moment",
        "--method shap --in percent | --in is probability or log-odds, not \"percent\".",
        "--method shap --rounds 1 | --rounds is at least 2, not 1.",
        "--method permutation --repeats 1 | --repeats is at least 2, not 1.",
        "--method permutation --metric accuracy | accuracy",
        "--method permutation --together rain,snow | snow",
        "--method permutation --together rain,soil --together soil | soil is in two lists of --together.",
        "--method pdp --feature snow | snow",
        "--method pdp --points 1 | --points is at least 2, not 1.",
        "--method pdp --feature rain,soil,town | --feature names one column, or two for pdp, not 3.",
        "--method ale --feature soil | soil holds labels",
        "--method shap --background iris | iris"})
    void whatIsWrongIsOneSentence(String call, String sentence) {
        Object[] all = Stream.concat(Stream.of("explain", net, csv),
                Arrays.stream(call.split(" "))).toArray();
        Cli cli = Cli.run(all);
        assertThat(cli.code()).isEqualTo(2);
        assertThat(cli.out()).isEmpty();
        assertThat(cli.err().strip()).contains(sentence).doesNotContain("\n").doesNotContain("Exception");
    }

    @Test
    void filesThatDoNotFitAreOneSentence() throws IOException {
        Path lacking = Files.writeString(folder.resolve("lacking.csv"), "rain,soil,town\n1,clay,Ulm\n2,sand,Ulm\n");
        Cli noTarget = explained(net, lacking, "--method", "permutation");
        assertThat(noTarget.code()).isEqualTo(2);
        assertThat(noTarget.err().strip()).contains("No row has a target the model knows (yield)");
        assertThat(explained(net, "iris", "--method", "shap").err()).contains("rain");
        assertThat(explained(csv, csv, "--method", "shap").code()).isEqualTo(2);
        Path foreign = folder.resolve("theirs");
        Files.createDirectories(foreign);
        Files.writeString(foreign.resolve("explain.json"), "{\"mine\": 1}");
        Cli kept = explained(net, csv, "--method", "shap", "--out", foreign);
        assertThat(kept.code()).isEqualTo(2);
        assertThat(foreign.resolve("explain.json")).hasContent("{\"mine\": 1}");
    }
}
