package downhill.ui.chart;

import downhill.cli.ExplainChart;
import downhill.cli.ExplainChartWriter;
import downhill.ui.chart.shape.Points;
import downhill.ui.chart.shape.Range;
import downhill.ui.chart.shape.View;
import downhill.ui.theme.Palette;
import downhill.words.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/** An explanation as a picture, without a window or a display. */
public final class ExplainPicture implements ExplainChartWriter {
    private static final double WIDTH = 960;
    private static final double HEIGHT = 540;
    private static final double PIXELS = 2;
    private static final double ROOM = 0.05;
    private static final double FOOT = 0.012;

    @Override
    public void write(Path png, ExplainChart chart, Words words) throws IOException {
        if (chart instanceof ExplainChart.Bars bars) {
            NamedBars drawing = new NamedBars(words.say(bars.title()), bars.names(), bars.values(), bars.low(), bars.high());
            new ChartExport(drawing, Palette.LIGHT, View.ALL, WIDTH, drawing.height()).png(png, PIXELS);
        } else if (chart instanceof ExplainChart.Lines lines) {
            PlotDrawing drawing = new PlotDrawing(plot(lines, words), new LandscapeImage(), -1);
            new ChartExport(drawing, Palette.LIGHT, View.ALL, WIDTH, HEIGHT).png(png, PIXELS);
        }
    }

    private static PlotPicture plot(ExplainChart.Lines chart, Words words) {
        List<PlotPicture.Line> lines = new ArrayList<>();
        List<PlotKey> keys = new ArrayList<>();
        for (ExplainChart.Line line : chart.lines()) {
            PlotPicture.Stroke stroke = line.style() < 0 ? PlotPicture.Stroke.SECOND_REFERENCE : PlotPicture.Stroke.OWN;
            lines.add(new PlotPicture.Line(Points.of(line.x(), line.y()), Math.max(0, line.style()), stroke));
            if (!line.name().isEmpty()) {
                keys.add(new PlotKey(line.name(), line.style(), PlotKey.Kind.LINE));
            }
        }
        Range x = range(chart.lines().stream().flatMapToDouble(line -> Arrays.stream(line.x())), 0);
        Range y = range(chart.lines().stream().flatMapToDouble(line -> Arrays.stream(line.y())), ROOM);
        double[] foot = new double[chart.ticks().length];
        Arrays.fill(foot, y.low() + FOOT * y.length());
        return PlotPicture.of(words.say(chart.x()), words.say(chart.y()), x, y).lines(lines).keyed(keys)
                .dots(List.of(new PlotPicture.Dots(chart.ticks(), foot, null, -1))).marked(Marks.of(chart.dates()), Marks.NUMBERS);
    }

    private static Range range(DoubleStream values, double room) {
        double[] finite = values.filter(Double::isFinite).toArray();
        double low = Arrays.stream(finite).min().orElse(0);
        double high = Arrays.stream(finite).max().orElse(1);
        double wide = high > low ? room * (high - low) : Math.max(1e-9, Math.abs(low) * ROOM);
        return new Range(low - wide, high + wide);
    }
}
