package downhill.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.model.Families;
import downhill.model.Family;
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

/** The commands as their users call them. */
class CommandsTest {
    @TempDir
    private Path folder;

    @Test
    void trainingTheDocumentAgainGivesTheSameHistoryToTheBit() throws IOException {
        Path first = folder.resolve("first");
        Path second = folder.resolve("second");
        Path data = folder.resolve("moons.csv");
        Files.writeString(data, moons());
        Cli.run("compare", data, "--target", "side", "--optimizers", "sgd,rmsprop,adam", "--steps", "60", "--batch", "8", "--precision",
                "double",
                "--dropout", "0.1", "--out", first);
        Cli again = Cli.run("train", first.resolve("experiment.json"), "--out", second);
        assertThat(again.code()).as(again.err()).isEqualTo(0);
        assertThat(again.err().lines()).as("nothing but what sixty steps come to").allMatch(line -> line.contains(" underfits: "));
        assertThat(Files.readString(second.resolve("history.csv"))).isEqualTo(Files.readString(first.resolve("history.csv")));
        assertThat(Files.readAllBytes(second.resolve("model-adam.downhill-model")))
                .isEqualTo(Files.readAllBytes(first.resolve("model-adam.downhill-model")));
    }

    @Test
    void anL1PenaltyIsRefusedToLbfgsInASentenceBeforeAnythingIsTrained() {
        Path out = folder.resolve("refused");
        for (String penalty : List.of("0.01", "1e-9")) {
            Cli refused = Cli.run("compare", "iris", "--optimizers", "sgd,lbfgs", "--l1", penalty, "--steps", "5", "--out", out);
            assertThat(refused.code()).as(refused.err()).isEqualTo(2);
            assertThat(refused.err()).contains("L-BFGS cannot have an L1 penalty", "Use an L2 penalty, or another optimizer.")
                    .doesNotContain("Exception", "\tat ");
            assertThat(refused.out()).isEmpty();
            assertThat(out.resolve("history.csv")).doesNotExist();
        }
        assertThat(Cli.run("compare", "iris", "--optimizers", "lbfgs", "--l1", "0", "--l2", "0.01", "--steps", "5", "--batch", "0",
                "--out", out).code()).isEqualTo(0);
    }

