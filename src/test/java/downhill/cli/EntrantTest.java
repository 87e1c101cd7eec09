package downhill.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.optim.Clipping;
import downhill.optim.Hyperparameter;
import downhill.optim.Penalty;
import downhill.optim.Rule;
import downhill.optim.RuleLibrary;
import downhill.optim.Scale;
import downhill.optim.Schedule;
import downhill.race.document.ContenderSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EntrantTest {
    @TempDir
    private Path folder;

    private static List<ContenderSpec> contenders(String text) {
        TrainingOptions training = new TrainingOptions();
        new CommandLine(training).parseArgs("--steps", "200");
        return Entrants.of(Entrant.list(text), null, new Schedule.Exponential(0.5), training);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "adam; adam {}",
        "sgd,adam; sgd {} | adam {}",
        "adam:beta1=0.8,beta2=0.9,sgd; adam {beta1=0.8, beta2=0.9} | sgd {}",
        "adam:learning-rate=1,eps_ilon=2; adam {learningrate=1, epsilon=2}",
        "adam:l1=1,schedule=step:stepSize=20,gamma=0.5,sgd:l2=1; adam {l1=1, schedule=step:stepSize=20,gamma=0.5} | sgd {l2=1}",
        "adam:schedule=warm-up:steps=5,then=cosine:period=9,minimum=0; adam {schedule=warm-up:steps=5,then=cosine:period=9,minimum=0}",
        "C:\\a\\my.rule,C:\\b\\my.rule:rate=1,adam; C:\\a\\my.rule {} | C:\\b\\my.rule {rate=1} | adam {}",
        "a=b.rule,c=d.rule; a=b.rule {} | c=d.rule {}"})
    void commasSeparateContendersAndTheirSettings(String text, String expected) {
        assertThat(Entrant.list(text).stream().map(each -> each.optimizer() + " " + each.settings()).collect(Collectors.joining(" | ")))
                .isEqualTo(expected);
    }

    static Stream<Rule> rules() {
        return RuleLibrary.complete().all().stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyHyperparameterOfEveryRuleTakesWhatIsTypedAndNothingElseChanges(Rule rule) {
        SplittableRandom random = new SplittableRandom(rule.id().hashCode());
        Map<String, Double> typed = new TreeMap<>();
        for (Hyperparameter each : rule.hyperparameters()) {
            typed.put(each.key(), each.scale() == Scale.SWITCH ? random.nextInt(2)
                    : each.min() + random.nextDouble() * (each.max() - each.min()));
        }
        String text = typed.entrySet().stream().map(each -> each.getKey() + "=" + each.getValue()).collect(Collectors.joining(","));
        ContenderSpec plain = contenders(rule.id()).get(0);
        assertThat(contenders(rule.id() + ":" + text)).containsExactly(plain.withHyperparameters(typed));
    }

    @Test
    void aContenderSaysForItselfWhatOtherwiseHoldsForAll() {
        ContenderSpec plain = contenders("sgd").get(0);
        assertThat(contenders("sgd:batch=0,seeds=3,l1=0.1,l2=0.2,clip-norm=4,weight-decay=0.3,name=Mine,schedule=cosine").get(0))
                .isEqualTo(plain.withBatchSize(0).withSeeds(3).withPenalty(new Penalty(0.1, 0.2)).withClipping(new Clipping.ByNorm(4))
                        .withWeightDecay(0.3).withName("Mine").withSchedule(new Schedule.Cosine(200, 0)));
        assertThat(contenders("sgd:clipValue=2,schedule=constant").get(0))
                .isEqualTo(plain.withClipping(new Clipping.ByValue(2)).withSchedule(Schedule.CONSTANT));
    }

    @Test
    void decayOfARuleWithItsOwnIsTheRulesAndActsThroughTheGradientElsewhere() {
        List<ContenderSpec> both = contenders("adamw:weightDecay=0.2,adam:weightDecay=0.2");
        assertThat(both.get(0).hyperparameters()).containsExactly(Map.entry("weightDecay", 0.2));
        assertThat(both.get(0).weightDecay()).isZero();
        assertThat(both.get(1).hyperparameters()).isEmpty();
        assertThat(both.get(1).weightDecay()).isEqualTo(0.2);
    }

    @Test
    void aSwitchIsOnOrOff() {
        Rule rule = rules().filter(each -> each.hyperparameters().stream().anyMatch(one -> one.scale() == Scale.SWITCH)).findFirst()
                .orElseThrow();
        String key = rule.hyperparameters().stream().filter(one -> one.scale() == Scale.SWITCH).findFirst().orElseThrow().key();
        assertThat(contenders(rule.id() + ":" + key + "=on").get(0).hyperparameters()).containsExactly(Map.entry(key, 1.0));
        assertThat(contenders(rule.id() + ":" + key + "=off").get(0).hyperparameters()).containsExactly(Map.entry(key, 0.0));
        assertThatThrownBy(() -> contenders(rule.id() + ":" + key + "=0.5")).hasMessageContaining("must be 0 or 1; it is 0.5");
    }

    @Test
    void aKeyThatARuleDoesNotHaveIsAnsweredByThoseItHasWithTheirRanges() {
        Rule adam = RuleLibrary.complete().byId("adam").orElseThrow();
        assertThatThrownBy(() -> contenders("sgd,adam:beta3=0.8")).isInstanceOf(InputException.class)
                .hasMessageStartingWith("Adam has no \"beta3\".")
                .satisfies(refused -> adam.hyperparameters().forEach(each ->
                        assertThat(refused.getMessage()).contains(each.key() + " in " + each.legal())))
                .hasMessageEndingWith("every contender takes batch, seeds, l1, l2, clipNorm, clipValue, weightDecay, from, head, freeze, "
                        + "pace.LAYER, ema, swa, swaEvery, pretrain, pretrainSteps, pretrainFile, name, schedule.");
        assertThatThrownBy(() -> contenders("adamw:beta3=0.8")).hasMessageEndingWith("l1, l2, clipNorm, clipValue, from, head, freeze, pace.LAYER, "
                + "ema, swa, swaEvery, pretrain, pretrainSteps, pretrainFile, name, schedule.");
    }

    @Test
    void theDocumentKeepsEachContendersOwnAndIsTrainedAgainWithThem() throws IOException {
        Path rule = folder.resolve("signs.rule");
        Files.writeString(rule,
                "id: signs\nname: Signs\nsource: mine\nhyperparameters:\n  c rate 0.01 in [1e-6, 1] log\nupdate:\n  θ ← θ − c·sign(g)\n");
        Cli result = Cli.run("compare", "iris", "--optimizer", "adam:beta1=0.5,name=Quick", "--optimizer",
                "sgd:learning-rate=0.2,l2=0.5,schedule=polynomial",
                "--optimizers", rule + ":rate=0.05,adam", "--learning-rate", "0.01", "--l1", "0.25", "--schedule", "exponential:gamma=0.5",
                        "--steps", "4",
                "--out", folder.resolve("a"));
        assertThat(result.code()).as(result.err()).isZero();
        JsonNode contenders = JsonMapper.builder().build().readTree(Files.readString(folder.resolve("a/experiment.json"))).get("experiment")
                .get("contenders");
        assertThat(contenders.valueStream().map(each -> each.get("name").stringValue() + " " + each.get("hyperparameters")).toList())
                .containsExactly(
                "Quick {\"beta1\":0.5,\"learningRate\":0.01}", "SGD {\"learningRate\":0.2}", "Signs {\"rate\":0.05}",
                        "Adam {\"learningRate\":0.01}");
        assertThat(contenders.valueStream().map(each -> each.get("schedule").get("kind").stringValue()).toList())
                .containsExactly("exponential", "polynomial", "exponential", "exponential");
        assertThat(contenders.get(1).get("penalty").toString()).isEqualTo("{\"l1\":0.25,\"l2\":0.5}");
        assertThat(result.err()).contains("Signs has no learning rate").doesNotContain("SGD has");
        Cli.run("train", folder.resolve("a/experiment.json"), "--out", folder.resolve("b"));
        assertThat(Files.readString(folder.resolve("b/history.csv"))).isEqualTo(Files.readString(folder.resolve("a/history.csv")));
    }
}
