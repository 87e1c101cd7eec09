package downhill.ui.landscape;

import downhill.analysis.landscape.Plane;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** How much of what the paths do can be seen on a plane. */
final class Held {
    /** As many points as a plane is found from. */
    private static final int MOST = 200;

    private Held() {
    }

    /**
     * Share of the points' squared distances from their mean that lies in the plane, 0 to 1: for the plane of the first two principal
     * components their explained variance. NaN where all points are one.
     */
    static double share(Plane plane, List<double[]> points) {
        List<double[]> finite = points.stream().filter(point -> Arrays.stream(point).allMatch(Double::isFinite)).toList();
        int count = Math.min(MOST, finite.size());
        List<double[]> some = IntStream.range(0, count)
                .mapToObj(i -> finite.get(count == 1 ? 0 : (int) ((long) i * (finite.size() - 1) / (count - 1)))).toList();
        if (some.isEmpty()) {
            return Double.NaN;
        }
        double[] mean = mean(some);
        double[] middle = drawn(plane, mean);
        double all = 0;
        double seen = 0;
        for (double[] point : some) {
            all += squares(point, mean);
            seen += squares(drawn(plane, point), middle);
        }
        return all > 0 ? Math.min(1, seen / all) : Double.NaN;
    }

    private static double[] drawn(Plane plane, double[] parameters) {
        double[] at = plane.project(parameters);
        return plane.at(at[0], at[1]);
    }

    private static double[] mean(List<double[]> points) {
        double[] mean = new double[points.get(0).length];
        for (double[] point : points) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += point[i] / points.size();
            }
        }
        return mean;
    }

    private static double squares(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += (one[i] - other[i]) * (one[i] - other[i]);
        }
        return sum;
    }
}
