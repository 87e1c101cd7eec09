package downhill.ui.chart;

import downhill.ui.chart.shape.Points;
import downhill.ui.chart.shape.Range;
import java.util.List;

/** Curves that grow with the steps. */
final class LineFilm implements Film {
    private final List<SeriesData> series;
    private final LineOptions options;
    private final Range steps;

    LineFilm(List<SeriesData> series, LineOptions options) {
        this.series = series;
        Smoothers smoothers = new Smoothers();
        List<DrawnCurve> whole = series.stream().map(one -> smoothers.prepare(one, options.smoothing(), options.log())).toList();
        Range x = options.xRange() != null ? options.xRange() : LineRanges.x(whole, options.wholeX());
        Range y = options.yRange() != null ? options.yRange() : LineRanges.y(whole, x, options.log());
        this.options = options.ranges(x, y);
        this.steps = steps(series);
    }

    @Override
    public Range steps() {
        return steps;
    }

    @Override
    public ChartDrawing at(double step) {
        List<Note> notes = options.notes().stream().filter(note -> note.x() <= step).toList();
        return new LineDrawing(series.stream().map(one -> upTo(one, step)).toList(), options.at(step).noted(notes), new Smoothers());
    }

    private static SeriesData upTo(SeriesData one, double step) {
        Points shown = one.points().upTo(step);
        boolean whole = shown.size() == one.points().size();
        return new SeriesData(one.name(), shown, one.style(), one.role(), one.diverged() && whole, one.muted(),
                one.band() == null ? null : one.band().upTo(step), one.told(), one.best() <= step ? one.best() : Double.NaN);
    }

    private static Range steps(List<SeriesData> series) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (SeriesData one : series) {
            if (!one.points().isEmpty()) {
                low = Math.min(low, one.points().x(0));
                high = Math.max(high, one.points().x(one.points().size() - 1));
            }
        }
        return low < high ? new Range(low, high) : null;
    }
}
