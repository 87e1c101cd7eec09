package downhill.analysis.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What nearest points and rectangles are, tried on drawn ones. */
class NearestPointTest {
    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
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
