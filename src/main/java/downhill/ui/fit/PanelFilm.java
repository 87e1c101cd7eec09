package downhill.ui.fit;

import downhill.ui.chart.ChartDrawing;
import downhill.ui.chart.Film;
import downhill.ui.chart.PlotChart;
import downhill.ui.chart.TileChart;
import downhill.ui.chart.WordsDrawing;
import downhill.ui.chart.shape.Range;
import java.util.function.LongFunction;

/**
 * A panel at each step of a race: the states are repeated from key-frames and the model is asked again, so a picture takes its
 * time. Off the FX thread.
 *
 * @param steps  first and last
 * @param moment all panels at a step
 * @param panel  id of the one that is filmed
 */
record PanelFilm(Range steps, LongFunction<FitPicture> moment, String panel) implements Film {
    @Override
    public ChartDrawing at(double step) {
        Panel there = moment.apply(Math.round(step)).panels().stream().filter(one -> one.id().equals(panel)).findFirst().orElse(null);
        if (there == null || there.plot() == null && there.tiles() == null) {
            return new WordsDrawing(there == null ? "" : there.empty());
        }
        return there.tiles() != null ? TileChart.drawing(there.tiles()) : PlotChart.drawing(there.plot());
    }
}
