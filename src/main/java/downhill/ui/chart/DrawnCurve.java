package downhill.ui.chart;

import downhill.ui.chart.shape.Points;

/**
 * A series made ready to draw: what was measured and the line that stands for it.
 *
 * @param series the series
 * @param raw as measured
 * @param line smoothed, or as measured where nothing is smoothed
 */
record DrawnCurve(SeriesData series, Points raw, Points line) {
    boolean isSmoothed() {
        return line != raw;
    }

    /** Index of the last point with a finite value, -1 where there is none. */
    int lastFinite() {
        int i = line.size() - 1;
        while (i >= 0 && !Double.isFinite(line.y(i))) {
            i--;
        }
        return i;
    }
}
