package downhill.ui.screen.lecture;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.analysis.step.GradientParts;
import downhill.analysis.step.RuleMemory;
import downhill.analysis.step.StepRecord;
import downhill.data.DataSpec;
import downhill.data.source.SampleData;
import downhill.engine.Precision;
import downhill.engine.graph.Graph;
import downhill.engine.train.RunSpec;
import downhill.model.Activation;
import downhill.model.Architecture;
import downhill.model.Initializer;
import downhill.model.Loss;
import downhill.model.ModelSpec;
import downhill.optim.RuleLibrary;
import downhill.optim.Schedule;
import downhill.race.Outcome;
import downhill.race.RaceSnapshot.Standing;
import downhill.race.Racing.Quantity;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.race.document.TrainingSpec;
import downhill.race.history.Curve;
import downhill.race.history.PathPoint;
import downhill.ui.i18n.Language;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.words.Said;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A caption says why only where figures of the race say it, and with them. */
class ReasonsTest {
    private final Map<Quantity, Curve> curves = new EnumMap<>(Quantity.class);
    private ContenderSpec one = ContenderSpec.of("s", "SGD", "sgd", Map.of("learningRate", 0.5), 0);
    private TrainingSpec training = TrainingSpec.of(1000, 16);
    private Problem problem = iris();
    private List<PathPoint> path = List.of();
    private StepRecord apart;

    @AfterEach
    void speakEnglishAgain() {
        Messages.languageProperty().set(Language.ENGLISH);
    }

    private static Problem iris() {
        DataSpec data = SampleData.of("iris").spec();
        return new Problem.Learning(data, new ModelSpec(new Architecture.Linear(), Loss.CROSS_ENTROPY));
    }

    private String why(Standing before, Standing now) {
        Experiment document = new Experiment("", problem, training, List.of(one), 1, Precision.FLOAT);
        Facts facts = new Facts(document, one, before, now, quantity -> curves.getOrDefault(quantity, Curve.EMPTY).upTo(now.step()),
                step -> step == 40 ? 0.9 : Double.NaN, () -> path, apart);
        return Reasons.of(facts);
    }

    private static Standing at(long step, double loss, double rate) {
        return at(step, loss, Double.NaN, rate, Outcome.RUNNING);
    }

    private static Standing at(long step, double loss, double validation, double rate, Outcome outcome) {
        return new Standing("s", outcome, step, loss, validation, null, Double.NaN, rate, 0, outcome.ended() ? step : -1,
                Double.POSITIVE_INFINITY, outcome == Outcome.DIVERGED ? Said.plain("the loss at step 4") : null);
    }

    /** A point every {@code stride} steps up to {@code last}. */
    private void curve(Quantity quantity, int last, int stride, DoubleUnaryOperator of) {
        double[] steps = IntStream.rangeClosed(0, last / stride).mapToDouble(i -> (double) i * stride).toArray();
        curves.put(quantity, new Curve(steps, java.util.Arrays.stream(steps).map(of).toArray()));
    }

    @Test
    void aDivergenceIsToldWithTheRiseAndTheRate() {
        curves.put(Quantity.TRAINING_LOSS, new Curve(new double[] {0, 1, 2, 3, 4}, new double[] {1, 0.5, 3, 1e30, Double.POSITIVE_INFINITY}));
        assertThat(why(at(3, 1e30, 0.5), at(4, Double.NaN, Double.NaN, 0.5, Outcome.DIVERGED)))
                .isEqualTo("At a rate of 0.5 its loss rose from 0.5 at step 1 to 10³⁰ at step 3; then the loss at step 4 was ∞.");
        one = one.withChanges(List.of(new ContenderSpec.Change(2, "learningRate", 0.5)));
        assertThat(why(at(3, 1e30, 0.5), at(4, Double.NaN, Double.NaN, 0.5, Outcome.DIVERGED))).contains("0.5, set by hand at step 2,");
    }

    @Test
    void anEarlyStopIsToldWithThePatienceAndTheLowest() {
        training = training.withEarlyStopping(new TrainingSpec.EarlyStopping(4, 0, false));
        curve(Quantity.VALIDATION_LOSS, 60, 10, step -> 0.3 + Math.abs(step - 20) / 100);
        assertThat(why(at(50, 0.2, 0.5), at(60, 0.2, 0.7, 0.5, Outcome.EARLY_STOPPED)))
                .contains("4 validations in a row").contains("0.300 of step 20").contains("the last 0.700");
    }

    @Test
    void aRateSetByHandIsToldWithTheLossThereAndNow() {
        one = one.withChanges(List.of(new ContenderSpec.Change(40, "learningRate", 0.05)));
        curve(Quantity.LEARNING_RATE, 60, 1, step -> step < 40 ? 0.5 : 0.05);
        assertThat(why(at(45, 0.8, 0.05), at(60, 0.7, 0.05)))
                .isEqualTo("Its rate went from 0.5 to 0.05 at step 40, and since then its loss has fallen from 0.900 to 0.700.");
        assertThat(why(at(45, 0.8, 0.05), at(60, 1.2, 0.05))).contains("has risen from 0.900 to 1.20");
        assertThat(why(at(140, 0.8, 0.05), at(141, 0.7, 0.05))).as("long ago").isEmpty();
    }

    @Test
    void aPlateauScheduleIsToldWithWhatItWaitedFor() {
        one = new ContenderSpec("s", "SGD", "sgd", null, Map.of("learningRate", 0.5), new Schedule.ReduceOnPlateau(0.1, 3, 0.01, 0),
                ContenderSpec.SHARED_BATCH, null, null, 0, 1, 0, false, List.of(), null);
        curve(Quantity.LEARNING_RATE, 60, 1, step -> step < 55 ? 0.5 : 0.05);
        assertThat(why(at(50, 0.8, 0.5), at(60, 0.7, 0.05)))
                .contains("from 0.5 to 0.05 at step 55").contains("more than 3 checks").contains("by more than 1.0");
    }

