package downhill.ui.landscape;

import downhill.race.history.PathPoint;
import java.util.ArrayList;
import java.util.List;

/**
 * What planes and regions are fitted to: the points of all walks but those on the way to infinity, which would shrink all
 * others to a dot.
 */
final class FittedPoints {
    /** A diverging walk counts as far as this many times the reach of the others. */
    private static final double REACH = 3;

    private FittedPoints() {
    }

    static List<double[]> points(List<Walk> walks) {
        double[] start = start(walks);
        if (start == null) {
            return List.of();
        }
        double limit = limit(walks, start);
        List<double[]> points = new ArrayList<>();
        for (Walk walk : walks) {
            for (PathPoint point : all(walk)) {
                if (distance(point.parameters(), start) <= limit) {
                    points.add(point.parameters());
                }
            }
        }
        return points;
    }

    /** The walk's points and its head. */
    private static List<PathPoint> all(Walk walk) {
        if (walk.head() == null) {
            return walk.points();
        }
        List<PathPoint> all = new ArrayList<>(walk.points());
        all.add(walk.head());
        return all;
    }

    private static double[] start(List<Walk> walks) {
        return walks.stream().flatMap(walk -> all(walk).stream()).findFirst().map(PathPoint::parameters).orElse(null);
    }

    private static double limit(List<Walk> walks, double[] start) {
        double reach = walks.stream().filter(walk -> !walk.diverged()).flatMap(walk -> all(walk).stream())
                .mapToDouble(point -> distance(point.parameters(), start)).filter(Double::isFinite).max().orElse(0);
        return reach > 0 ? REACH * reach : REACH * median(walks, start);
    }

    private static double median(List<Walk> walks, double[] start) {
        double[] sorted = walks.stream().flatMap(walk -> all(walk).stream()).mapToDouble(point -> distance(point.parameters(), start))
                .filter(Double::isFinite).sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    }

    private static double distance(double[] a, double[] b) {
        double squares = 0;
        for (int i = 0; i < a.length; i++) {
            squares += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return Math.sqrt(squares);
    }
}
