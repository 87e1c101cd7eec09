package downhill.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands as their users call them. */
class CommandsTest {
    @TempDir
    private Path folder;

    private static JsonNode json(String text) {
        return JsonMapper.builder().build().readTree(text);
    }

    private static List<String> names(JsonNode object) {
        return new ArrayList<>(object.propertyNames());
    }

    @Test
    void aComparisonWritesDocumentHistorySummaryPictureAndModels() throws IOException {
        Path out = folder.resolve("race");
        Cli result = Cli.run("compare", "iris", "--optimizers", "sgd,adam", "--steps", "40", "--batch", "16", "--out", out);
        assertThat(result.code()).as(result.err()).isEqualTo(0);
        assertThat(result.out()).contains("SGD").contains("Adam").contains("FINISHED");
        try (var files = Files.list(out)) {
            assertThat(files.map(file -> file.getFileName().toString()).sorted().toArray()).containsExactly("experiment.json", "history.csv",
                    "loss.png", "model-adam.downhill-model", "model-sgd.downhill-model", "summary.json");
        }
        JsonNode summary = json(Files.readString(out.resolve("summary.json")));
        assertThat(names(summary)).containsExactly("contenders", "backend", "seed");
        JsonNode first = summary.get("contenders").get(0);
        assertThat(names(first)).containsExactly("name", "rule", "outcome", "steps", "initialLoss", "finalLoss", "validationLoss", "metric",
                "stepsPerSecond");
        assertThat(names(first.get("metric"))).containsExactly("name", "value");
        assertThat(first.get("outcome").stringValue()).isEqualTo("FINISHED");
        assertThat(first.get("finalLoss").doubleValue()).isLessThan(first.get("initialLoss").doubleValue());
    }

    @Test
    void theHistoryHasARowForEachStepAndAgreesWithTheSummary() throws IOException {
        Path out = folder.resolve("race");
        Cli.run("compare", "iris", "--optimizers", "sgd,adam", "--steps", "30", "--batch", "16", "--out", out);
        List<String> lines = Files.readAllLines(out.resolve("history.csv"));
        assertThat(lines.get(0)).isEqualTo("contender,step,epoch,train_loss,validation_loss,learning_rate");
        assertThat(lines).hasSize(1 + 2 * 30);
        assertThat(lines.get(1)).startsWith("SGD,0,0.0,");
        assertThat(lines.get(60)).startsWith("Adam,29,");
        JsonNode adam = json(Files.readString(out.resolve("summary.json"))).get("contenders").get(1);
        assertThat(Double.parseDouble(lines.get(60).split(",")[3])).isEqualTo(adam.get("finalLoss").doubleValue());
        assertThat(Double.parseDouble(lines.get(2).split(",")[3])).isEqualTo(adam.get("initialLoss").doubleValue());
        assertThat(lines.stream().skip(1).anyMatch(line -> line.split(",")[4].isEmpty())).isTrue();
        assertThat(lines.get(1).split(",")[4]).isNotEmpty();
    }

    @Test
    void trainingTheDocumentAgainGivesTheSameHistoryToTheBit() throws IOException {
        Path first = folder.resolve("first");
        Path second = folder.resolve("second");
        Path data = folder.resolve("moons.csv");
        Files.writeString(data, moons());
        Cli.run("compare", data, "--target", "side", "--optimizers", "sgd,rmsprop,adam", "--steps", "60", "--batch", "8", "--precision", "double",
                "--dropout", "0.1", "--out", first);
        Cli again = Cli.run("train", first.resolve("experiment.json"), "--out", second);
        assertThat(again.code()).as(again.err()).isEqualTo(0);
        assertThat(again.err()).isEmpty();
        assertThat(Files.readString(second.resolve("history.csv"))).isEqualTo(Files.readString(first.resolve("history.csv")));
        assertThat(Files.readAllBytes(second.resolve("model-adam.downhill-model")))
                .isEqualTo(Files.readAllBytes(first.resolve("model-adam.downhill-model")));
    }

