package downhill.ui.landscape;

import downhill.race.history.PathPoint;
import java.util.List;

/**
 * A contender's way through parameter space, as read from the race at one moment.
 *
 * @param id       of the contender
 * @param name     shown
 * @param style    number of its colour
 * @param shown    whether it is drawn
 * @param diverged whether it left for infinity
 * @param loss     of its last step; NaN where unknown
 * @param points   where it was, by increasing step; may go on behind the head after going back in time
 * @param head     where it is; null where unknown
 */
record Walk(String id, String name, int style, boolean shown, boolean diverged, double loss, List<PathPoint> points, PathPoint head) {

    /** The step after which nothing is known. */
    long end() {
        long known = points.isEmpty() ? 0 : points.get(points.size() - 1).step();
        return head == null ? known : Math.max(known, head.step());
    }
}
