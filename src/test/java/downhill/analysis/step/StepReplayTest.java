package downhill.analysis.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.data.Progress;
import downhill.data.prepare.Prepared;
import downhill.data.source.DataSources;
import downhill.data.source.SampleData;
import downhill.engine.Precision;
import downhill.engine.train.RunState;
import downhill.model.Activation;
import downhill.model.Architecture;
import downhill.model.Initializer;
import downhill.model.Loss;
import downhill.model.ModelSpec;
import downhill.optim.Clipping;
import downhill.optim.Penalty;
import downhill.optim.Rule;
import downhill.optim.RuleLibrary;
import downhill.optim.Schedule;
import downhill.race.Race;
import downhill.race.RaceOptions;
import downhill.race.RaceState;
import downhill.race.StepSetup;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.race.document.TrainingSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StepReplayTest {
    private static final RuleLibrary RULES = RuleLibrary.builtIn();
    private static final int STEPS = 16;

    private static Problem iris(double dropout) {
        return new Problem.Learning(SampleData.of("iris").spec(), new ModelSpec(
                new Architecture.Mlp(List.of(6), Activation.TANH), Loss.CROSS_ENTROPY, Initializer.DEFAULT, dropout));
    }

    /** A rule that somebody typed, with what the built-in ones do not all have: a minimum, a condition and a state of its own. */
    private static final String TYPED = """
            id: typed
            name: Typed
            source: a test

            hyperparameters:
              η learningRate 0.02 in [1e-6, 1] log
              μ momentum 0.8 in [0, 0.999] linear

            states:
              v ← 0
              s ← 0

            update:
              v ← μ·v + (1 − μ)·g
              s ← max(0.9·s, g²)
              θ ← θ − η·v / (√s + 0.001)
            """;

    /** One that changes η before it uses it, and after. */
    private static final String CHANGING = TYPED.replace("typed", "changing").replace("update:", "update:\n  η ← 0.9·η") + "  η ← 1.05·η\n";

    private static List<ContenderSpec> everyRule() {
        List<ContenderSpec> all = new ArrayList<>();
        Stream.concat(RULES.all().stream(), RuleLibrary.methods().stream()).forEach(rule ->
                all.add(ContenderSpec.of(rule.id(), rule.name(), rule.id(), Map.of(), 0)));
        all.add(ContenderSpec.of("typed", "Typed", "typed", Map.of(), 0).withRule("typed", TYPED, Map.of()));
        all.add(ContenderSpec.of("changing", "Changing", "changing", Map.of(), 0).withRule("changing", CHANGING, Map.of()));
        return all;
    }

    /** A schedule, and where there is a learning rate another one set by hand on the way. */
    private static ContenderSpec scheduled(ContenderSpec one) {
        boolean rate = one.ruleText() != null || RULES.byId(one.ruleId()).orElseThrow().learningRateIndex() >= 0;
        return rate ? one.withSchedule(new Schedule.Cosine(STEPS, 0))
                .withChanges(List.of(new ContenderSpec.Change(9, "learningRate", 0.003))) : one;
    }

    private static Race trained(Experiment experiment) {
        Prepared data = experiment.problem() instanceof Problem.Learning learning
                ? DataSources.prepare(learning.data(), null, Progress.NONE) : null;
        Race race = Race.open(experiment, data, RULES, RaceOptions.alone());
        race.ready().join();
        race.start();
        try {
            race.await(snapshot -> snapshot.state() == RaceState.ENDED, 60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return race;
    }

    private static StepRecord record(Race race, String id, long step) {
        StepSetup setup = StepSetup.of(race.experiment(), race.prepared().orElse(null), id, step, 0, RULES);
        try (StepReplay replay = new StepReplay(setup, race.experiment().precision())) {
            return replay.step(race.stateAt(id, step).join(), setup);
        }
    }

    static Stream<Arguments> variants() {
        TrainingSpec plain = TrainingSpec.of(STEPS, 16);
        Penalty net = new Penalty(0.001, 0.01);
        TrainingSpec ridge = new TrainingSpec(STEPS, 0, new Penalty(0, 0.01), new Clipping.ByNorm(0.4), null, null);
        TrainingSpec norm = new TrainingSpec(STEPS, 16, net, new Clipping.ByNorm(0.4), null, null);
        TrainingSpec value = new TrainingSpec(STEPS, 0, net, new Clipping.ByValue(0.05), null, null);
        return Stream.of(Arguments.of(plain, Precision.DOUBLE, 0.0, false), Arguments.of(ridge, Precision.DOUBLE, 0.0, false),
                Arguments.of(norm, Precision.DOUBLE, 0.2, true),
                Arguments.of(value, Precision.DOUBLE, 0.0, false), Arguments.of(plain, Precision.FLOAT, 0.2, true),
                Arguments.of(norm, Precision.FLOAT, 0.0, false), Arguments.of(value, Precision.FLOAT, 0.0, true));
    }

    /** L-BFGS says so in a sentence; {@link downhill.race.OutcomeTest} holds that. */
    private static boolean refusesL1(ContenderSpec one) {
        return one.ruleId().equals("lbfgs");
    }

    /** Each rule in one of the variants, dealt out in turn. */
    @Test
    void theNumbersRecomputeToTheStoredNextParameterForEveryRule() {
        List<Arguments> variants = variants().toList();
        List<ContenderSpec> rules = everyRule();
        for (int i = 0; i < variants.size(); i++) {
            int turn = i;
            recompute(variants.get(i).get(),
                    IntStream.range(0, rules.size()).filter(at -> at % variants.size() == turn).mapToObj(rules::get).toList());
        }
    }

    @Tag("soak")
    @ParameterizedTest
    @MethodSource("variants")
    void theNumbersRecomputeForEveryRuleInEveryVariant(TrainingSpec training, Precision precision, double dropout, boolean schedules) {
        recompute(new Object[] {training, precision, dropout, schedules}, everyRule());
    }

    /** @param variant one of {@link #variants} */
    private static void recompute(Object[] variant, List<ContenderSpec> rules) {
        TrainingSpec training = (TrainingSpec) variant[0];
        Precision precision = (Precision) variant[1];
        double dropout = (double) variant[2];
        boolean schedules = (boolean) variant[3];
        List<ContenderSpec> contenders = rules.stream().filter(one -> training.penalty().l1() == 0 || !refusesL1(one))
                .map(one -> schedules ? scheduled(one) : one).toList();
        Experiment experiment = new Experiment("", iris(dropout), training, contenders, 7, precision);
        try (Race race = trained(experiment)) {
            for (ContenderSpec spec : experiment.contenders()) {
                StepSetup first = StepSetup.of(experiment, race.prepared().orElseThrow(), spec.id(), 0, 0, RULES);
                try (StepReplay replay = new StepReplay(first, precision)) {
                    for (long step : new long[] {0, 1, 9, 10}) {
                        StepSetup setup = StepSetup.of(experiment, race.prepared().orElseThrow(), spec.id(), step, 0, RULES);
                        StepRecord record = replay.step(race.stateAt(spec.id(), step).join(), setup);
                        requireSame(record, race.parametersAt(spec.id(), step + 1).join(), precision == Precision.DOUBLE);
                        requireStates(record);
                    }
                }
            }
        }
    }

    /** For a method that is no formula (L-BFGS), only the first: nothing of it is told term by term, so there is nothing to recompute. */
    private static void requireSame(StepRecord record, double[] stored, boolean exact) {
        String what = record.run().rule().id() + " step " + record.step();
        assertThat(record.after()).as(what).isEqualTo(stored);
        for (int i = 0; i < stored.length && record.run().rule().isFormula(); i++) {
            GlassBox told = GlassBox.of(record, i);
            double size = size(record, i, stored[i]);
            double ulp = exact ? Math.ulp(size) : Math.ulp((float) size);
            double tolerance = (exact ? 1e-9 : 2e-4) * Math.abs(told.change()) + 4 * ulp + ofMatrices(record, exact);
            assertThat(told.recomputed()).as(what + " parameter " + i).isEqualTo(stored[i], within(tolerance));
        }
    }

    /** Every state of every rule has its name and size. */
    private static void requireStates(StepRecord record) {
        Rule rule = record.run().rule();
        if (rule.isFormula()) {
            assertThat(record.memoryBefore().elements().keySet()).as(rule.id()).containsExactlyElementsOf(
                    rule.states().stream().filter(state -> !state.scalar() && !state.shaped()).map(state -> state.symbol()).toList());
            record.memoryBefore().elements().values().forEach(row -> assertThat(row).hasSize(record.before().length));
        }
    }

    /**
     * An element of a product of matrices is as exact as its terms are large, however small they leave it, and a library adds them up in
     * an order of its processor's. Roots and eigenvectors are of a matrix that was rounded; where nothing was seen yet of an
     * eigenvector's direction, SOAP divides what rounding left by its own size, so that any step up to η is right.
     */
    private static double ofMatrices(StepRecord record, boolean exact) {
        String text = record.run().rule().text();
        double rate = record.run().rule().learningRateIndex() < 0 ? 0 : record.learningRate();
        if (text.contains("eig(")) {
            return (exact ? 1e-6 : 2) * rate;
        }
        return text.contains("root(") || text.contains(" @ ") ? (exact ? 1e-9 : 1e-4) * rate : 0;
    }

    /** Where θ is a mean of states that are such as θ themselves, it is as exact as the largest of them. */
    private static double size(StepRecord record, int parameter, double stored) {
        boolean mean = record.run().rule().answerRow() >= 0;
        return record.memoryAfter().elements().values().stream().filter(state -> mean)
                .mapToDouble(state -> Math.abs(state[parameter])).reduce(Math.abs(stored), Math::max);
    }

    @Test
    void theLossIsTheRecordedOneAndStatesAfterAreThoseBeforeTheNextStep() {
        Experiment experiment = new Experiment("", iris(0.3), TrainingSpec.of(STEPS, 16),
                List.of(ContenderSpec.of("a", "a", "adam", Map.of(), 0)), 7, Precision.FLOAT);
        try (Race race = trained(experiment)) {
            StepRecord first = record(race, "a", 11);
            StepRecord second = record(race, "a", 12);
            assertThat(first.loss()).isEqualTo(
                    race.curve("a", downhill.race.history.Series.TRAIN_LOSS, 11, 12, 10).y()[0]);
            assertThat(first.memoryAfter().elements().get("m")).isEqualTo(second.memoryBefore().elements().get("m"));
            assertThat(first.ruleStep()).isEqualTo(12);
        }
    }

    @Test
    void aChangeByHandHoldsFromItsStepOnAndASchedulesRateIsTold() {
        ContenderSpec spec = ContenderSpec.of("a", "a", "momentum", Map.of("learningRate", 0.1), 0)
                .withChanges(List.of(new ContenderSpec.Change(10, "learningRate", 0.02)));
        ContenderSpec scheduled = ContenderSpec.of("b", "b", "sgd", Map.of("learningRate", 0.1), 1)
                .withSchedule(new Schedule.Exponential(0.9));
        Experiment experiment = new Experiment("", iris(0), TrainingSpec.of(STEPS, 0), List.of(spec, scheduled), 7,
                Precision.DOUBLE);
        try (Race race = trained(experiment)) {
            assertThat(record(race, "a", 9).learningRate()).isEqualTo(0.1);
            for (long step : new long[] {10, 11}) {
                StepRecord record = record(race, "a", step);
                assertThat(record.learningRate()).isEqualTo(0.02);
                assertThat(record.after()).isEqualTo(race.parametersAt("a", step + 1).join());
            }
            assertThat(record(race, "b", 5).learningRate()).isEqualTo(0.1 * Math.pow(0.9, 5), within(1e-12));
        }
    }

    @Test
    void theRateThatARuleChangesBeforeItUsesItIsThatOfTheHistory() {
        ContenderSpec spec = ContenderSpec.of("a", "a", "changing", Map.of(), 0).withRule("changing", CHANGING, Map.of());
        Experiment experiment = new Experiment("", iris(0), TrainingSpec.of(STEPS, 0), List.of(spec), 7, Precision.DOUBLE);
        try (Race race = trained(experiment)) {
            double[] told = race.curve("a", downhill.race.history.Series.LEARNING_RATE, 0, STEPS, STEPS).y();
            for (int step : new int[] {0, 1, 7}) {
                double used = 0.02 * 0.9 * Math.pow(0.9 * 1.05, step);
                assertThat(record(race, "a", step).learningRate()).isEqualTo(used, within(1e-15));
                assertThat(told[step]).isEqualTo(used, within(1e-9));
            }
        }
    }

    @Test
    void aBranchWithAnotherRuleCountsItsStepsFromTheBranch() {
        Experiment experiment = new Experiment("", iris(0), TrainingSpec.of(STEPS, 0),
                List.of(ContenderSpec.of("a", "a", "sgd", Map.of(), 0)), 7, Precision.DOUBLE);
        try (Race race = trained(experiment)) {
            race.fork("a", 10, ContenderSpec.of("b", "b", "adam", Map.of(), 1));
            race.fork("a", 12, ContenderSpec.of("c", "c", "sgd", Map.of("learningRate", 0.5), 2));
            race.seek(STEPS);
            RunState state = race.stateAt("b", 10).join();
            assertThat(state.fresh()).isTrue();
            StepRecord record = record(race, "b", 10);
            assertThat(record.ruleStep()).isEqualTo(1);
            assertThat(record.memoryBefore().elements().get("m")).containsOnly(0);
            assertThat(GlassBox.of(record, 3).recomputed()).isEqualTo(record.after()[3], within(1e-15));
            assertThat(record(race, "c", 12).ruleStep()).isEqualTo(13);
            assertThat(record(race, "c", 12).learningRate()).isEqualTo(0.5);
        }
    }

    @Test
    void surfacesHaveStepsToo() {
        Experiment experiment = new Experiment("", new Problem.Surface("x² + 10·y²", 1, 1), TrainingSpec.of(STEPS, 0),
                List.of(ContenderSpec.of("a", "a", "gradient-descent", Map.of("learningRate", 0.01), 0)), 7, Precision.DOUBLE);
        try (Race race = trained(experiment)) {
            GlassBox told = GlassBox.of(record(race, "a", 0), 1);
            assertThat(told.gradient()).isEqualTo(20);
            assertThat(told.change()).isEqualTo(-0.2, within(1e-15));
            assertThat(told.descent()).isEqualTo(-0.2, within(1e-15));
            assertThat(told.effectiveRate()).isEqualTo(0.01, within(1e-15));
            assertThat(told.findings()).containsExactly(GlassBox.Finding.AS_DESCENT);
        }
    }
}
