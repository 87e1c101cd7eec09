package downhill.analysis.landscape;

/**
 * The plane origin + a·u + b·v.
 *
 * @param origin [P]
 * @param u      [P], not parallel to v; the two need neither be orthogonal nor of length 1
 * @param v      [P]
 */
public record PlaneSpan(double[] origin, double[] u, double[] v) {

    /** The parameters at a point of the plane [P]. */
    public double[] at(double a, double b) {
        double[] parameters = new double[origin.length];
        at(a, b, parameters);
        return parameters;
    }

    void at(double a, double b, double[] target) {
        for (int i = 0; i < target.length; i++) {
            target[i] = origin[i] + a * u[i] + b * v[i];
        }
    }

    /** Coordinates {a, b} of the plane's point that is nearest to these parameters. */
    public double[] project(double[] parameters) {
        double uu = 0;
        double uv = 0;
        double vv = 0;
        double du = 0;
        double dv = 0;
        for (int i = 0; i < origin.length; i++) {
            double d = parameters[i] - origin[i];
            uu += u[i] * u[i];
            uv += u[i] * v[i];
            vv += v[i] * v[i];
            du += d * u[i];
            dv += d * v[i];
        }
        double determinant = uu * vv - uv * uv;
        return new double[] {(du * vv - dv * uv) / determinant, (dv * uu - du * uv) / determinant};
    }

    /** Euclidean distance of parameters from the plane. */
    public double distance(double[] parameters) {
        double[] nearest = project(parameters);
        double squares = 0;
        for (int i = 0; i < origin.length; i++) {
            double off = parameters[i] - origin[i] - nearest[0] * u[i] - nearest[1] * v[i];
            squares += off * off;
        }
        return Math.sqrt(squares);
    }
}
