package downhill.analysis.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import downhill.data.Progress;
import downhill.engine.graph.Graph;
import downhill.engine.graph.ParameterLayout;
import downhill.expr.Parser;
import downhill.words.RefusedException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds of planes, of paths on them and of heights, however they are written down. */
class PlaneLawsTest {
    private static double[] row(int size, IntToDoubleFunction value) {
        return IntStream.range(0, size).mapToDouble(value).toArray();
    }

    private static double[] any(Random random, int size) {
        return row(size, i -> random.nextGaussian());
    }

    private static List<double[]> cloud(Random random, int count, int size) {
        return Stream.generate(() -> row(size, i -> random.nextGaussian() / (1 + i * i))).limit(count).toList();
    }

    private static double squares(double[] row) {
        return Arrays.stream(row).map(x -> x * x).sum();
    }

    /** The same plane by other directions from another of its points: the same nearest point, as far away. */
    @Test
    void aPlaneIsTheSameByWhateverDirectionsItIsGiven() {
        for (int seed = 0; seed < 30; seed++) {
            Random random = new Random(seed);
            PlaneSpan span = new PlaneSpan(any(random, 7), any(random, 7), any(random, 7));
            PlaneSpan other = new PlaneSpan(span.at(2, -3), row(7, i -> span.u()[i] + span.v()[i]),
                    row(7, i -> span.u()[i] - 3 * span.v()[i]));
            double[] point = any(random, 7);
            double[] one = span.project(point);
            double[] two = other.project(point);
            assertThat(other.at(two[0], two[1])).containsExactly(span.at(one[0], one[1]), within(1e-9));
            assertThat(other.distance(point)).isCloseTo(span.distance(point), within(1e-9));
        }
    }

    /** Way along the plane and way off it make a right angle; halfway between two points lies halfway on the plane. */
    @Test
    void projectionKeepsMiddlesAndThePythagoreanSum() {
        for (int seed = 0; seed < 30; seed++) {
            Random random = new Random(seed);
            PlaneSpan span = new PlaneSpan(any(random, 5), any(random, 5), any(random, 5));
            double[] p = any(random, 5);
            double[] q = any(random, 5);
            double[] first = span.project(p);
            double[] last = span.project(q);
            double[] middle = span.project(row(5, i -> (p[i] + q[i]) / 2));
            assertThat(middle).containsExactly(row(2, i -> (first[i] + last[i]) / 2), within(1e-9));
            double[] on = span.at(0.5, 1.5);
            double[] foot = span.at(first[0], first[1]);
            double along = squares(row(5, i -> foot[i] - on[i]));
            double off = span.distance(p);
            assertThat(along + off * off).isCloseTo(squares(row(5, i -> p[i] - on[i])), within(1e-9));
        }
    }

    /** Two numbers in all: whatever plane, it is the whole space, and the picture of a path is the path. */
    @Test
    void aPathOfTwoParametersHasNoGapOnThePlaneOfItsOwnSpread() {
        long[] steps = {0, 1, 5, 9};
        ContenderPath path = new ContenderPath("one", steps, new double[][] {{3, 4}, {2.5, 1}, {-1, 0.5}, {0.25, 0}});
        Plane own = PrincipalPlane.of(List.of(path.parameters()));
        try (LandscapeEngine engine = new LandscapeEngine(new SurfaceTerrain(Parser.expression("x^2 + 3*y^2 + x*y")), 1)) {
            PathOnPlane seen = engine.trace(own, path, Progress.NONE);
            assertThat(seen.steps()).containsExactly(steps);
            assertThat(seen.trueLoss()).containsExactly(new double[] {69, 11.75, 1.25, 0.0625}, within(1e-12));
            assertThat(seen.planeLoss()).containsExactly(seen.trueLoss(), within(1e-9));
            assertThat(seen.largestGap()).isCloseTo(0, within(1e-9));
            assertThat(seen.distance()).containsExactly(new double[4], within(1e-9));
        }
    }

    @Test
    void theLargestGapIsOneOfThoseThatAreNumbersWhicheverWayItGoes() {
        double lost = Double.NaN;
        double far = Double.POSITIVE_INFINITY;
        PathOnPlane path = new PathOnPlane("a", new long[4], new double[4], new double[4], new double[4], new double[] {lost, 2, 1, far},
                new double[] {1, 1.5, 4, 1});
        assertThat(path.gap(2)).isEqualTo(-3);
        assertThat(path.largestGap()).isEqualTo(3);
        assertThat(new PathOnPlane("a", new long[1], new double[1], new double[1], new double[1], new double[] {far}, new double[1])
                .largestGap()).isNaN();
        assertThatThrownBy(() -> new ContenderPath("a", new long[2], new double[3][1])).isInstanceOf(IllegalArgumentException.class);
    }

