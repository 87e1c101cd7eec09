package downhill.ui.chart;

import downhill.ui.chart.shape.Range;

/**
 * Histograms that grow with the steps.
 *
 * @param whole with all columns
 */
record SpreadFilm(SpreadDrawing whole) implements Film {
    @Override
    public Range steps() {
        return new Range(whole.steps()[0], whole.steps()[whole.steps().length - 1]);
    }

    @Override
    public ChartDrawing at(double step) {
        return whole.upTo(step);
    }
}