    private static String moons() {
        StringBuilder text = new StringBuilder("x,y,side\n");
        for (int i = 0; i < 60; i++) {
            text.append(Math.cos(i)).append(',').append(Math.sin(i * 1.3)).append(',').append(i % 3 == 0 ? "left" : "right").append('\n');
        }
        return text.toString();
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
    void aTrainedModelScoresAndIsMeasured() throws IOException {
        Path out = folder.resolve("race");
        Cli.run("compare", "diabetes", "--model", "linear", "--optimizers", "adam", "--learning-rate", "0.1", "--steps", "300",
                "--out", out);
        Path model = out.resolve("model-adam.downhill-model");
        Cli evaluated = Cli.run("evaluate", model, "diabetes", "--json");
        JsonNode measures = Cli.json(evaluated.out());
        assertThat(Cli.names(measures)).containsExactly("rows", "unlabelled", "notScored", "mse", "rmse", "mae", "r2");
        assertThat(measures.get("r2").doubleValue()).isBetween(0.4, 0.6);
        Path scored = folder.resolve("scored.csv");
        Cli predicted = Cli.run("predict", model, "diabetes", "--out", scored);
        assertThat(predicted.code()).as(predicted.err()).isEqualTo(0);
        List<String> lines = Files.readAllLines(scored);
        assertThat(lines).hasSize(443);
        assertThat(lines.get(0)).endsWith(",progression,prediction");
        assertThat(mse(lines)).isCloseTo(measures.get("mse").doubleValue(), within(1e-6));
    }

    private static double mse(List<String> lines) {
        return lines.stream().skip(1).map(line -> line.split(",")).mapToDouble(cells ->
                Math.pow(Double.parseDouble(cells[cells.length - 1]) - Double.parseDouble(cells[cells.length - 2]), 2)).average()
                        .orElseThrow();
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
        assertThat(Double.parseDouble(cells[3]) + Double.parseDouble(cells[4])).isCloseTo(1, within(1e-12));
        assertThat(lines.get(2)).startsWith(",0.3,,,,");
    }

    @Test
    void inspectPrintsTheKeysThatOthersRelyOn() {
        JsonNode report = Cli.json(Cli.run("inspect", "iris", "--json").out());
        assertThat(Cli.names(report)).startsWith("file", "encoding", "delimiter", "quote", "header", "rows", "columns", "problems",
                "dialect");
        assertThat(report.get("rows").intValue()).isEqualTo(150);
        assertThat(Cli.names(report.get("columns").get(0))).startsWith("name", "type", "missing", "distinct");
        assertThat(report.get("columns").get(4).get("type").stringValue()).isEqualTo("category");
        assertThat(Cli.names(report.get("dialect"))).containsExactly("encoding", "delimiter", "runs", "quote", "escape", "header",
                "decimal", "thousands", "comment", "skipLines", "byteOrderMark", "lineEnds", "dates");
        assertThat(Cli.run("inspect", "iris").out()).contains("150 rows").contains("species");
    }

    @Test
    void everyKeyThatInspectPrintsIsExplained() throws IOException {
        Path file = Files.writeString(folder.resolve("hard.csv"), "\uFEFFwhen;x\r\n25/12/1998;1,5\r\n26/12/1998;2,5\r\n27/12/1998;1;2\r\n28/12/1998;4,25\r\nlater;5,25\r\n29/12/1998;5,25\r\n");
        JsonNode report = Cli.json(Cli.run("inspect", file, "--sample", "3", "--json").out());
        JsonNode dialect = report.get("dialect");
        assertThat(dialect.get("byteOrderMark").booleanValue()).isTrue();
        assertThat(dialect.get("lineEnds").stringValue()).isEqualTo("CRLF");
        assertThat(dialect.get("dates").stringValue()).isEqualTo("day-first");
        assertThat(report.get("problems")).anySatisfy(problem -> {
            assertThat(problem.get("kind").stringValue()).isEqualTo("too many fields");
            assertThat(problem.get("text").stringValue()).isEqualTo("27/12/1998;1;2");
        });
        assertThat(report.get("problemKinds").get("too many fields").intValue()).isEqualTo(1);
        assertThat(report.get("bytes").longValue()).isEqualTo(Files.size(file));
        String explained = Files.readString(Path.of("docs/csv.md"));
        for (JsonNode object : List.of(report, dialect, report.get("columns").get(0), report.get("problems").get(0),
                report.get("decisions").get(0), report.get("sample"))) {
            assertThat(Cli.names(object)).allSatisfy(key -> assertThat(explained).contains("`" + key + "`"));
        }
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
        JsonNode figures = Cli.json(Cli.run("bench", "--runs", "1,3", "--seconds", "0.2", "--json").out());
        assertThat(figures.size()).isEqualTo(2);
        assertThat(figures.get(1).get("runs").intValue()).isEqualTo(3);
        assertThat(figures.get(0).get("microsecondsPerRunStep").doubleValue()).isGreaterThan(0);
        assertThat(Cli.names(Cli.json(Cli.run("bench", "--ui", "--json").out()))).containsExactly("chartFramesPerSecond", "fxWorkMillisP95",
                "longestStallMillis", "stepsPerSecond", "stepsPerSecondWithoutDoctor", "stepsPerSecondWithoutUi", "processors", "relation");
        assertThat(Cli.names(Cli.json(Cli.run("bench", "--start", "--json").out()))).containsExactly("toolkitMillis", "firstFrameMillis",
                "windowMillis");
        assertThat(Cli.names(Cli.json(Cli.run("bench", "--soak", "2000", "--json").out())))
                .contains("offHeapBytesAtStart", "offHeapBytesAtEnd");
    }

    @Test
    void everyModelCanBeMeasured() {
        List<String> models = new ArrayList<>(Families.all().stream().map(Family::id).toList());
        models.add("surface");
        for (String model : models) {
            assertThat(Cli.run("bench", "--model", model, "--runs", "2", "--batch", "4", "--seconds", "0.05").code()).as(model)
                    .isEqualTo(0);
        }
    }

    @Test
    void theDoctorNamesBackendReasonAndVersions() {
        JsonNode facts = Cli.json(Cli.run("doctor", "--json").out());
        assertThat(Cli.names(facts)).contains("backend", "reason", "advice", "gpu", "openblasCore", "threads", "nd4j", "java", "downhill",
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
        for (String command : List.of("gui", "inspect", "compare", "train", "cross-validate", "predict", "evaluate", "conform", "rules", "bench",
                "doctor", "screenshot")) {
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
