package downhill.ui.landscape;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.race.history.PathPoint;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FittingTest {
    private static Walk walk(String id, boolean diverged, double[]... points) {
        List<PathPoint> way = new ArrayList<>();
        for (int i = 0; i < points.length; i++) {
            way.add(new PathPoint(4L * i, points[i]));
        }
        return new Walk(id, id, 0, true, diverged, 1, way, null);
    }

    @Test
    void aWalkToInfinityDoesNotShrinkTheOthers() {
        Walk calm = walk("calm", false, new double[] {0, 0}, new double[] {1, 0}, new double[] {2, 0});
        Walk wild = walk("wild", true, new double[] {0, 0}, new double[] {4, 0}, new double[] {-1e9, 0}, new double[] {Double.NaN, 0});
        List<double[]> points = FittedPoints.points(List.of(calm, wild));
        assertThat(points).hasSize(5).allMatch(point -> Math.abs(point[0]) <= 6);
    }

    @Test
    void whereAllDivergeTheFirstHalfIsStillSeen() {
        Walk wild = walk("wild", true, new double[] {0, 0}, new double[] {1, 0}, new double[] {-2, 0}, new double[] {1e30, 0});
        assertThat(FittedPoints.points(List.of(wild))).hasSize(3);
    }

    @Test
    void planesAreFoundAnewWhileThePathsGrowButNotEachFrame() {
        Refit refit = new Refit();
        long second = 1_000_000_000L;
        refit.done(0, false, 0);
        assertThat(refit.due(10, false, false, second)).as("hardly begun").isFalse();
        assertThat(refit.due(100, false, false, second / 10)).as("too soon").isFalse();
        assertThat(refit.due(100, false, false, second)).isTrue();
        refit.done(100, false, second);
        assertThat(refit.due(120, false, false, 3 * second)).as("little more").isFalse();
        assertThat(refit.due(120, false, true, 3 * second)).as("somebody has left").isTrue();
        assertThat(refit.due(120, true, false, second)).as("at the end, at once").isTrue();
        refit.done(120, true, second);
        assertThat(refit.due(120, true, false, 9 * second)).as("nothing new").isFalse();
    }

    @Test
    void afterAResetThePlaneStaysUntilThereIsSomethingToSee() {
        Refit refit = new Refit();
        refit.done(2000, true, 0);
        assertThat(refit.due(0, false, false, 5_000_000_000L)).isFalse();
        assertThat(refit.due(40, false, false, 5_000_000_000L)).isTrue();
    }
}