    private static String moons() {
        StringBuilder text = new StringBuilder("x,y,side\n");
        for (int i = 0; i < 60; i++) {
            text.append(Math.cos(i)).append(',').append(Math.sin(i * 1.3)).append(',').append(i % 3 == 0 ? "left" : "right").append('\n');
        }
        return text.toString();
    }

    @Test
    void severalSeedsAreToldOneByOneWithMeanAndSpread() throws IOException {
        Path out = folder.resolve("race");
        Cli result = Cli.run("compare", "iris", "--optimizers", "sgd,adam", "--steps", "20", "--seeds", "3", "--seed", "7", "--out", out);
        assertThat(result.code()).as(result.err()).isEqualTo(0);
        assertThat(result.out()).contains("±");
        JsonNode adam = json(Files.readString(out.resolve("summary.json"))).get("contenders").get(1);
        JsonNode each = adam.get("seeds").get("each");
        assertThat(each.size()).isEqualTo(3);
        assertThat(each.get(2).get("seed").longValue()).isEqualTo(9);
        double sum = 0;
        for (JsonNode seed : each) {
            sum += seed.get("finalLoss").doubleValue();
            assertThat(names(seed)).containsExactly("seed", "finalLoss", "validationLoss", "metric");
        }
        JsonNode loss = adam.get("seeds").get("finalLoss");
        assertThat(names(loss)).containsExactly("mean", "standardDeviation", "least", "most");
        assertThat(loss.get("mean").doubleValue()).isCloseTo(sum / 3, within(1e-12)).isCloseTo(adam.get("finalLoss").doubleValue(), within(1e-12));
        assertThat(loss.get("standardDeviation").doubleValue()).isGreaterThan(0);
        List<String> lines = Files.readAllLines(out.resolve("seeds.csv"));
        assertThat(lines.get(0)).isEqualTo("contender,step,seed,train_loss");
        assertThat(lines).hasSize(1 + 2 * 20 * 3);
        assertThat(lines.get(4)).startsWith("Adam,0,7,");
        assertThat(lines.get(120)).startsWith("Adam,19,9,").endsWith("," + each.get(2).get("finalLoss").doubleValue());
    }

    @Test
    void aSeedOfSeveralEndsAsItWouldAlone() throws IOException {
        Cli.run("compare", "iris", "--optimizers", "adam", "--steps", "20", "--seeds", "3", "--precision", "double", "--out", folder.resolve("a"));
        JsonNode second = json(Files.readString(folder.resolve("a/summary.json"))).get("contenders").get(0).get("seeds").get("each").get(0);
        Cli.run("compare", "iris", "--optimizers", "adam", "--steps", "20", "--precision", "double", "--out", folder.resolve("b"));
        JsonNode alone = json(Files.readString(folder.resolve("b/summary.json"))).get("contenders").get(0);
        assertThat(second.get("finalLoss").doubleValue()).isEqualTo(alone.get("finalLoss").doubleValue());
        assertThat(second.get("metric").doubleValue()).isEqualTo(alone.get("metric").get("value").doubleValue());
        assertThat(alone.get("seeds")).isNull();
        assertThat(folder.resolve("b/seeds.csv")).doesNotExist();
    }

    @Test
    void imagesAreShiftedMirroredAndMadeNoisy() throws IOException {
        Cli result = Cli.run("compare", "digits", "--optimizers", "adam", "--steps", "5", "--shift", "1", "--flip", "--noise", "0.1", "--l2", "0.01",
                "--clip-norm", "1", "--patience", "3", "--out", folder.resolve("a"));
        assertThat(result.code()).as(result.err()).isEqualTo(0);
        JsonNode training = json(Files.readString(folder.resolve("a/experiment.json"))).get("experiment").get("training");
        assertThat(training.get("augmentation").toString()).isEqualTo("{\"jitter\":0.0,\"shift\":1,\"flip\":true,\"noise\":0.1}");
        assertThat(training.get("penalty").get("l2").doubleValue()).isEqualTo(0.01);
        assertThat(training.get("clipping").get("limit").doubleValue()).isEqualTo(1);
        assertThat(training.get("earlyStopping").get("patience").intValue()).isEqualTo(3);
    }

