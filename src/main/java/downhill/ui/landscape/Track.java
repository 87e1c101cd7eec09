package downhill.ui.landscape;

import downhill.ui.chart.shape.PathData;
import downhill.ui.chart.shape.PathFigures;
import downhill.ui.chart.shape.Points;
import java.util.Arrays;

/**
 * A contender's path on the plane.
 *
 * @param id       of the contender
 * @param name     shown
 * @param style    number of its colour
 * @param shown    whether it is drawn
 * @param points   coordinates of the nearest points of the plane, oldest first
 * @param rows     where it really was at each of them [P]; not to be written to
 * @param figures  the step of each point and, but on an exact plane, its true loss and the plane's
 * @param head     index of the point where it is now; −1 where there is none
 * @param diverged whether it left for infinity
 * @param exact    whether all points lie on the plane
 */
public record Track(String id, String name, int style, boolean shown, Points points, double[][] rows, PathFigures figures, int head,
        boolean diverged,
                    boolean exact) {

    /** Where it really is [P]; null where unknown. */
    public double[] parameters() {
        return head < 0 ? null : rows[head];
    }

    /** The step where it is; −1 where unknown. */
    public long step() {
        return head < 0 ? -1 : Math.round(figures.steps()[head]);
    }

    /** True loss minus the plane's at the head; NaN until measured, 0 on an exact plane. */
    public double gap() {
        return exact ? 0 : figures.gap(head);
    }

    Track withFigures(PathFigures known) {
        return new Track(id, name, style, shown, points, rows, known, head, diverged, exact);
    }

    /** Updates done at each point, increasing. */
    public double[] steps() {
        return figures.steps();
    }

    /** Index of the point nearest to {@code step}; −1 where there is none. */
    public int at(double step) {
        double[] steps = figures.steps();
        int found = Arrays.binarySearch(steps, step);
        if (found >= 0 || steps.length == 0) {
            return steps.length == 0 ? -1 : found;
        }
        int next = Math.min(steps.length - 1, -found - 1);
        return next > 0 && step - steps[next - 1] < steps[next] - step ? next - 1 : next;
    }

    /** As a chart draws it, {@code label} beside its head. */
    public PathData path(String label) {
        return new PathData(label, points, style, head, diverged, figures);
    }
}
