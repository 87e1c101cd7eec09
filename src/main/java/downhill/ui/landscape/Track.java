package downhill.ui.landscape;

import downhill.ui.chart.PathData;
import downhill.ui.chart.Points;

/**
 * A contender's path on the plane.
 *
 * @param id         of the contender
 * @param name       shown
 * @param style      number of its colour
 * @param shown      whether it is drawn
 * @param points     coordinates of the nearest points of the plane, oldest first
 * @param head       index of the point where it is now; −1 where there is none
 * @param diverged   whether it left for infinity
 * @param parameters where it really is [P]; null where unknown
 * @param gap        true loss minus the plane's at the head; NaN until measured, 0 on an exact plane
 */
public record Track(String id, String name, int style, boolean shown, Points points, int head, boolean diverged, double[] parameters, double gap) {

    Track withGap(double measured) {
        return new Track(id, name, style, shown, points, head, diverged, parameters, measured);
    }

    /** As a chart draws it, {@code label} beside its head. */
    public PathData path(String label) {
        return new PathData(label, points, style, head, diverged);
    }
}
