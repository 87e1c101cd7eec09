package downhill.analysis.landscape;

import downhill.words.RefusedException;
import downhill.words.Said;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The plane that the paths of all contenders together stray least from: through a reference point, along the two directions of
 * largest spread (principal components, Jolliffe 2002). The directions are of length 1 and orthogonal; each points to where
 * its largest component is positive, so that a picture does not flip.
 *
 * @param reference         [P], where (0, 0) is
 * @param explainedVariance share of the squared distances from the reference along each direction, 0 to 1; NaN where all
 *                          points are the reference
 * @param points            points it was made from
 * @param leftOut           points that were not, because they are not finite
 */
public record PrincipalPlane(double[] reference, double[] explainedVariance, int points, int leftOut, PlaneSpan span)
        implements Plane {
    /** More points than this are thinned out evenly, so that the plane is there in a moment. */
    public static final int MOST_POINTS = 200;

    /** Through the points' mean. Points are parameter rows [P] of all paths, one behind the other. */
    public static PrincipalPlane of(List<double[]> points) {
        return of(points, null);
    }

    /**
     * Through a given point, such as the end of the best path.
     *
     * @param reference [P], or null for the points' mean
     */
    public static PrincipalPlane of(List<double[]> points, double[] reference) {
        List<double[]> finite = points.stream().filter(PrincipalPlane::finite).toList();
        if (finite.isEmpty()) {
            throw new RefusedException(Said.of("plane.finite"));
        }
        List<double[]> used = thinned(finite);
        double[] origin = reference == null ? mean(used) : reference.clone();
        PrincipalDirections directions = PrincipalDirections.of(used, origin);
        return new PrincipalPlane(origin, directions.share(), used.size(), points.size() - finite.size(),
                new PlaneSpan(origin, directions.first(), directions.second()));
    }

    private static boolean finite(double[] point) {
        for (double value : point) {
            if (!Double.isFinite(value)) {
                return false;
            }
        }
        return true;
    }

    private static List<double[]> thinned(List<double[]> points) {
        int count = points.size();
        if (count <= MOST_POINTS) {
            return points;
        }
        return IntStream.range(0, MOST_POINTS)
                .mapToObj(i -> points.get((int) ((long) i * (count - 1) / (MOST_POINTS - 1)))).toList();
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
}
