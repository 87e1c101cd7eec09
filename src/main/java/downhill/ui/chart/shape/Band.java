package downhill.ui.chart.shape;

/**
 * What lies between two curves, filled faintly: the least and the greatest of several runs.
 *
 * @param low  lower edge against x
 * @param high upper edge; its x need not be those of the lower one
 */
public record Band(Points low, Points high) {
    /** Along the lower edge and back along the upper one, each smoothed as the line between them is. */
    public Points outline(double weight, boolean log, Range x, int columns) {
        PointBuffer outline = new PointBuffer();
        Points there = edge(low, weight, log, x, columns);
        for (int i = 0; i < there.size(); i++) {
            add(there, i, log, outline);
        }
        Points back = edge(high, weight, log, x, columns);
        for (int i = back.size() - 1; i >= 0; i--) {
            add(back, i, log, outline);
        }
        return outline.snapshot();
    }

    /** The part up to {@code x}. */
    public Band upTo(double x) {
        return new Band(low.upTo(x), high.upTo(x));
    }

    private static Points edge(Points points, double weight, boolean log, Range x, int columns) {
        return weight > 0 ? Decimation.means(new Smoothing(Smoothing.stretched(weight, points.size()), log).of(points), x, columns)
                : Decimation.of(points, x, columns);
    }

    private static void add(Points points, int i, boolean log, PointBuffer outline) {
        if (Double.isFinite(points.y(i)) && (!log || points.y(i) > 0)) {
            outline.append(points.x(i), points.y(i));
        }
    }
}
