package downhill.ui.chart;

import downhill.analysis.verdict.Verdict;
import downhill.cli.VerdictChartWriter;
import downhill.ui.chart.shape.View;
import downhill.ui.theme.Palette;
import java.io.IOException;
import java.nio.file.Path;

/** A verdict as a picture, without a window or a display. */
public final class VerdictPicture implements VerdictChartWriter {
    private static final double WIDTH = 960;
    private static final double PIXELS = 2;

    @Override
    public void write(Path png, String metric, Verdict verdict) throws IOException {
        VerdictDrawing drawing = new VerdictDrawing(verdict, metric, "{0}/{1} NaN", "= {0}", "NaN");
        new ChartExport(drawing, Palette.LIGHT, View.ALL, WIDTH, drawing.height()).png(png, PIXELS);
    }
}
