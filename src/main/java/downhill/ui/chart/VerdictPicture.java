package downhill.ui.chart;

import downhill.analysis.verdict.Verdict;
import downhill.cli.VerdictChartWriter;
import downhill.ui.chart.shape.View;
import downhill.ui.theme.Palette;
import downhill.words.Said;
import downhill.words.Words;
import java.io.IOException;
import java.nio.file.Path;

/** A verdict as a picture, without a window or a display. */
public final class VerdictPicture implements VerdictChartWriter {
    private static final double WIDTH = 960;
    private static final double PIXELS = 2;

    @Override
    public void write(Path png, String metric, Verdict verdict, Words words) throws IOException {
        VerdictDrawing drawing = new VerdictDrawing(verdict, metric, words.say(Said.of("verdict.picture.diverged", "{0}", "{1}")),
                words.say(Said.of("verdict.picture.level", "{0}")), words.say(Said.of("verdict.picture.unknown")));
        new ChartExport(drawing, Palette.LIGHT, View.ALL, WIDTH, drawing.height()).png(png, PIXELS);
    }
}
