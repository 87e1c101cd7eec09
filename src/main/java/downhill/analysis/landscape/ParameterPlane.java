package downhill.analysis.landscape;

import downhill.words.RefusedException;
import downhill.words.Said;

/**
 * Two parameters move, all others keep the values they have at a reference point. The coordinates are the parameters' own
 * values. With two parameters in all this is the whole space and the picture is exact.
 *
 * @param first     index in the row of the horizontal parameter
 * @param second    index in the row of the vertical one
 * @param reference [P]
 */
public record ParameterPlane(int first, int second, double[] reference, PlaneSpan span) implements Plane {

    /** The plane of two different parameters. */
    public static ParameterPlane of(int first, int second, double[] reference) {
        if (first == second) {
            throw new RefusedException(Said.of("plane.two"));
        }
        double[] origin = reference.clone();
        double[] u = new double[origin.length];
        double[] v = new double[origin.length];
        origin[first] = 0;
        origin[second] = 0;
        u[first] = 1;
        v[second] = 1;
        return new ParameterPlane(first, second, reference, new PlaneSpan(origin, u, v));
    }

    /** The whole space of a function of two numbers. */
    public static ParameterPlane whole() {
        return of(0, 1, new double[2]);
    }

    /** Whether there are no other parameters. */
    public boolean exact() {
        return reference.length == 2;
    }
}
