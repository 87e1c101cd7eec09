package downhill.analysis.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import downhill.engine.graph.Graph;
import downhill.engine.graph.ParameterLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaneTest {
    private static double[] gaussian(Random random, int size) {
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] = random.nextGaussian();
        }
        return values;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aPointOfThePlaneIsProjectedOntoItself(long seed) {
        Random random = new Random(seed);
        PlaneSpan span = new PlaneSpan(gaussian(random, 9), gaussian(random, 9), gaussian(random, 9));
        double[] point = span.at(1.5, -2.25);
        assertThat(span.project(point)).containsExactly(new double[] {1.5, -2.25}, within(1e-10));
        assertThat(span.distance(point)).isEqualTo(0, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void noPointOfThePlaneIsNearerThanTheProjection(long seed) {
        Random random = new Random(seed);
        PlaneSpan span = new PlaneSpan(gaussian(random, 6), gaussian(random, 6), gaussian(random, 6));
        double[] point = gaussian(random, 6);
        double distance = span.distance(point);
        for (int i = 0; i < 50; i++) {
            double[] other = span.at(random.nextGaussian(), random.nextGaussian());
            double squares = 0;
            for (int k = 0; k < 6; k++) {
                squares += (other[k] - point[k]) * (other[k] - point[k]);
            }
            assertThat(distance).isLessThanOrEqualTo(Math.sqrt(squares));
        }
    }

    @Test
    void coordinatesOfAParameterPlaneAreTheParameters() {
        ParameterPlane plane = ParameterPlane.of(3, 1, new double[] {10, 11, 12, 13});
        assertThat(plane.project(new double[] {10, 5, 12, 7})).containsExactly(7, 5);
        assertThat(plane.at(7, 5)).containsExactly(10, 5, 12, 7);
        assertThat(plane.distance(new double[] {13, 5, 16, 7})).isEqualTo(5);
        assertThat(plane.exact()).isFalse();
        assertThat(ParameterPlane.whole().exact()).isTrue();
        assertThatThrownBy(() -> ParameterPlane.of(1, 1, new double[3])).hasMessageContaining("two different");
    }

    /** Points (3, 0), (−3, 0), (0, 1), (0, −1) turned into five dimensions: shares 18/20 and 2/20. */
    @Test
    void thePrincipalPlaneFindsTheDirectionsOfLargestSpread() {
        double[] far = {0.6, 0, 0.8, 0, 0};
        double[] near = {0, 0, 0, 1, 0};
        List<double[]> points = new ArrayList<>();
        for (double[] at : new double[][] {{3, 0}, {-3, 0}, {0, 1}, {0, -1}}) {
            double[] point = {1, 2, 3, 4, 5};
            for (int i = 0; i < 5; i++) {
                point[i] += at[0] * far[i] + at[1] * near[i];
            }
            points.add(point);
        }
        PrincipalPlane plane = PrincipalPlane.of(points);
        assertThat(plane.reference()).containsExactly(new double[] {1, 2, 3, 4, 5}, within(1e-14));
        assertThat(plane.explainedVariance()).containsExactly(new double[] {0.9, 0.1}, within(1e-12));
        assertThat(plane.span().u()).containsExactly(far, within(1e-12));
        assertThat(plane.span().v()).containsExactly(near, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 10, 60, 150, 500})
    void bothProductMatricesGiveAPlaneThatKeepsWhatItSays(int count) {
        Random random = new Random(count);
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double[] point = gaussian(random, 40);
            for (int k = 0; k < 40; k++) {
                point[k] *= 1.0 / (1 + k);
            }
            points.add(point);
        }
        PrincipalPlane plane = PrincipalPlane.of(points, new double[40]);
        double total = 0;
        double kept = 0;
        for (int i = 0; i < Math.min(count, PrincipalPlane.MOST_POINTS); i++) {
            double[] point = points.get(count <= PrincipalPlane.MOST_POINTS ? i
                    : (int) ((long) i * (count - 1) / (PrincipalPlane.MOST_POINTS - 1)));
            double[] at = plane.project(point);
            kept += at[0] * at[0] + at[1] * at[1];
            for (double value : point) {
                total += value * value;
            }
        }
        double share = plane.explainedVariance()[0] + plane.explainedVariance()[1];
        assertThat(kept / total).isEqualTo(share, within(1e-10));
        assertThat(share).isBetween(0.3, 1.0000001);
    }

    @Test
    void pointsOnALineAreGivenASecondDirection() {
        PrincipalPlane plane = PrincipalPlane.of(List.of(new double[] {0, 0, 0}, new double[] {1, 1, 0}, new double[] {2, 2, 0}));
        assertThat(plane.explainedVariance()).containsExactly(new double[] {1, 0}, within(1e-12));
        double dot = 0;
        for (int i = 0; i < 3; i++) {
            dot += plane.span().u()[i] * plane.span().v()[i];
        }
        assertThat(dot).isEqualTo(0, within(1e-12));
        PrincipalPlane point = PrincipalPlane.of(List.of(new double[] {1, 1, 1}));
        assertThat(point.explainedVariance()[0]).isNaN();
        assertThat(point.at(0, 0)).containsExactly(1, 1, 1);
        assertThat(point.distance(new double[] {1, 1, 1})).isEqualTo(0);
    }

    @Test
    void pointsThatAreNotFiniteAreLeftOutAndCounted() {
        PrincipalPlane plane = PrincipalPlane.of(List.of(new double[] {0, 1}, new double[] {Double.NaN, 0},
                new double[] {0, Double.POSITIVE_INFINITY}, new double[] {4, 1}));
        assertThat(plane.leftOut()).isEqualTo(2);
        assertThat(plane.points()).isEqualTo(2);
        assertThat(plane.span().u()).containsExactly(new double[] {1, 0}, within(1e-12));
    }

    @Test
    void randomDirectionsHaveTheReferencesLengthInEachFilter() {
        Graph graph = new Graph();
        graph.parameter("dense1.weight", 3, 2);
        graph.parameter("dense1.bias", 2);
        graph.parameter("conv1.weight", 2, 1, 2, 2);
        ParameterLayout layout = graph.layout();
        double[] reference = {1, 2, 3, 4, 5, 6, 0, 0, 1, 1, 1, 1, 3, 3, 3, 3};
        RandomPlane plane = RandomPlane.of(layout, reference, 7);
        for (double[] direction : List.of(plane.span().u(), plane.span().v())) {
            assertThat(norm(direction, 0, 2, 4)).isEqualTo(Math.sqrt(1 + 9 + 25), within(1e-12));
            assertThat(norm(direction, 1, 3, 5)).isEqualTo(Math.sqrt(4 + 16 + 36), within(1e-12));
            assertThat(norm(direction, 6, 7)).isEqualTo(0);
            assertThat(norm(direction, 8, 9, 10, 11)).isEqualTo(2, within(1e-12));
            assertThat(norm(direction, 12, 13, 14, 15)).isEqualTo(6, within(1e-12));
        }
        assertThat(RandomPlane.of(layout, reference, 7).span().u()).isEqualTo(plane.span().u());
        assertThat(RandomPlane.of(layout, reference, 8).span().u()).isNotEqualTo(plane.span().u());
    }

    private static double norm(double[] direction, int... at) {
        double squares = 0;
        for (int i : at) {
            squares += direction[i] * direction[i];
        }
        return Math.sqrt(squares);
    }

    @Test
    void aRegionHoldsAllFinitePointsWithAMargin() {
        Region region = Region.around(List.of(new double[] {0, 1}, new double[] {10, 1}, new double[] {Double.NaN, 5}), 0.1);
        assertThat(region.aLow()).isEqualTo(-1, within(1e-12));
        assertThat(region.aHigh()).isEqualTo(11, within(1e-12));
        assertThat(region.bLow()).isEqualTo(0.4, within(1e-12));
        assertThat(region.bHigh()).isEqualTo(1.6, within(1e-12));
        assertThat(Region.around(List.of(), 0.1)).isEqualTo(Region.square(1));
        Region zoomed = Region.square(2).zoom(2, 1, 0);
        assertThat(zoomed).isEqualTo(new Region(-0.5, 1.5, -1, 1));
    }
}
