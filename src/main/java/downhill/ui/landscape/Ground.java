package downhill.ui.landscape;

import downhill.analysis.landscape.ParameterPlane;
import downhill.analysis.landscape.Plane;
import downhill.analysis.landscape.PrincipalPlane;
import downhill.analysis.landscape.Region;

/**
 * A plane and the part of it that is looked at.
 *
 * @param choice    how the plane was asked for
 * @param plane     the plane itself
 * @param region    where the paths are
 * @param reference name of the contender that the plane goes through; empty where it goes through none
 * @param step      where that contender was
 * @param end       the last step known when the plane was found
 * @param held      share of the paths' spread that lies in the plane, 0 to 1; NaN where nobody has moved yet
 */
public record Ground(PlaneChoice choice, Plane plane, Region region, String reference, long step, long end, double held) {

    /** Whether there are no other parameters: every point of every path lies on it. */
    public boolean exact() {
        return plane instanceof ParameterPlane pair && pair.exact();
    }

    /** Share of the paths' spread along each direction, 0 to 1; NaN where the plane was not found by spread. */
    public double[] explained() {
        return plane instanceof PrincipalPlane principal ? principal.explainedVariance() : new double[] {Double.NaN, Double.NaN};
    }

    /** Number of parameters. */
    public int parameters() {
        return plane.span().origin().length;
    }
}
