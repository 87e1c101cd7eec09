package downhill.analysis.landscape;

/** A plane through parameter space, and what it is, so that a legend can say it. */
public sealed interface Plane permits ParameterPlane, PrincipalPlane, RandomPlane {

    /** Its origin and directions. */
    PlaneSpan span();

    /** Coordinates {a, b} of the plane's point that is nearest to these parameters [P]. */
    default double[] project(double[] parameters) {
        return span().project(parameters);
    }

    /** The parameters at a point of the plane [P]. */
    default double[] at(double a, double b) {
        return span().at(a, b);
    }

    /** Euclidean distance of parameters from the plane. */
    default double distance(double[] parameters) {
        return span().distance(parameters);
    }
}
