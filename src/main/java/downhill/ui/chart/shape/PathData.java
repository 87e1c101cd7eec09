package downhill.ui.chart.shape;

import downhill.data.Visible;

/**
 * A path through the plane.
 *
 * @param name the contender's name; empty for none
 * @param points where it went, oldest first
 * @param style index of the contender whose colour it has
 * @param head index of the point where it is now; what comes after is drawn faintly. -1 for the last
 * @param diverged whether it left for infinity: its last finite point is marked ×
 * @param figures what is known of its points
 */
public record PathData(String name, Points points, int style, int head, boolean diverged, PathFigures figures) {
    public PathData {
        name = Visible.line(name);
    }

    /** A path of which nothing else is known. */
    public PathData(String name, Points points, int style, int head, boolean diverged) {
        this(name, points, style, head, diverged, PathFigures.NONE);
    }

    /** A path whose head is its last point. */
    public static PathData of(String name, Points points, int style) {
        return new PathData(name, points, style, -1, false);
    }

    /** The same with the step of each point. */
    public PathData withSteps(double[] steps) {
        return new PathData(name, points, style, head, diverged, PathFigures.of(steps));
    }

    /** The same with its head at an earlier point. */
    public PathData headAt(int index) {
        return new PathData(name, points, style, index, diverged, figures);
    }

    public int headIndex() {
        return head < 0 ? points.size() - 1 : Math.min(head, points.size() - 1);
    }

    /** As it was at a step: what came later is not there yet. Without steps it is as it is. */
    public PathData upTo(double step) {
        if (!figures.hasSteps()) {
            return this;
        }
        int last = figures.at(step);
        boolean whole = last == points.size() - 1;
        Points shown = points.first(last + 1);
        return new PathData(name, shown, style, -1, diverged && whole, figures);
    }
}
