package downhill.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.analysis.curvature.Lanczos;
import downhill.engine.Backend;
import downhill.engine.Precision;
import downhill.engine.train.ForwardPass;
import downhill.engine.train.GradientProbe;
import downhill.engine.train.HessianProbe;
import downhill.engine.train.TrainingData;
import downhill.engine.train.TrainingGraph;
import downhill.expr.ModelQuestion;
import downhill.optim.JacobiEigen;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Products of every family's Hessian and Gauss-Newton matrix with vectors, beside differences; and its largest eigenvalue beside that of
 * all of it.
 */
class HessianProductTest {
    private static final int ROWS = 3;
    private static final double STEP = 1e-5;

    @BeforeAll
    static void begin() {
        Backend.current();
    }

    static Stream<ModelCases.Case> models() {
        return ModelCases.all().filter(each -> each.spec().dropout() == 0 && !each.weighting().rows());
    }

    @ParameterizedTest
    @MethodSource("models")
    void theProductIsTheChangeOfTheGradient(ModelCases.Case checked) {
        ModelSetup setup = ModelSetup.of(checked, 1, false);
        double[] theta = setup.parameters();
        double[] v = new Random(8).doubles(theta.length, -1, 1).toArray();
        TrainingData data = new TrainingData(ROWS, setup.inputs().get("x"), setup.inputs().get("y"), null);
        try (HessianProbe hessian = new HessianProbe(graph(checked), data, 0);
                GradientProbe gradient = new GradientProbe(graph(checked), data, 0, Precision.DOUBLE)) {
            hessian.at(theta);
            double[] product = hessian.times(v);
            double[] above = gradient.gradient(moved(theta, v, STEP), 0);
            double[] below = gradient.gradient(moved(theta, v, -STEP), 0);
            double[] here = gradient.gradient(theta, 0);
            double size = Stream.of(product).flatMapToDouble(Arrays::stream).map(Math::abs).max().orElse(0);
            for (int i = 0; i < product.length; i++) {
                assertThat(product[i]).as("element " + i).isCloseTo((above[i] - below[i]) / (2 * STEP),
                        within(1e-6 * (1 + size)));
                assertThat(hessian.gradient()[i]).isEqualTo(here[i]);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void theLargestEigenvalueIsThatOfTheDenseMatrix(ModelCases.Case checked) {
        ModelSetup setup = ModelSetup.of(checked, 1, false);
        int size = setup.parameters().length;
        if (size > 60) {
            return; // all of these would take long, and the smaller ones are of every family
        }
        TrainingData data = new TrainingData(ROWS, setup.inputs().get("x"), setup.inputs().get("y"), null);
        try (HessianProbe hessian = new HessianProbe(graph(checked), data, 0)) {
            hessian.at(setup.parameters());
            double[][] dense = new double[size][];
            for (int i = 0; i < size; i++) {
                double[] unit = new double[size];
                unit[i] = 1;
                dense[i] = hessian.times(unit);
            }
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < i; j++) {
                    assertThat(dense[i][j]).isCloseTo(dense[j][i], within(1e-10 * (1 + Math.abs(dense[j][i]))));
                }
            }
            double expected = JacobiEigen.of(dense).values()[0];
            double found = Lanczos.of(hessian::times, size, size, 1).largest();
            assertThat(found).isCloseTo(expected, within(1e-6 * (1 + Math.abs(expected))));
        }
    }

    /** Beside Jᵀ·Hₗ·J in full: J by differences of outputs, Hₗ the second derivatives of each loss as a textbook has them. */
    @ParameterizedTest
    @MethodSource("models")
    void theGaussNewtonProductIsThatOfTheDenseMatrix(ModelCases.Case checked) {
        ModelSetup setup = ModelSetup.of(checked, 1, false);
        double[] theta = setup.parameters();
        int size = theta.length;
        if (size > 60) {
            return;
        }
        TrainingData data = new TrainingData(ROWS, setup.inputs().get("x"), setup.inputs().get("y"), null);
        double[][] expected = gaussNewton(checked, setup);
        try (GradientProbe probe = new GradientProbe(graph(checked), data, 0, Precision.DOUBLE)) {
            probe.gradient(theta, 0);
            double[][] dense = new double[size][];
            for (int i = 0; i < size; i++) {
                double[] unit = new double[size];
                unit[i] = 1;
                dense[i] = probe.times(ModelQuestion.GNVP, unit);
                for (int j = 0; j < size; j++) {
                    assertThat(dense[i][j]).isCloseTo(expected[i][j], within(1e-7 * (1 + Math.abs(expected[i][j]))));
                    assertThat(dense[i][j]).isCloseTo(j < i ? dense[j][i] : dense[i][j], within(1e-12 * (1 + Math.abs(dense[i][j]))));
                }
            }
            double[] values = JacobiEigen.of(dense).values();
            assertThat(values[size - 1]).isGreaterThan(-1e-12 * (1 + values[0]));
        }
    }

    private static double[][] gaussNewton(ModelCases.Case checked, ModelSetup setup) {
        int size = setup.parameters().length;
        double[][] moves = new double[size][];
        double[] here;
        try (ForwardPass forward = new ForwardPass(setup.model().x(), setup.model().output(), Precision.DOUBLE)) {
            here = outputs(forward, setup, setup.parameters());
            for (int i = 0; i < size; i++) {
                double[] unit = new double[size];
                unit[i] = 1;
                double[] above = outputs(forward, setup, moved(setup.parameters(), unit, STEP));
                double[] below = outputs(forward, setup, moved(setup.parameters(), unit, -STEP));
                moves[i] = new double[above.length];
                Arrays.setAll(moves[i], k -> (above[k] - below[k]) / (2 * STEP));
            }
        }
        double[][] made = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                made[i][j] = bilinear(checked, here, setup.inputs().get("y"), moves[i], moves[j]);
            }
        }
        return made;
    }

    private static double[] outputs(ForwardPass forward, ModelSetup setup, double[] theta) {
        forward.parameters(theta);
        return forward.output(setup.inputs().get("x"));
    }

    /** a·Hₗ·b. */
    private static double bilinear(ModelCases.Case checked, double[] z, double[] y, double[] a, double[] b) {
        double sum = 0;
        int outputs = checked.outputs();
        for (int row = 0; row < ROWS; row++) {
            int from = row * outputs;
            double all = IntStream.range(from, from + outputs).mapToDouble(k -> Math.exp(z[k])).sum();
            double meanA = 0;
            double meanB = 0;
            for (int k = from; k < from + outputs; k++) {
                double p = Math.exp(z[k]) / all;
                double s = 1 / (1 + Math.exp(-z[k]));
                meanA += p * a[k];
                meanB += p * b[k];
                sum += a[k] * b[k] * switch (checked.spec().loss()) {
                    case MSE -> 2.0 / outputs;
                    case MAE -> 0;
                    case HUBER -> Math.abs(z[k] - y[k]) < checked.spec().settledOptions().huberDelta() ? 1.0 / outputs : 0;
                    case BINARY_CROSS_ENTROPY -> s * (1 - s) / outputs;
                    case CROSS_ENTROPY -> p;
                };
            }
            sum -= checked.spec().loss() == Loss.CROSS_ENTROPY ? meanA * meanB : 0;
        }
        return sum / ROWS;
    }

    private static TrainingGraph graph(ModelCases.Case checked) {
        return ModelBuilder.build(checked.spec(), checked.shape(), checked.outputs(), ROWS, false, checked.weighting()).training();
    }

    private static double[] moved(double[] theta, double[] v, double by) {
        double[] made = theta.clone();
        for (int i = 0; i < made.length; i++) {
            made[i] += by * v[i];
        }
        return made;
    }
}
