package downhill.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.analysis.curvature.Lanczos;
import downhill.engine.Backend;
import downhill.engine.Precision;
import downhill.engine.train.GradientProbe;
import downhill.engine.train.HessianProbe;
import downhill.engine.train.TrainingData;
import downhill.engine.train.TrainingGraph;
import downhill.optim.JacobiEigen;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Products of every family's Hessian with vectors, beside differences of gradients; and its largest eigenvalue beside that of all of it. */
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