    /** Validation is lowest at step 100 of 400 and rises by half; training falls on. */
    @Test
    void overfittingIsToldWithBestAndNow() {
        curve(Quantity.VALIDATION_LOSS, 400, 10, step -> step <= 100 ? 1 - step / 200 : 0.5 + (step - 100) / 600);
        curve(Quantity.TRAINING_LOSS, 400, 1, step -> 1 / (1 + step / 50));
        assertThat(why(at(390, 0.12, 0.98, 0.5, Outcome.RUNNING), at(400, 0.11, 1, 0.5, Outcome.RUNNING)))
                .contains("overfits").contains("lowest, 0.5, at step 100").contains("is 1 now");
    }

    /** One of two relu units gets no gradient. */
    @Test
    void deadUnitsAreToldWhereManyRowsShowThem() {
        apart = step(0, 1, 0, 1, 0, 1, 1, 1);
        Standing before = at(44, 0.8, 0.5);
        Standing now = at(45, 0.7, 0.5);
        problem = network(Activation.RELU, 0);
        assertThat(why(before, now)).isEqualTo("No gradient reaches " + Numbers.percent(0.5)
                + " of the relu units of dense1 on the rows of this step: "
                + "they are dead there and stay as they are.");
        problem = network(Activation.TANH, 0);
        assertThat(why(before, now)).as("no relu").doesNotContain("dead");
        problem = network(Activation.RELU, 0.5);
        assertThat(why(before, now)).as("dropped, perhaps").doesNotContain("dead");
        problem = network(Activation.RELU, 0);
        training = TrainingSpec.of(1000, 15);
        assertThat(why(before, now)).as("few rows").doesNotContain("dead");
        training = TrainingSpec.of(1000, 0);
        assertThat(why(before, now)).as("all rows").contains("dead");
    }

    private static Problem network(Activation activation, double dropout) {
        return new Problem.Learning(SampleData.of("iris").spec(), new ModelSpec(new Architecture.Mlp(List.of(2), activation),
                Loss.CROSS_ENTROPY, Initializer.of(Initializer.Scheme.TORCH), dropout));
    }

    private static StepRecord step(double... gradient) {
        Graph graph = new Graph();
        graph.parameter("dense1.weight", 2, 2);
        graph.parameter("dense1.bias", 2);
        graph.parameter("dense2.weight", 2, 1);
        RunSpec run = RunSpec.plain(RuleLibrary.builtIn().byId("gradient-descent").orElseThrow(), new double[] {0.1}, 1);
        RuleMemory nothing = new RuleMemory(Map.of(), Map.of());
        double[] theta = new double[gradient.length];
        return new StepRecord(44, run, new double[] {0.1}, 0.1, 1, theta,
                GradientParts.of(run, graph.layout().penaltyMask(), theta, gradient), nothing, theta, nothing, graph.layout());
    }

    @Test
    void aNewBestIsToldBesideTheOneBefore() {
        curve(Quantity.VALIDATION_LOSS, 60, 10, step -> 1 - step / 100);
        assertThat(why(at(55, 0.3, 0.5, 0.5, Outcome.RUNNING), at(60, 0.3, 0.4, 0.5, Outcome.RUNNING)))
                .isEqualTo("Its validation loss is lower than ever before: 0.400 at step 60, where 0.5 of step 50 was the lowest.");
        assertThat(why(at(61, 0.3, 0.4, 0.5, Outcome.RUNNING), at(65, 0.3, 0.4, 0.5, Outcome.RUNNING))).as("not new").isEmpty();
    }

    /** f = 3x² + y²/2 bends by 6 at most, so that plain descent comes down below a rate of 1/3. */
    @Test
    void onASurfaceTheRateIsHeldAgainstTheCurvature() {
        problem = new Problem.Surface("3*x^2 + y^2/2", 1, 1);
        path = List.of(new PathPoint(3, new double[] {1, 1}), new PathPoint(4, new double[] {-2, 1}));
        assertThat(why(at(3, 3.5, 0.5), at(4, 12.5, 0.5)))
                .contains("bends by 6 ").contains("rate of 0.5 is above 2/6 = 0.333").contains("climbs");
        assertThat(why(at(3, 3.5, 0.1), at(4, 1, 0.1))).contains("below 2/6 = 0.333");
        assertThat(why(at(3, 3.5, 0.5), at(4, 1, 0.5))).as("rate and loss do not agree").isEmpty();
        one = one.withHyperparameters(Map.of("learningRate", 0.5, "momentum", 0.9));
        assertThat(why(at(3, 3.5, 0.5), at(4, 12.5, 0.5))).as("the bound is plain descent's").isEmpty();
    }

    @Test
    void whereTheFiguresSayNothingNothingIsSaid() {
        assertThat(why(at(3, 0.5, 0.5), at(4, 0.4, 0.5))).isEmpty();
        assertThat(why(null, at(4, 0.4, 0.5))).isEmpty();
    }

    @Test
    void theFiguresAreToldInChinese() {
        Messages.languageProperty().set(Language.CHINESE);
        curve(Quantity.VALIDATION_LOSS, 60, 10, step -> 1 - step / 100);
        assertThat(why(at(55, 0.3, 0.5, 0.5, Outcome.RUNNING), at(60, 0.3, 0.4, 0.5, Outcome.RUNNING)))
                .isEqualTo("其验证损失达到新低：第 60 步为 0.400，此前最低为第 50 步的 0.5。");
    }
}
