package downhill.ui.screen.glass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.analysis.step.StepRecord;
import downhill.analysis.step.StepReplay;
import downhill.data.Progress;
import downhill.data.source.DataSources;
import downhill.data.source.SampleData;
import downhill.engine.Precision;
import downhill.model.Activation;
import downhill.model.Architecture;
import downhill.model.Loss;
import downhill.model.ModelSpec;
import downhill.optim.Clipping;
import downhill.optim.Penalty;
import downhill.optim.Rule;
import downhill.optim.RuleLibrary;
import downhill.race.Race;
import downhill.race.RaceOptions;
import downhill.race.StepSetup;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.race.document.TrainingSpec;
import downhill.ui.i18n.Language;
import downhill.ui.i18n.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the glass box says, for every rule, over a short race; without the toolkit. */
class ToldTest {
    private static final RuleLibrary RULES = RuleLibrary.builtIn();
    private static final int STEPS = 30;
    private static Race race;

    @BeforeAll
    static void train() throws InterruptedException {
        Problem iris = new Problem.Learning(SampleData.of("iris").spec(),
                new ModelSpec(new Architecture.Mlp(List.of(5), Activation.TANH), Loss.CROSS_ENTROPY));
        List<ContenderSpec> all = new ArrayList<>();
        rules().forEach(rule -> all.add(ContenderSpec.of(rule.id(), rule.name(), rule.id(), Map.of(), 0)));
        all.add(ContenderSpec.of("limited", "SGD", "sgd", Map.of("learningRate", 0.1), 0).withPenalty(new Penalty(0, 0.1))
                .withClipping(new Clipping.ByNorm(0.05)));
        race = Race.open(new Experiment("", iris, TrainingSpec.of(100, 16), all, 7, Precision.DOUBLE),
                DataSources.prepare(SampleData.of("iris").spec(), null, Progress.NONE), RULES, RaceOptions.alone());
        race.ready().join();
        race.step(STEPS);
        race.await(snapshot -> snapshot.step() == STEPS, 60, TimeUnit.SECONDS);
    }

    @AfterAll
    static void close() {
        race.close();
    }

    @AfterEach
    void speakEnglish() {
        Messages.languageProperty().set(Language.ENGLISH);
    }

    static Stream<Rule> rules() {
        return Stream.concat(RULES.all().stream(), RuleLibrary.methods().stream());
    }

    private static StepRecord record(String id, long step) {
        StepSetup setup = StepSetup.of(race.experiment(), race.prepared().orElse(null), id, step, 0, RULES);
        try (StepReplay replay = new StepReplay(setup, Precision.DOUBLE)) {
            return replay.step(race.stateAt(id, step).join(), setup);
        }
    }

    private static Told told(String id, long step, int parameter) {
        return Told.of(record(id, step), parameter, "dense1.weight[petal_length, 1]", id, 0);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theLinesEndWithTheParameterThatTheRaceThenHas(Rule rule) {
        double[] next = race.parametersAt(rule.id(), STEPS).join();
        StepRecord record = record(rule.id(), STEPS - 1);
        for (int parameter : new int[] {0, 7, next.length - 1}) {
            Told told = Told.of(record, parameter, "x", rule.name(), 0);
            assertThat(told.box().next()).isEqualTo(next[parameter]);
            List<RuleLines.Line> lines = told.lines();
            if (!rule.isFormula()) {
                assertThat(lines).isEmpty();
            } else {
                double last = lines.stream().filter(line -> line.target().equals(Rule.PARAMETERS)).reduce((a, b) -> b).orElseThrow()
                        .value();
                assertThat(last).isEqualTo(next[parameter], within(1e-9 + 1e-9 * Math.abs(told.box().change())));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyRuleHasASentenceInBothLanguagesWithoutGaps(Rule rule) {
        Told told = told(rule.id(), STEPS - 1, 3);
        for (Language language : Language.values()) {
            Messages.languageProperty().set(language);
            assertThat(Sentence.of(told)).doesNotContain("{", "glass.", "NaN").isNotBlank();
            assertThat(Sentence.of(told).endsWith(Messages.text("glass.says.answer", "x"))).as(rule.id())
                    .isEqualTo(rule.answer().equals("x"));
            assertThat(LatexText.of(told)).isNotBlank();
        }
    }

    @Test
    void plainGradientDescentIsToldAsSuch() {
        assertThat(Sentence.of(told("gradient-descent", 4, 3)))
                .matches("gradient-descent moves this weight (up|down) by .*: exactly plain gradient descent’s step\\.");
    }

    @Test
    void adamFreesItsMomentsOfTheirStartsBias() {
        List<RuleLines.Line> lines = told("adam", 4, 3).lines();
        assertThat(lines).extracting(RuleLines.Line::target).containsExactly("m", "v", "θ");
        assertThat(lines.get(2).corrected()).containsOnlyKeys("m̂", "v̂");
        double m = lines.get(0).value();
        assertThat(lines.get(2).corrected().get("m̂")).isEqualTo(m / (1 - Math.pow(0.9, 5)), within(1e-15));
        assertThat(lines.get(0).numbers().replace(String.valueOf(RuleLines.LIVE), "")).startsWith("0.9·").contains(" + 0.1·");
    }

    @Test
    void penaltyAndClippingAreToldApart() {
        Told told = told("limited", 2, 3);
        assertThat(told.box().penalty()).isNotZero();
        assertThat(told.box().clipping()).isBetween(0.0, 1.0).isNotEqualTo(1.0);
        assertThat(Sentence.of(told)).contains("The gradient was clipped to ");
        assertThat(told.box().gradient()).isEqualTo((told.box().dataGradient() + told.box().penalty()) * told.box().clipping(),
                within(1e-15));
    }

    @Test
    void aFirstStepOfAdamIsManyTimesDescentBecauseGradientsAreSmall() {
        Told told = told("adam", 0, 3);
        assertThat(told.habits().steadiness()).as("one gradient agrees with itself").isEqualTo(1, within(1e-6));
        double ratio = Math.abs(told.box().change() / told.box().descent());
        assertThat(ratio).isGreaterThan(2);
        assertThat(Sentence.of(told)).endsWith("times plain gradient descent’s step, because its gradients have been small and steady.");
    }

    @Test
    void theParameterChosenFirstIsTheOneThatChangesMost() {
        StepRecord record = record("sgd", 3);
        int most = Told.mostChanged(record);
        for (int i = 0; i < record.before().length; i++) {
            assertThat(Math.abs(record.change(i))).isLessThanOrEqualTo(Math.abs(record.change(most)));
        }
    }

    @Test
    void aParameterIsWrittenWithTheDecimalsThatItsChangeNeeds() {
        assertThat(Figures.parameter(0.81271, 0.0038)).isEqualTo("0.8127");
        assertThat(Figures.parameter(0.81271, 0.0000038)).isEqualTo("0.8127100");
        assertThat(Figures.parameter(12.5, 0.1)).isEqualTo("12.50");
        assertThat(Figures.parameter(-1.4550919702e16, 1e17)).as("one that diverges").isEqualTo("−1.455·10¹⁶");
        assertThat(Figures.constant(1 - 0.9)).isEqualTo("0.1");
        assertThat(Figures.factor(2.5e-5)).isEqualTo("(2.500·10⁻⁵)".replace("2.500", Figures.of(2.5e-5).split("·")[0]));
    }
}