    @Test
    void theArticlesNetworkTrainsOnImagesOf28By28WithItsFlattenedSizeComputed() throws IOException {
        StringBuilder text = new StringBuilder("digit");
        for (int i = 0; i < 784; i++) {
            text.append(",p").append(i);
        }
        for (int row = 0; row < 30; row++) {
            text.append('\n').append(row % 2 == 0 ? "zero" : "one");
            for (int i = 0; i < 784; i++) {
                boolean ring = Math.abs(Math.hypot(i % 28 - 14, i / 28 - 14) - 8) < 2;
                text.append(',').append(row % 2 == 0 && ring || row % 2 == 1 && Math.abs(i % 28 - 14) < 2 ? 200 + row : (row * 7 + i) % 30);
            }
        }
        Path csv = folder.resolve("images.csv");
        Files.writeString(csv, text);
        Cli result = Cli.run("compare", csv, "--target", "digit", "--image", "1x28x28", "--model", "cnn", "--optimizers", "adam", "--steps", "8", "--batch",
                "8", "--out", folder.resolve("a"));
        assertThat(result.code()).as(result.err()).isEqualTo(0);
        JsonNode model = json(Files.readString(folder.resolve("a/experiment.json"))).get("experiment").get("problem").get("model");
        assertThat(model.get("architecture").get("dense").toString()).isEqualTo("[500]");
        JsonNode adam = json(Files.readString(folder.resolve("a/summary.json"))).get("contenders").get(0);
        assertThat(adam.get("finalLoss").doubleValue()).isLessThan(adam.get("initialLoss").doubleValue());
        assertThat(adam.get("metric").get("value").doubleValue()).isEqualTo(1);
    }

    @Test
    void changedDataAreSaidAndMissingOnesRefused() throws IOException {
        Path data = folder.resolve("moons.csv");
        Files.writeString(data, moons());
        Cli.run("compare", data, "--optimizers", "sgd", "--steps", "3", "--out", folder.resolve("a"));
        Files.writeString(data, moons().replace("left", "Left"));
        Cli changed = Cli.run("train", folder.resolve("a/experiment.json"), "--out", folder.resolve("b"));
        assertThat(changed.err()).contains("was changed since");
        assertThat(changed.code()).isEqualTo(0);
        Files.delete(data);
        Cli missing = Cli.run("train", folder.resolve("a/experiment.json"), "--out", folder.resolve("c"));
        assertThat(missing.err()).contains("is missing");
        assertThat(missing.code()).isEqualTo(2);
    }

    @Test
    void aDivergingRunEndsAloneAndTheCommandFallsShort() throws IOException {
        Path out = folder.resolve("race");
        Cli result = Cli.run("compare", "diabetes", "--model", "linear", "--optimizers", "gradient-descent,adam", "--learning-rate", "10,0.01",
                "--steps", "200", "--out", out);
        assertThat(result.code()).isEqualTo(1);
        JsonNode contenders = json(Files.readString(out.resolve("summary.json"))).get("contenders");
        assertThat(contenders.get(0).get("outcome").stringValue()).isEqualTo("DIVERGED");
        assertThat(contenders.get(0).get("steps").longValue()).isLessThan(200);
        assertThat(contenders.get(1).get("outcome").stringValue()).isEqualTo("FINISHED");
        assertThat(out.resolve("model-gradient-descent.downhill-model")).doesNotExist();
    }

    @Test
    void aTrainedModelScoresAndIsMeasured() throws IOException {
        Path out = folder.resolve("race");
        Cli.run("compare", "diabetes", "--model", "linear", "--optimizers", "adam", "--learning-rate", "0.1", "--steps", "300", "--out", out);
        Path model = out.resolve("model-adam.downhill-model");
        Cli evaluated = Cli.run("evaluate", model, "diabetes", "--json");
        JsonNode measures = json(evaluated.out());
        assertThat(names(measures)).containsExactly("rows", "unlabelled", "notScored", "mse", "rmse", "mae", "r2");
        assertThat(measures.get("r2").doubleValue()).isBetween(0.4, 0.6);
        Path scored = folder.resolve("scored.csv");
        Cli predicted = Cli.run("predict", model, "diabetes", "--out", scored);
        assertThat(predicted.code()).as(predicted.err()).isEqualTo(0);
        List<String> lines = Files.readAllLines(scored);
        assertThat(lines).hasSize(443);
        assertThat(lines.get(0)).endsWith(",progression,prediction");
        assertThat(mse(lines)).isCloseTo(measures.get("mse").doubleValue(), org.assertj.core.api.Assertions.within(1e-6));
    }

