package downhill.ui.chart.shape;

/**
 * What is known of the points of a path besides where they are drawn. Arrays are as long as the path or empty, and not copied.
 *
 * @param steps the step of each point, rising; empty where there are none
 * @param loss  true loss at each point, NaN where it is not known yet; empty where the plane is all there is
 * @param drawn loss of the plane where the point is drawn, likewise
 */
public record PathFigures(double[] steps, double[] loss, double[] drawn) {
    /** Nothing is known. */
    public static final PathFigures NONE = of(new double[0]);

    /** Steps alone. */
    public static PathFigures of(double[] steps) {
        return new PathFigures(steps, new double[0], new double[0]);
    }

    /** Whether points have steps. */
    public boolean hasSteps() {
        return steps.length > 0;
    }

    /** Whether points may lie off the plane. */
    public boolean hasGaps() {
        return loss.length > 0;
    }

    /** True loss minus the plane's; NaN where unknown. */
    public double gap(int i) {
        return i >= 0 && i < loss.length ? loss[i] - drawn[i] : Double.NaN;
    }

    /** The gap's size as a share of the larger of the two losses, 0 to 1; 0 where it is unknown. */
    public double share(int i) {
        double gap = Math.abs(gap(i));
        if (!(gap > 0)) {
            return 0;
        }
        double larger = Math.max(Math.abs(loss[i]), Math.abs(drawn[i]));
        return Double.isInfinite(larger) ? 1 : Math.min(1, gap / larger);
    }

    /** The last point at or before a step; -1 where there is none. */
    int at(double step) {
        int found = -1;
        while (found + 1 < steps.length && steps[found + 1] <= step) {
            found++;
        }
        return found;
    }
}
