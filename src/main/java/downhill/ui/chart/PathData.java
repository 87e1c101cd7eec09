package downhill.ui.chart;

/**
 * A path through the plane.
 *
 * @param name the contender's name; empty for none
 * @param points where it went, oldest first
 * @param style index of the contender whose colour it has
 * @param head index of the point where it is now; what comes after is drawn faintly. -1 for the last
 * @param diverged whether it left for infinity: its last finite point is marked ×
 */
public record PathData(String name, Points points, int style, int head, boolean diverged) {
    /** A path whose head is its last point. */
    public static PathData of(String name, Points points, int style) {
        return new PathData(name, points, style, -1, false);
    }

    /** The same with its head at an earlier point. */
    public PathData headAt(int index) {
        return new PathData(name, points, style, index, diverged);
    }

    int headIndex() {
        return head < 0 ? points.size() - 1 : Math.min(head, points.size() - 1);
    }
}