    private static double mse(List<String> lines) {
        return lines.stream().skip(1).map(line -> line.split(",")).mapToDouble(cells ->
                Math.pow(Double.parseDouble(cells[cells.length - 1]) - Double.parseDouble(cells[cells.length - 2]), 2)).average().orElseThrow();
    }

    @Test
    void classesAreScoredWithProbabilitiesAndRowsWithoutScoreAreListed() throws IOException {
        Path out = folder.resolve("race");
        Path data = folder.resolve("points.csv");
        Files.writeString(data, moons());
        Cli.run("compare", data, "--target", "side", "--missing", "drop-row", "--optimizers", "adam", "--steps", "20", "--out", out);
        Path more = folder.resolve("more.csv");
        Files.writeString(more, "y,x\n0.5,0.1\n,0.3\n0.2,0.9\n");
        Cli predicted = Cli.run("predict", out.resolve("model-adam.downhill-model"), more, "--out", folder.resolve("scored.csv"));
        assertThat(predicted.out()).contains("2 rows scored, 1 not");
        assertThat(predicted.err()).contains("line 3").contains("\"y\" is missing");
        List<String> lines = Files.readAllLines(folder.resolve("scored.csv"));
        assertThat(lines.get(0)).isEqualTo("y,x,prediction,probability of left,probability of right,not scored because");
        String[] cells = lines.get(1).split(",");
        assertThat(Double.parseDouble(cells[3]) + Double.parseDouble(cells[4])).isCloseTo(1, org.assertj.core.api.Assertions.within(1e-12));
        assertThat(lines.get(2)).startsWith(",0.3,,,,");
    }

    @Test
    void aRuleOfOnesOwnRacesLikeTheOthers() throws IOException {
        Path rule = folder.resolve("signs.rule");
        Files.writeString(rule, downhill.optim.RuleLibrary.builtIn().byId("gradient-descent").orElseThrow().text()
                .replace("gradient-descent", "signs").replace("θ − η·g", "θ − η·sign(g)"));
        Path out = folder.resolve("race");
        Cli result = Cli.run("compare", "iris", "--optimizers", "sgd," + rule, "--steps", "10", "--out", out);
        assertThat(result.code()).as(result.err()).isEqualTo(0);
        assertThat(Cli.run("train", out.resolve("experiment.json"), "--out", folder.resolve("again")).code()).isEqualTo(0);
    }

    @Test
    void inspectPrintsTheKeysThatOthersRelyOn() {
        JsonNode report = json(Cli.run("inspect", "iris", "--json").out());
        assertThat(names(report)).startsWith("file", "encoding", "delimiter", "quote", "header", "rows", "columns", "problems", "dialect");
        assertThat(report.get("rows").intValue()).isEqualTo(150);
        assertThat(names(report.get("columns").get(0))).startsWith("name", "type", "missing", "distinct");
        assertThat(report.get("columns").get(4).get("type").stringValue()).isEqualTo("category");
        assertThat(Cli.run("inspect", "iris").out()).contains("150 rows").contains("species");
    }

