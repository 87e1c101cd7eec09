package downhill.ui.chart;

import downhill.ui.chart.shape.Range;

/** A chart at each of its steps, on axes that stay where they are: for moving pictures. Not thread-safe. */
public interface Film {
    /** The first step there is to see and the last. */
    Range steps();

    /** The chart as it was at {@code step}. */
    ChartDrawing at(double step);
}
