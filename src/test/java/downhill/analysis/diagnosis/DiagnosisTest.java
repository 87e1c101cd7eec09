package downhill.analysis.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import downhill.analysis.predict.ModelView;
import downhill.analysis.step.GradientParts;
import downhill.analysis.step.RuleMemory;
import downhill.analysis.step.StepRecord;
import downhill.engine.Precision;
import downhill.engine.graph.Graph;
import downhill.engine.train.RunSpec;
import downhill.model.Activation;
import downhill.model.Architecture;
import downhill.model.Family;
import downhill.model.InputShape;
import downhill.model.Loss;
import downhill.model.ModelSpec;
import downhill.optim.RuleLibrary;
import downhill.race.history.Curve;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class DiagnosisTest {
    private static final int POINTS = 300;

    private static List<Diagnosis> training(DoubleUnaryOperator loss) {
        return CurveDiagnosis.ofTraining(steps(POINTS), losses(POINTS, loss));
    }

    private static double[] steps(int count) {
        double[] steps = new double[count];
        Arrays.setAll(steps, i -> 10 * i);
        return steps;
    }

    private static double[] losses(int count, DoubleUnaryOperator loss) {
        double[] losses = new double[count];
        Arrays.setAll(losses, i -> loss.applyAsDouble((double) i / count));
        return losses;
    }

    @Test
    void aLossThatIsNoNumberHasDiverged() {
        assertThat(training(t -> t < 0.5 ? 3 : Double.NaN))
                .containsExactly(new Diagnosis(Trouble.DIVERGED, 3, 1500, ""));
        assertThat(CurveDiagnosis.ofTraining(new double[] {0}, new double[] {Double.POSITIVE_INFINITY}).get(0).value()).isNaN();
    }

    @Test
    void aLossThatGrowsIsFound() {
        Diagnosis found = training(t -> Math.exp(8 * t)).get(0);
        assertThat(found.trouble()).isEqualTo(Trouble.GROWING);
        assertThat(found.value()).isGreaterThan(10);
    }

    @Test
    void aGoodRunHasNoTrouble() {
        Random noise = new Random(1);
        assertThat(training(t -> Math.exp(-3 * t) + 0.02 * noise.nextGaussian())).isEmpty();
        assertThat(training(t -> 1 - 0.5 * t)).isEmpty();
    }

    @Test
    void aCurveAtRestIsAPlateauSinceItGotThere() {
        Diagnosis found = training(t -> t < 0.2 ? 1 - 4 * t : 0.2).get(0);
        assertThat(found.trouble()).isEqualTo(Trouble.PLATEAU);
        assertThat(found.step()).isBetween(580L, 620L);
        assertThat(found.value()).isEqualTo(0, within(1e-9));
    }

    @Test
    void fallingByNextToNothingAsksForALargerRate() {
        Diagnosis found = training(t -> 2 - 0.01 * t).get(0);
        assertThat(found.trouble()).isEqualTo(Trouble.RATE_TOO_SMALL);
        assertThat(found.value()).isEqualTo(0.005, within(1e-3));
    }

    @Test
    void aFewPointsSayNothing() {
        assertThat(CurveDiagnosis.ofTraining(steps(5), losses(5, t -> 1))).isEmpty();
        assertThat(CurveDiagnosis.ofValidation(new Curve(steps(5), losses(5, t -> 1 + t)), new Curve(steps(5), losses(5, t -> 1 - t))))
                .isEmpty();
    }

    @Test
    void aValidationLossThatRisesAgainIsOverfitting() {
        double[] curve = losses(60, t -> 1 + (t - 0.4) * (t - 0.4));
        Curve training = new Curve(steps(60), losses(60, t -> 2 - t));
        Diagnosis found = CurveDiagnosis.ofValidation(new Curve(steps(60), curve), training).get(0);
        assertThat(found.trouble()).isEqualTo(Trouble.OVERFITTING);
        assertThat(found.step()).isEqualTo(240);
        assertThat(CurveDiagnosis.ofValidation(training, training)).isEmpty();
    }

    private static StepRecord record(double first, double last) {
        Graph graph = new Graph();
        graph.parameter("dense1.weight", 2, 2);
        graph.parameter("dense1.bias", 2);
        graph.parameter("dense2.weight", 2, 1);
        RunSpec run = RunSpec.plain(RuleLibrary.builtIn().byId("gradient-descent").orElseThrow(), new double[] {0.1}, 1);
        double[] gradient = {first, -first, first, first, 9, 9, last, -last};
        double[] theta = new double[8];
        RuleMemory nothing = new RuleMemory(Map.of(), Map.of());
        return new StepRecord(30, run, new double[] {0.1}, 0.1, 1, theta,
                GradientParts.of(run, graph.layout().penaltyMask(), theta, gradient), nothing, theta, nothing, graph.layout());
    }

    @Test
    void gradientsThatDieAwayTowardsTheInputAreFound() {
        Diagnosis found = StepDiagnosis.vanishing(record(1e-5, 1)).orElseThrow();
        assertThat(found.value()).isEqualTo(1e-5, within(1e-12));
        assertThat(found.array()).isEqualTo("dense1.weight");
        assertThat(StepDiagnosis.vanishing(record(0.1, 1))).isEmpty();
        assertThat(StepDiagnosis.vanishing(record(0, 0))).isEmpty();
    }

    /** [in][out] of dense layers and [out][in][height][width] of convolutions; what follows the layer gets a gradient. */
    @Test
    void unitsThatNoGradientReachesAreFoundNearestToTheOutput() {
        List<String> layers = List.of("conv1.map", "dense1.activation");
        double[] all = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
        assertThat(StepDiagnosis.unreached(reached(all), layers)).isEmpty();
        double[] one = {1, 1, 1, 1, 1, 1, 1, 0, 1, 0, 1, 0, 1, 1};
        assertThat(StepDiagnosis.unreached(reached(one), layers)).contains(new Diagnosis(Trouble.DEAD_UNITS, 0.5, 30, "dense1"));
        double[] filter = {0, 0, 1, 1, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1};
        assertThat(StepDiagnosis.unreached(reached(filter), layers)).contains(new Diagnosis(Trouble.DEAD_UNITS, 0.5, 30, "conv1"));
        double[] byItsBias = {0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
        assertThat(StepDiagnosis.unreached(reached(byItsBias), layers)).as("its bias still moves").isEmpty();
        assertThat(StepDiagnosis.unreached(reached(new double[14]), layers)).as("nothing gets any").isEmpty();
        assertThat(StepDiagnosis.unreached(reached(filter), List.of())).as("no relu layers").isEmpty();
    }

    /** Two filters of 1 × 2, two dense units over two inputs, one output. */
    private static StepRecord reached(double[] gradient) {
        Graph graph = new Graph();
        graph.parameter("conv1.weight", 2, 1, 1, 2);
        graph.parameter("conv1.bias", 2);
        graph.parameter("dense1.weight", 2, 2);
        graph.parameter("dense1.bias", 2);
        graph.parameter("dense2.weight", 2, 1);
        RunSpec run = RunSpec.plain(RuleLibrary.builtIn().byId("gradient-descent").orElseThrow(), new double[] {0.1}, 1);
        double[] theta = new double[gradient.length];
        RuleMemory nothing = new RuleMemory(Map.of(), Map.of());
        return new StepRecord(30, run, new double[] {0.1}, 0.1, 1, theta,
                GradientParts.of(run, graph.layout().penaltyMask(), theta, gradient), nothing, theta, nothing, graph.layout());
    }

    /** Of four relu units of x·W + b with x in {1, 2}, the weights −1, 0, 1, −1 and biases 0, 0, 0, 1.5 leave two dead. */
    @Test
    void unitsThatAreNeverAboveZeroAreDead() {
        ModelSpec model = new ModelSpec(new Architecture.Mlp(List.of(4), Activation.RELU), Loss.MSE);
        InputShape shape = InputShape.of(1);
        double[] parameters = {-1, 0, 1, -1, 0, 0, 0, 1.5, 1, 1, 1, 1, 0};
        assertThat(ModelView.names(model, shape, 1)).containsExactly("dense1.activation");
        ModelView view = ModelView.of(model, shape, 1, Precision.DOUBLE, parameters, new double[] {1, 2}, "dense1.activation");
        assertThat(view.shape()).containsExactly(2, 4);
        assertThat(view.row(0)).containsExactly(0, 0, 1, 0.5);
        assertThat(view.deadShare()).isEqualTo(0.5);
        Diagnosis found = StepDiagnosis.dead(view, 40).orElseThrow();
        assertThat(found).isEqualTo(new Diagnosis(Trouble.DEAD_UNITS, 0.5, 40, "dense1.activation"));
        assertThat(StepDiagnosis.dead(new ModelView("a", new int[] {1, 5}, new double[] {1, 1, 1, 1, 0}), 1)).isEmpty();
        assertThatThrownBy(() -> ModelView.of(model, shape, 1, Precision.DOUBLE, parameters, new double[] {1}, "attention"))
                .hasMessageContaining("no view \"attention\"");
    }

    @Test
    void viewsOfReluUnitsExistInTheirModels() {
        Architecture mixed = new Architecture.Mlp(List.of(4, 5, 6), List.of(Activation.RELU, Activation.TANH, Activation.RELU));
        assertThat(reluViews(mixed)).containsExactly("dense1.activation", "dense3.activation");
        assertThat(ModelView.names(new ModelSpec(mixed, Loss.MSE), InputShape.of(3), 1))
                .containsAll(reluViews(mixed));
        assertThat(ModelView.names(new ModelSpec(Architecture.Cnn.digits(), Loss.CROSS_ENTROPY), InputShape.of(1, 8, 8), 10))
                .containsAll(reluViews(Architecture.Cnn.digits()));
        assertThat(reluViews(new Architecture.Linear())).isEmpty();
    }

    @Test
    void attentionOfARowSumsToOne() {
        ModelSpec model = new ModelSpec(new Architecture.Transformer(4, 2, 8), Loss.MSE);
        InputShape shape = InputShape.of(5, 1);
        double[] parameters = downhill.model.InitialValues.row(model, shape, 1, 3);
        ModelView view = ModelView.of(model, shape, 1, Precision.DOUBLE, parameters, new double[] {1, 2, 0, 4, 3}, "attention");
        assertThat(view.shape()).containsExactly(1, 2, 5, 5);
        for (int row = 0; row < 10; row++) {
            assertThat(Arrays.stream(view.values(), row * 5, row * 5 + 5).sum()).isEqualTo(1, within(1e-12));
        }
    }

    private static List<String> reluViews(Architecture architecture) {
        return Family.of(architecture).reluViews(architecture);
    }
}