    @Test
    void conformCountsWhatItDoesNotKnowAsFailed() throws IOException {
        Path cases = Files.createDirectory(folder.resolve("cases"));
        Path source = Path.of("src/test/resources/conformance/surface-quadratic-sgd.json");
        String text = Files.readString(source);
        Files.writeString(cases.resolve("a.json"), text);
        Files.writeString(cases.resolve("b.json"), text.replace("\"quadratic\"", "\"mount-everest\""));
        Files.writeString(cases.resolve("c.json"), text.replaceFirst("\\{", "{\"twist\": 1, "));
        Files.writeString(cases.resolve("d.json"), text.replace("\"learningRate\": 0.001", "\"learningRate\": 0.0010001"));
        Files.writeString(cases.resolve("e.json"), "{");
        Cli result = Cli.run("conform", cases);
        assertThat(result.code()).isEqualTo(1);
        List<String> lines = result.out().lines().toList();
        assertThat(lines.get(0)).matches("PASS +surface-quadratic-sgd +\\d\\.\\d{3}e-\\d+");
        assertThat(lines.get(1)).startsWith("UNSUPPORTED").contains("mount-everest");
        assertThat(lines.get(2)).startsWith("UNSUPPORTED").contains("twist");
        assertThat(lines.get(3)).startsWith("FAIL");
        assertThat(lines.get(4)).startsWith("UNSUPPORTED");
        assertThat(lines.get(5)).isEqualTo("1 passed, 4 failed");
    }

    @Test
    void rulesAreListedAndExplained() {
        assertThat(Cli.run("rules").out()).contains("adam").contains("lbfgs").contains("Kingma");
        assertThat(Cli.run("rules", "ADAM").out()).contains("m ← β₁·m + (1 − β₁)·g").contains("beta1").contains("0.999").contains("[0, ∞)");
    }

    @Test
    void benchPrintsTimesOfARunStep() {
        JsonNode figures = json(Cli.run("bench", "--runs", "1,3", "--seconds", "0.2", "--json").out());
        assertThat(figures.size()).isEqualTo(2);
        assertThat(figures.get(1).get("runs").intValue()).isEqualTo(3);
        assertThat(figures.get(0).get("microsecondsPerRunStep").doubleValue()).isGreaterThan(0);
        assertThat(names(json(Cli.run("bench", "--ui", "--json").out()))).containsExactly("chartFramesPerSecond", "fxWorkMillisP95",
                "longestStallMillis", "stepsPerSecond", "stepsPerSecondWithoutUi");
        assertThat(names(json(Cli.run("bench", "--soak", "2000", "--json").out()))).contains("offHeapBytesAtStart", "offHeapBytesAtEnd");
    }

    @Test
    void everyModelCanBeMeasured() {
        for (String model : List.of("linear", "logistic", "softmax", "mlp", "cnn", "rnn", "lstm", "gru", "transformer", "surface")) {
            assertThat(Cli.run("bench", "--model", model, "--runs", "2", "--batch", "4", "--seconds", "0.05").code()).as(model).isEqualTo(0);
        }
    }

    @Test
    void theDoctorNamesBackendReasonAndVersions() {
        JsonNode facts = json(Cli.run("doctor", "--json").out());
        assertThat(names(facts)).contains("backend", "reason", "advice", "gpu", "openblasCore", "threads", "nd4j", "java", "downhill",
                "nativesFreeMegabytes");
        assertThat(facts.get("reason").stringValue()).isNotEmpty();
    }

    @Test
    void everyCommandExplainsItself() {
        PrintStream before = System.err;
        ByteArrayOutputStream warnings = new ByteArrayOutputStream();
        System.setErr(new PrintStream(warnings, true, StandardCharsets.UTF_8));
        try {
            explainThemselves();
        } finally {
            System.setErr(before);
        }
        assertThat(warnings.toString(StandardCharsets.UTF_8)).doesNotContain("picocli");
    }

    private static void explainThemselves() {
        assertThat(Cli.run("--help").out()).contains("Examples").contains("Exit codes");
        for (String command : List.of("gui", "inspect", "compare", "train", "predict", "evaluate", "conform", "rules", "bench", "doctor",
                "screenshot")) {
            Cli help = Cli.run(command, "--help");
            assertThat(help.code()).isEqualTo(0);
            assertThat(help.out()).startsWith("Usage: downhill " + command);
        }
        assertThat(Cli.run("--version").out()).startsWith("Downhill 0.");
    }

    @Test
    void theSizeOfAScreenshotReachesTheWindow() throws IOException {
        Path experiment = Files.createFile(folder.resolve("e.json"));
        assertThat(Cli.run("screenshot", experiment, "--out", folder.resolve("x.png"), "--size", "640x480").code()).isEqualTo(6_400_480);
    }
}
