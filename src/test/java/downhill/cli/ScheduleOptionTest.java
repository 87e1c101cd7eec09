package downhill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.optim.Schedule;
import downhill.optim.ScheduleForm;
import downhill.optim.ScheduleKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ScheduleOptionTest {
    @TempDir
    private Path folder;

    static Stream<Arguments> texts() {
        Schedule plateau = new Schedule.ReduceOnPlateau(0.5, 3, 1e-4, 0);
        return Stream.of(
                Arguments.of("constant", Schedule.CONSTANT),
                Arguments.of("exponential:gamma=0.99", new Schedule.Exponential(0.99)),
                Arguments.of("inverse-time:decay=1e-3", new Schedule.InverseTime(0.001)),
                Arguments.of("step:gamma=0.5,stepSize=20", new Schedule.Step(20, 0.5)),
                Arguments.of("cosine", new Schedule.Cosine(500, 0)),
                Arguments.of("cosine:period=10,minimum=0.01", new Schedule.Cosine(10, 0.01)),
                Arguments.of("cosine-restarts:period=10,multiplier=2", new Schedule.CosineRestarts(10, 2, 0)),
                Arguments.of("polynomial", new Schedule.Polynomial(500, 1)),
                Arguments.of("one-cycle:divisor=10", new Schedule.OneCycle(500, 0.3, 10, 1e4)),
                Arguments.of("plateau:factor=0.5,patience=3", plateau),
                Arguments.of("reduce-on-plateau:factor=0.5,patience=3", plateau),
                Arguments.of("warm-up:steps=5", new Schedule.LinearWarmup(0, 5, Schedule.CONSTANT)),
                Arguments.of("linear-warmup:steps=100,startFactor=0.1,then=step:stepSize=20,gamma=0.5",
                        new Schedule.LinearWarmup(0.1, 100, new Schedule.Step(20, 0.5))),
                Arguments.of("linear-warmup:steps=100,then=cosine", new Schedule.LinearWarmup(0, 100, new Schedule.Cosine(400, 0))),
                Arguments.of("linear-warmup:steps=900,then=cosine", new Schedule.LinearWarmup(0, 900, new Schedule.Cosine(1, 0))));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void whatIsTypedIsThatScheduleAndAsLongAsTheRunWhereNothingElseIsSaid(String text, Schedule expected) {
        assertThat(ScheduleText.schedule("--schedule", text, 500)).isEqualTo(expected);
    }

    @Test
    void allContendersFollowItAndTheDocumentKeepsIt() throws IOException {
        Cli result = Cli.run("compare", "iris", "--optimizers", "sgd,adam", "--learning-rate", "0.1,0.01", "--steps", "12", "--schedule",
                "step:stepSize=5,gamma=0.5", "--out", folder.resolve("a"));
        assertThat(result.code()).as(result.err()).isZero();
        List<String> lines = Files.readAllLines(folder.resolve("a/history.csv"));
        assertThat(rate(lines, "SGD,4,")).isEqualTo(0.1);
        assertThat(rate(lines, "SGD,5,")).isEqualTo(0.05);
        assertThat(rate(lines, "Adam,11,")).isEqualTo(0.0025);
        assertThat(schedule("a", 1).toString()).isEqualTo("{\"kind\":\"step\",\"stepSize\":5,\"gamma\":0.5}");
        Cli.run("train", folder.resolve("a/experiment.json"), "--out", folder.resolve("b"));
        assertThat(Files.readAllLines(folder.resolve("b/history.csv"))).isEqualTo(lines);
    }

    @Test
    void anExperimentIsTrainedWithAnotherScheduleWhereOneIsGiven() throws IOException {
        Cli.run("compare", "iris", "--optimizers", "sgd", "--learning-rate", "0.1", "--steps", "10", "--out", folder.resolve("a"));
        Cli result = Cli.run("train", folder.resolve("a/experiment.json"), "--schedule", "polynomial", "--out", folder.resolve("b"));
        assertThat(result.code()).as(result.err()).isZero();
        assertThat(rate(Files.readAllLines(folder.resolve("a/history.csv")), "SGD,5,")).isEqualTo(0.1);
        assertThat(rate(Files.readAllLines(folder.resolve("b/history.csv")), "SGD,5,")).isEqualTo(0.05);
        assertThat(schedule("b", 0).get("steps").intValue()).isEqualTo(10);
    }

    @Test
    void anOptimizerWithoutLearningRateIsNamed() throws IOException {
        Path rule = folder.resolve("signs.rule");
        Files.writeString(rule,
                "id: signs\nname: Signs\nsource: mine\nhyperparameters:\n  c rate 0.01 in [1e-6, 1] log\nupdate:\n  θ ← θ − c·sign(g)\n");
        Cli result = Cli.run("compare", "iris", "--optimizers", rule + ",sgd", "--steps", "2", "--schedule", "cosine");
        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.err()).contains("has no learning rate; the schedule does nothing to it").doesNotContain("SGD has no");
    }

    @Test
    void theHelpNamesEveryScheduleWithItsKeysAndDefaults() {
        String help = Cli.run("compare", "--help").out().replaceAll("\\s+", " ");
        for (ScheduleForm form : ScheduleForm.values()) {
            String keys = String.join(",", form.keys().stream().map(ScheduleOptionTest::inHelp).toList());
            assertThat(help.replace(" ", "")).contains((form.title() + (keys.isEmpty() ? "" : ":" + keys)).replace(" ", ""));
        }
    }

    private static String inHelp(ScheduleKey key) {
        String number = key.setting().usualText();
        return key.name() + (key.ofRun() ? "[allsteps]" : key.needed() ? "" : "[" + number + "]");
    }

    private JsonNode schedule(String race, int contender) throws IOException {
        return JsonMapper.builder().build().readTree(Files.readString(folder.resolve(race).resolve("experiment.json"))).get("experiment")
                .get("contenders").get(contender).get("schedule");
    }

    private static double rate(List<String> lines, String start) {
        String line = lines.stream().filter(each -> each.startsWith(start)).findFirst().orElseThrow();
        return Double.parseDouble(line.substring(line.lastIndexOf(',') + 1));
    }
}
