package downhill.ui.chart;

import downhill.ui.chart.shape.ChartFrame;
import downhill.ui.chart.shape.Decimation;
import downhill.ui.chart.shape.Points;
import downhill.ui.chart.shape.Range;
import downhill.ui.chart.shape.View;
import downhill.ui.i18n.Numbers;
import downhill.ui.theme.Colour;
import downhill.ui.theme.Fonts;
import downhill.ui.theme.Palette;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Hundreds of curves over a common x: those left out faint, the others in one colour, the few that matter above them in another and named
 * at their ends.
 *
 * @param traces any order; strong ones are drawn last
 * @param marks  places along x, with words
 * @param xTitle words along x
 * @param yTitle words along y
 * @param end    last x that there can be
 */
public record TracesDrawing(List<Trace> traces, List<Note> marks, String xTitle, String yTitle, double end) implements PickDrawing {
    /** Style of what is strong. */
    public static final int STRONG_STYLE = 3;
    private static final double NEAR = 14;
    private static final double USUAL = 0.97;
    /** A few runs that come to exactly nothing don't take the logarithmic axis from the others. */
    private static final double HARDLY = 0.1;
    private static final double DECADES = 1e-6;
    private static final double FONT_SIZE = 11;
    private static final double ROOM = 12;
    private static final BasicStroke THIN = new BasicStroke(1);
    private static final BasicStroke LINE = new BasicStroke(1.4f);
    private static final BasicStroke THICK = new BasicStroke(2.4f);

    /**
     * One curve.
     *
     * @param number of what it shows
     * @param name   at its end where it is strong; may be empty
     */
    public record Trace(int number, Points points, Tone tone, String name) {
    }

    /** Copies the lists. */
    public TracesDrawing {
        traces = List.copyOf(traces);
        marks = List.copyOf(marks);
    }

    @Override
    public boolean isEmpty() {
        return traces.stream().allMatch(trace -> trace.points().isEmpty());
    }

    @Override
    public ChartFrame draw(Graphics2D g, Rectangle2D area, Palette palette, View view) {
        Range x = View.range(view.x(), new Range(0, Math.max(1, end)), () -> null);
        double[] heights = heights();
        boolean log = heights.length > 0 && heights[0] >= 0 && heights[(int) (HARDLY * (heights.length - 1))] > 0;
        Range y = view.y() != null && (!log || view.y().low() > 0) ? view.y() : range(heights, log);
        ChartFrame frame = PlotPainter.paint(g, area, palette,
                new PlotPainter.Axes(xTitle, yTitle, x, y, log, Marks.WHOLE, Marks.NUMBERS, false, true), ROOM);
        LineMarks.dotted(g, palette, frame, marks);
        double below = log ? y.low() / 10 : Double.NEGATIVE_INFINITY;
        CurvePainter.paint(g, frame, layers(palette, x, (int) Math.max(50, area.getWidth()), below));
        new LineMarks(g, palette, frame, LineOptions.PLAIN.noted(marks)).tell();
        traces.stream().filter(trace -> trace.tone() == Tone.STRONG).forEach(trace -> name(g, palette, frame, trace));
        return frame;
    }

    /** All finite values in order. */
    private double[] heights() {
        return traces.stream().flatMapToDouble(trace -> IntStream.range(0, trace.points().size()).mapToDouble(trace.points()::y))
                .filter(Double::isFinite).sorted().toArray();
    }

    /** What few diverging ones come to would leave no room for the others. */
    private static Range range(double[] sorted, boolean log) {
        if (sorted.length == 0) {
            return new Range(0, 1);
        }
        double high = sorted[(int) Math.floor(USUAL * (sorted.length - 1))];
        if (log) {
            double low = Math.max(high * DECADES, Arrays.stream(sorted).filter(height -> height > 0).findFirst().orElse(high));
            return new Range(low / 1.2, Math.max(high, low * 1.5) * 1.2);
        }
        return Range.around(sorted[0], high, 0.06);
    }

    private List<CurvePainter.Layer> layers(Palette palette, Range x, int columns, double below) {
        List<CurvePainter.Layer> layers = new ArrayList<>();
        for (Tone tone : Tone.values()) {
            traces.stream().filter(trace -> trace.tone() == tone).forEach(trace -> layers.add(new CurvePainter.Layer(
                    Decimation.of(downTo(trace.points(), below), x, columns), new CurvePainter.Pen(colour(palette, tone), stroke(tone)))));
        }
        return layers;
    }

