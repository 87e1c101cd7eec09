package downhill.analysis.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What eigenvectors, nearest points and rectangles are, tried on drawn ones. */
class SymmetricEigenTest {
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
    @ValueSource(ints = {1, 2, 3, 8, 20})
    void theMatrixOnlyStretchesItsEigenvectors(int n) {
        for (long seed = 0; seed < 8; seed++) {
            double size = seed % 2 == 0 ? 1 : 1e-6;
            double[][] matrix = symmetric(n, new Random(seed), size);
            SymmetricEigen eigen = SymmetricEigen.of(matrix);
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
            }
            assertThat(Arrays.stream(eigen.values()).sum()).as("the trace").isCloseTo(trace, within(1e-12 * n * size));
        }
    }

    @Test
    void theNearestPointOfAPlaneIsFoundAndWhatIsLeftStandsUprightOnIt() {
        for (long seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            double[] origin = random.doubles(6, -1, 1).toArray();
            PlaneSpan plane = new PlaneSpan(origin, random.doubles(6, -1, 1).toArray(), random.doubles(6, -1, 1).toArray());
            double[] point = random.doubles(6, -3, 3).toArray();
            double[] nearest = plane.project(point);
            double[] rest = plane.at(nearest[0], nearest[1]);
            Arrays.setAll(rest, i -> point[i] - rest[i]);
            assertThat(dot(rest, plane.u())).as("seed %d", seed).isCloseTo(0, within(1e-9));
            assertThat(dot(rest, plane.v())).as("seed %d", seed).isCloseTo(0, within(1e-9));
            assertThat(plane.distance(point)).isCloseTo(Math.sqrt(dot(rest, rest)), within(1e-9));
            double[] back = plane.project(plane.at(0.25, -2));
            assertThat(back).containsExactly(new double[] {0.25, -2}, within(1e-9));
        }
    }

    @Test
    void aRegionHoldsItsPointsWithAMarginOnEachSide() {
        for (long seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            double[][] points = new double[20][];
            Arrays.setAll(points, i -> new double[] {random.nextGaussian(), 3 * random.nextGaussian() + 5});
            points[3] = new double[] {Double.NaN, 0};
            Region region = Region.around(List.of(points), 0.15);
            double[] a = Arrays.stream(points).filter(p -> p != points[3]).mapToDouble(p -> p[0]).sorted().toArray();
            double[] b = Arrays.stream(points).filter(p -> p != points[3]).mapToDouble(p -> p[1]).sorted().toArray();
            double spanB = b[b.length - 1] - b[0];
            double spanA = Math.max(a[a.length - 1] - a[0], spanB / 10);
            assertThat(region.aHigh() - region.aLow()).as("seed %d", seed).isCloseTo(1.3 * spanA, within(1e-9));
            assertThat(region.bHigh() - region.bLow()).isCloseTo(1.3 * spanB, within(1e-9));
            assertThat(region.aLow() + region.aHigh()).isCloseTo(a[0] + a[a.length - 1], within(1e-9));
            Arrays.stream(points).filter(p -> p != points[3]).forEach(p -> assertThat(region.contains(p[0], p[1])).isTrue());
            Region zoomed = region.zoom(4, 1, 2).zoom(0.25, 1, 2);
            assertThat(zoomed.aLow()).as("there and back").isCloseTo(region.aLow(), within(1e-9));
        }
        assertThat(Region.around(List.of(), 0.15)).isEqualTo(Region.square(1));
    }
}
