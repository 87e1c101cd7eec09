package downhill.analysis.curvature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.optim.JacobiEigen;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LanczosTest {
    private static double[][] symmetric(int n, long seed) {
        Random random = new Random(seed);
        double[][] a = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                a[i][j] = random.nextGaussian();
                a[j][i] = a[i][j];
            }
        }
        return a;
    }

    private static double[] times(double[][] a, double[] v) {
        double[] made = new double[v.length];
        for (int i = 0; i < v.length; i++) {
            for (int j = 0; j < v.length; j++) {
                made[i] += a[i][j] * v[j];
            }
        }
        return made;
    }

    @Test
    void theLargestEigenvalueIsThatOfTheWholeMatrix() {
        for (int n : new int[] {1, 2, 7, 40}) {
            double[][] a = symmetric(n, n);
            double expected = JacobiEigen.of(a).values()[0];
            Lanczos found = Lanczos.of(v -> times(a, v), n, 60, 5);
            assertThat(found.largest()).as(n + "×" + n).isCloseTo(expected, within(1e-8 * Math.abs(expected)));
        }
    }

    @Test
    void stoppedEarlyItLiesWithinItsResidual() {
        double[][] a = symmetric(60, 3);
        double[] all = JacobiEigen.of(a).values();
        for (int most : new int[] {3, 6, 10, 20}) {
            Lanczos found = Lanczos.of(v -> times(a, v), 60, most, 5);
            double nearest = Double.POSITIVE_INFINITY;
            for (double value : all) {
                nearest = Math.min(nearest, Math.abs(value - found.largest()));
            }
            assertThat(nearest).as("after " + most).isLessThanOrEqualTo(found.residual() + 1e-12);
            assertThat(found.steps()).isEqualTo(most);
        }
    }

    @Test
    void theTraceOfADiagonalMatrixIsExactAndThatOfAnyWithinItsError() {
        TraceEstimate diagonal = TraceEstimate.of(v -> new double[] {3 * v[0], -v[1], 5 * v[2]}, 3, 4, 1);
        assertThat(diagonal.value()).isEqualTo(7);
        assertThat(diagonal.error()).isZero();
        double[][] a = symmetric(30, 9);
        double trace = 0;
        for (int i = 0; i < 30; i++) {
            trace += a[i][i];
        }
        TraceEstimate estimate = TraceEstimate.of(v -> times(a, v), 30, 400, 1);
        assertThat(estimate.value()).isCloseTo(trace, within(5 * estimate.error()));
        assertThat(estimate.error()).isPositive();
    }

    @Test
    void growthOfAMapIsItsLargestEigenvaluesSize() {
        assertThat(SpectralRadius.of(new double[][] {{0.5, 0}, {0, -0.9}})).isCloseTo(0.9, within(1e-6));
        assertThat(SpectralRadius.of(new double[][] {{0, -4}, {1, 0}})).as("±2i").isCloseTo(2, within(1e-6));
        assertThat(SpectralRadius.of(new double[][] {{1, 1}, {0, 1}})).as("one Jordan block").isCloseTo(1, within(2e-6));
        assertThat(SpectralRadius.of(new double[][] {{0, 1}, {0, 0}})).isZero();
    }
}