    /** Neither where the cloud lies nor its unit nor the order of its points is in its shares; the rest of the spread is off the plane. */
    @Test
    void sharesAreOfTheCloudAndWhatIsNotInThemLiesOffThePlane() {
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            int size = 2 + random.nextInt(9);
            List<double[]> points = cloud(random, 2 + random.nextInt(30), size);
            PrincipalPlane plane = PrincipalPlane.of(points);
            double[] shares = plane.explainedVariance();
            assertThat(shares[0]).isGreaterThanOrEqualTo(shares[1]);
            assertThat(shares[0] + shares[1]).isLessThanOrEqualTo(1 + 1e-12);
            double total = points.stream().mapToDouble(p -> squares(row(size, i -> p[i] - plane.reference()[i]))).sum();
            double off = points.stream().mapToDouble(plane::distance).map(x -> x * x).sum();
            assertThat(off / total).isCloseTo(1 - shares[0] - shares[1], within(1e-9));
            PrincipalPlane moved = PrincipalPlane.of(points.stream().map(p -> row(size, i -> 8 * p[i] + 3)).toList());
            assertThat(moved.explainedVariance()).containsExactly(shares, within(1e-9));
            PrincipalPlane backwards = PrincipalPlane.of(IntStream.range(0, points.size())
                    .mapToObj(i -> points.get(points.size() - 1 - i)).toList());
            assertThat(backwards.span().u()).containsExactly(plane.span().u(), within(1e-6));
        }
    }

    /** A long path is thinned out, but neither its first point nor its last is left out. */
    @Test
    void ofAPathThatIsThinnedBothEndsRemain() {
        List<double[]> flat = new ArrayList<>(Collections.nCopies(5000, new double[] {1, 1, 1}));
        flat.set(0, new double[] {9, 1, 1});
        flat.set(4999, new double[] {1, 1, 4});
        PrincipalPlane plane = PrincipalPlane.of(flat, new double[] {1, 1, 1});
        assertThat(plane.points()).isEqualTo(PrincipalPlane.MOST_POINTS);
        assertThat(plane.leftOut()).isZero();
        assertThat(plane.span().u()).containsExactly(new double[] {1, 0, 0}, within(1e-12));
        assertThat(plane.span().v()).containsExactly(new double[] {0, 0, 1}, within(1e-12));
        assertThat(plane.explainedVariance()).containsExactly(new double[] {64 / 73.0, 9 / 73.0}, within(1e-12));
    }

    /** A network scaled by a factor has a picture of the same shape: that is what directions are normalised for. */
    @Test
    void randomDirectionsGrowWithTheReferenceFilterByFilter() {
        Graph graph = new Graph();
        graph.parameter("dense1.weight", 4, 3);
        graph.parameter("dense1.bias", 3);
        ParameterLayout layout = graph.layout();
        double[] reference = any(new Random(5), 15);
        RandomPlane plane = RandomPlane.of(layout, reference, 3);
        RandomPlane larger = RandomPlane.of(layout, row(15, i -> 4 * reference[i]), 3);
        assertThat(larger.span().v()).containsExactly(row(15, i -> 4 * plane.span().v()[i]), within(1e-12));
        double[] changed = reference.clone();
        IntStream.of(1, 4, 7, 10).forEach(i -> changed[i] *= 2); // what feeds the second output
        double[] direction = RandomPlane.of(layout, changed, 3).span().u();
        assertThat(direction).containsExactly(row(15, i -> (i % 3 == 1 && i < 12 ? 2 : 1) * plane.span().u()[i]), within(1e-12));
        assertThat(plane.at(0, 0)).containsExactly(reference);
        assertThat(plane.span().u()).isNotEqualTo(plane.span().v());
    }

    @Test
    void theLowestPointIsOneOfThoseThatAreNumbersAndStandsWhereItWasLookedAt() {
        double lost = Double.NaN;
        LossHeights heights = new LossHeights(ParameterPlane.whole(), new Region(-2, 2, 10, 14),
                new double[][] {{5, lost, 3}, {4, 1, Double.NEGATIVE_INFINITY}, {2, 6, 1}}, DataScope.NONE, true);
        assertThat(heights.lowest()).as("the first of equals").containsExactly(0, 12, 1);
        assertThat(new double[] {heights.a(0), heights.a(1), heights.a(2)}).containsExactly(-2, 0, 2);
        assertThat(new double[] {heights.b(0), heights.b(1), heights.b(2)}).containsExactly(10, 12, 14);
        assertThat(heights.resolution()).isEqualTo(3);
    }

    @Test
    void zoomingOutUndoesZoomingInAndTheKeptPointStaysInItsPlace() {
        Region region = new Region(-1, 7, 2, 4);
        Region near = region.zoom(4, 1, 3.5);
        assertThat(near).isEqualTo(new Region(0.5, 2.5, 3.125, 3.625));
        assertThat(near.zoom(0.25, 1, 3.5)).isEqualTo(region);
        assertThat((1 - near.aLow()) / (near.aHigh() - near.aLow())).isEqualTo(0.25);
        assertThat(near.contains(0.5, 3.625)).as("bounds belong to it").isTrue();
        assertThat(near.contains(0.4999, 3.5)).isFalse();
        Region line = Region.around(List.of(new double[] {2, 5}, new double[] {12, 5}), 0);
        assertThat(line).as("a tenth of the other extent").isEqualTo(new Region(2, 12, 4.5, 5.5));
        assertThatThrownBy(() -> new Region(0, 1, 3, 3)).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> new Region(-Double.MAX_VALUE, Double.MAX_VALUE, 0, 1)).isInstanceOf(RefusedException.class);
    }
}
