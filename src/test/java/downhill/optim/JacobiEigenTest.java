package downhill.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What eigenvalues and eigenvectors are, tried on drawn matrices. */
class JacobiEigenTest {
    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double[][] symmetric(int n, Random random, double size) {
        double[][] matrix = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                matrix[i][j] = size * random.nextGaussian();
                matrix[j][i] = matrix[i][j];
            }
        }
        return matrix;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8, 20, 67})
    void theMatrixOnlyStretchesItsEigenvectors(int n) {
        for (long seed = 0; seed < 8; seed++) {
            double size = seed % 2 == 0 ? 1 : 1e-6;
            double[][] matrix = symmetric(n, new Random(seed), size);
            JacobiEigen.Found eigen = JacobiEigen.of(matrix);
            double trace = 0;
            for (int k = 0; k < n; k++) {
                double[] vector = eigen.vectors()[k];
                trace += matrix[k][k];
                for (int i = 0; i < n; i++) {
                    assertThat(dot(matrix[i], vector)).as("n %d, seed %d, vector %d", n, seed, k)
                            .isCloseTo(eigen.values()[k] * vector[i], within(1e-12 * n * size));
                }
                for (int other = 0; other <= k; other++) {
                    assertThat(dot(vector, eigen.vectors()[other])).isCloseTo(other == k ? 1 : 0, within(1e-12));
                }
                assertThat(k == 0 || eigen.values()[k] <= eigen.values()[k - 1]).as("falling").isTrue();
                assertThat(Arrays.stream(vector).boxed().max((a, b) -> Double.compare(Math.abs(a), Math.abs(b))).orElseThrow())
                        .isPositive();
            }
            assertThat(Arrays.stream(eigen.values()).sum()).as("the trace").isCloseTo(trace, within(1e-12 * n * size));
        }
    }

    @Test
    void aMatrixOfZerosHasNoDirectionOfItsOwnAndOneThatIsNotFiniteNone() {
        JacobiEigen.Found zeros = JacobiEigen.of(new double[3][3]);
        assertThat(zeros.values()).containsExactly(0, 0, 0);
        assertThat(dot(zeros.vectors()[0], zeros.vectors()[0])).isEqualTo(1, within(1e-15));
        JacobiEigen.Found none = JacobiEigen.of(new double[][] {{1, Double.NaN}, {Double.NaN, 1}});
        assertThat(none.values()).containsOnly(Double.NaN);
        assertThat(none.vectors()[1]).containsOnly(Double.NaN);
    }
}
