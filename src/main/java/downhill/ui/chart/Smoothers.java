package downhill.ui.chart;

import downhill.ui.chart.shape.Points;
import downhill.ui.chart.shape.Smoothing;
import java.util.HashMap;
import java.util.Map;

/** Remembers how far each growing curve of a chart is smoothed. Touched by the render thread only. */
final class Smoothers {
    private static final int MOST = 64;

    private final Map<String, Smoothing> known = new HashMap<>();

    /**
     * The curve smoothed with {@code chosen} weight of the past, {@link Smoothing#stretched} (its logarithms where {@code log}),
     * or itself where that is 0 or the role is not to be smoothed.
     */
    DrawnCurve prepare(SeriesData series, double chosen, boolean log) {
        Points raw = series.points();
        if (chosen == 0 || series.role() == SeriesData.Role.SECOND) {
            return new DrawnCurve(series, raw, raw);
        }
        if (known.size() > MOST) {
            known.clear();
        }
        double weight = Smoothing.stretched(chosen, raw.size());
        String key = series.role() + ":" + series.style() + ":" + series.name();
        Smoothing smoothing = known.get(key);
        if (smoothing == null || !smoothing.is(weight, log)) {
            smoothing = new Smoothing(weight, log);
            known.put(key, smoothing);
        }
        return new DrawnCurve(series, raw, smoothing.of(raw));
    }
}
