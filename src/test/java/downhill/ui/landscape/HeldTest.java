package downhill.ui.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.analysis.landscape.ParameterPlane;
import downhill.analysis.landscape.PrincipalPlane;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.Test;

/** How much of the paths can be seen on a plane. */
class HeldTest {
    private static List<double[]> points(long seed) {
        Random random = new Random(seed);
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            points.add(new double[] {random.nextGaussian() * 3, random.nextGaussian(), random.nextGaussian() * 0.5,
                    random.nextGaussian() * 2});
        }
        return points;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void ofThePrincipalPlaneItIsTheExplainedVarianceAndNoOtherPlaneHoldsMore(long seed) {
        List<double[]> points = points(seed);
        PrincipalPlane plane = PrincipalPlane.of(points);
        double held = Held.share(plane, points);
        assertThat(held).isCloseTo(plane.explainedVariance()[0] + plane.explainedVariance()[1], within(1e-9));
        for (int other = 1; other < 4; other++) {
            assertThat(Held.share(ParameterPlane.of(0, other, new double[] {7, 8, 9, 10}), points)).isLessThanOrEqualTo(held);
        }
    }

    @Test
    void ofTwoParametersItIsTheirShareWhereverTheOthersStay() {
        List<double[]> points = List.of(new double[] {0, 0, 0}, new double[] {2, 0, 0}, new double[] {0, 2, 1}, new double[] {2, 2, 1});
        assertThat(Held.share(ParameterPlane.of(0, 1, new double[] {5, 5, 5}), points)).isCloseTo(8.0 / 9, within(1e-12));
        assertThat(Held.share(ParameterPlane.of(0, 2, new double[] {5, 5, 5}), points)).isCloseTo(5.0 / 9, within(1e-12));
    }

    @Test
    void whereNobodyHasMovedNothingIsHeldAndInfinityIsLeftOut() {
        assertThat(Held.share(ParameterPlane.of(0, 1, new double[3]), List.of(new double[] {1, 2, 3}, new double[] {1, 2, 3}))).isNaN();
        assertThat(Held.share(ParameterPlane.of(0, 1, new double[3]), List.of(new double[] {1, 2, 3}, new double[] {2, 2, 3},
                new double[] {Double.POSITIVE_INFINITY, 2, 3}))).isEqualTo(1);
    }
}