    /** A curve that comes to nothing leaves a logarithmic axis at its lower end. */
    private static Points downTo(Points points, double below) {
        double[] y = IntStream.range(0, points.size()).mapToDouble(points::y).toArray();
        if (Arrays.stream(y).noneMatch(height -> height == 0 && below > 0)) {
            return points;
        }
        double[] x = IntStream.range(0, points.size()).mapToDouble(points::x).toArray();
        return Points.of(x, Arrays.stream(y).map(height -> height == 0 ? below : height).toArray());
    }

    static Color colour(Palette palette, Tone tone) {
        return switch (tone) {
            case FAINT -> palette.secondary().awt(palette.dark() ? 0.28 : 0.22);
            case PLAIN -> palette.contender(0).line().awt(0.75);
            case STRONG -> palette.contender(STRONG_STYLE).line().awt();
        };
    }

    private static BasicStroke stroke(Tone tone) {
        return switch (tone) {
            case FAINT -> THIN;
            case PLAIN -> LINE;
            case STRONG -> THICK;
        };
    }

    private void name(Graphics2D g, Palette palette, ChartFrame frame, Trace trace) {
        int last = last(trace.points());
        if (last < 0 || trace.name().isEmpty()) {
            return;
        }
        Font font = Fonts.strong(trace.name(), FONT_SIZE);
        double width = font.getStringBounds(trace.name(), g.getFontRenderContext()).getWidth();
        double x = Math.min(frame.x().toPixel(trace.points().x(last)), frame.plot().getMaxX()) - width;
        double y = Math.max(frame.plot().getMinY() + 12, frame.y().toPixel(trace.points().y(last)) - 8);
        Colour text = palette.contender(STRONG_STYLE).text();
        LineMarks.rimmed(g, palette, trace.name(), font, Math.max(frame.plot().getMinX(), x), Math.min(y, frame.plot().getMaxY() - 4),
                text);
    }

    private static int last(Points points) {
        int last = points.size() - 1;
        while (last >= 0 && !Double.isFinite(points.y(last))) {
            last--;
        }
        return last;
    }

    /** What is faint is pointed at only where nothing else is near. */
    @Override
    public int nearest(ChartFrame frame, double x, double y) {
        return PickDrawing.nearest(traces, Trace::number, NEAR,
                trace -> away(frame, trace.points(), x, y) * (trace.tone() == Tone.FAINT ? 2 : 1));
    }

    private static double away(ChartFrame frame, Points points, double x, double y) {
        int after = points.firstAtLeast(frame.x().toValue(x));
        if (points.isEmpty() || after >= points.size() && x > frame.x().toPixel(points.x(points.size() - 1)) + NEAR) {
            return Double.POSITIVE_INFINITY;
        }
        int right = Math.min(after, points.size() - 1);
        int left = Math.max(0, right - 1);
        double from = frame.x().toPixel(points.x(left));
        double to = frame.x().toPixel(points.x(right));
        double share = to > from ? Math.max(0, Math.min(1, (x - from) / (to - from))) : 1;
        double height = (1 - share) * frame.y().toPixel(points.y(left)) + share * frame.y().toPixel(points.y(right));
        return Double.isFinite(height) ? Math.abs(height - y) : Double.POSITIVE_INFINITY;
    }

    @Override
    public String summary() {
        StringBuilder words = new StringBuilder();
        traces.stream().filter(trace -> trace.tone() == Tone.STRONG && last(trace.points()) >= 0).forEach(trace ->
                words.append(trace.name()).append(": ").append(Numbers.format(trace.points().y(last(trace.points())))).append(". "));
        return words.toString().strip();
    }

    @Override
    public ChartTable table() {
        List<List<String>> rows = new ArrayList<>();
        for (Trace trace : traces) {
            for (int i = 0; i < trace.points().size(); i++) {
                rows.add(Arrays.asList(String.valueOf(trace.number()), ChartTable.number(trace.points().x(i)),
                        ChartTable.number(trace.points().y(i))));
            }
        }
        return new ChartTable(List.of("trial", xTitle, yTitle), rows);
    }
}
