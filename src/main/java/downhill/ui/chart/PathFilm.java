package downhill.ui.chart;

import downhill.ui.chart.shape.PathData;
import downhill.ui.chart.shape.Range;
import java.util.List;
import java.util.function.Function;

/**
 * Paths that grow with the steps, on a landscape that stays. Marks at a head that is elsewhere by then are left out.
 *
 * @param paths with steps
 * @param drawing the picture with these paths
 */
record PathFilm(List<PathData> paths, Function<List<PathData>, ChartDrawing> drawing) implements Film {
    /** From the first step of any path to the last; null where no path has two. */
    @Override
    public Range steps() {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (PathData path : paths) {
            int last = Math.min(path.figures().steps().length, path.points().size()) - 1;
            if (last >= 0) {
                low = Math.min(low, path.figures().steps()[0]);
                high = Math.max(high, path.figures().steps()[last]);
            }
        }
        return low < high ? new Range(low, high) : null;
    }

    @Override
    public ChartDrawing at(double step) {
        return drawing.apply(paths.stream().map(path -> path.upTo(step)).toList());
    }
}
