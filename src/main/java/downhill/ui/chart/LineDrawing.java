package downhill.ui.chart;

import downhill.ui.chart.shape.ChartFrame;
import downhill.ui.chart.shape.Decimation;
import downhill.ui.chart.shape.Points;
import downhill.ui.chart.shape.Range;
import downhill.ui.chart.shape.View;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.theme.ContenderStyle;
import downhill.ui.theme.Dash;
import downhill.ui.theme.Palette;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Curves over a common x: the raw ones faint, the lines above them, heads and labels at their ends. */
final class LineDrawing implements ChartDrawing {
    private static final int MANY = 400;
    private static final int DENSE = 700;
    private static final int SOLID = 1200;
    private static final int FEW = 2;

    private final List<SeriesData> series;
    private final LineOptions options;
    private final Smoothers smoothers;

    LineDrawing(List<SeriesData> series, LineOptions options, Smoothers smoothers) {
        this.series = List.copyOf(series);
        this.options = options;
        this.smoothers = smoothers;
    }

    List<SeriesData> series() {
        return series;
    }

    @Override
    public boolean isEmpty() {
        return series.stream().allMatch(one -> one.points().isEmpty());
    }

    @Override
    public ChartFrame draw(Graphics2D g, Rectangle2D area, Palette palette, View view) {
        List<DrawnCurve> whole = series.stream().map(one -> smoothers.prepare(one, options.smoothing(), options.log())).toList();
        Range x = shownX(whole, view);
        int columns = (int) Math.max(50, area.getWidth());
        List<DrawnCurve> curves = whole.stream().map(curve -> decimated(curve, x, columns)).toList();
        Range y = shownY(curves, x, view);
        EndLabels labels = new EndLabels(curves, palette, options.compact(), area.getWidth());
        ChartFrame frame = PlotPainter.paint(g, area, palette, axes(x, y), labels.room(g, x));
        CurvePainter.paint(g, frame, layers(curves, palette, x, columns));
        new LineMarks(g, palette, frame, options).draw();
        labels.draw(g, frame, options.level() == null ? Double.NaN : options.level().y());
        new BestMarks(curves, palette, frame).draw(g);
        return frame;
    }

    private PlotPainter.Axes axes(Range x, Range y) {
        boolean wantTitles = !options.compact();
        return new PlotPainter.Axes(wantTitles ? options.xTitle() : "", wantTitles ? options.yTitle() : "", x, y, options.log(),
                options.wholeX() ? Marks.WHOLE : Marks.NUMBERS, Marks.NUMBERS, false, true);
    }

    private Range shownX(List<DrawnCurve> curves, View view) {
        return View.range(view.x(), options.xRange(), () -> LineRanges.x(curves, options.wholeX()));
    }

    private Range shownY(List<DrawnCurve> curves, Range x, View view) {
        Range wanted = view.y() != null ? view.y() : options.yRange();
        boolean usable = wanted != null && (!options.log() || wanted.low() > 0);
        return usable ? wanted : LineRanges.y(curves, x, options.log());
    }

    private static DrawnCurve decimated(DrawnCurve curve, Range x, int columns) {
        Points raw = Decimation.of(curve.raw(), x, columns);
        return new DrawnCurve(curve.series(), raw, curve.isSmoothed() ? Decimation.means(curve.line(), x, columns) : raw);
    }

    /** Bands first, then raw curves, so that no line is hidden by another's noise. */
    private List<CurvePainter.Layer> layers(List<DrawnCurve> curves, Palette palette, Range x, int columns) {
        List<CurvePainter.Layer> layers = new ArrayList<>();
        series.stream().filter(one -> one.band() != null && !one.muted()).forEach(one -> layers.add(band(one, palette, x, columns)));
        for (DrawnCurve curve : curves) {
            if (isNoisy(curve)) {
                ContenderStyle style = palette.contender(curve.series().style());
                layers.add(new CurvePainter.Layer(curve.raw(),
                        new CurvePainter.Pen(style.line().awt(faint(curve, palette)), new BasicStroke(1))));
            }
        }
        curves.forEach(curve -> layers.add(new CurvePainter.Layer(curve.line(), pen(curve, palette))));
        return layers;
    }

    /** Smoothed as its line is; that of a second line is fainter, as the line is. */
    private CurvePainter.Layer band(SeriesData one, Palette palette, Range x, int columns) {
        boolean main = one.role() == SeriesData.Role.MAIN;
        double weight = main ? options.smoothing() : 0;
        double alpha = (palette.dark() ? 0.26 : 0.16) * (main ? 1 : 0.6);
        return new CurvePainter.Layer(one.band().outline(weight, options.log(), x, columns),
                CurvePainter.Pen.filling(palette.contender(one.style()).line().awt(alpha)));
    }

    private static double alpha(SeriesData one) {
        if (one.muted()) {
            return 0.25;
        }
        return switch (one.role()) {
            case MAIN -> 1;
            case SECOND -> 0.5;
            case EARLIER -> 0.4;
        };
    }

    /** Whether its single points are drawn behind it. */
    private static boolean isNoisy(DrawnCurve curve) {
        SeriesData one = curve.series();
        return curve.isSmoothed() && !one.muted() && one.band() == null && one.role() == SeriesData.Role.MAIN;
    }

    /** Noise that fills its whole band weighs more than a thin line, and is drawn fainter; so is that of many who lie over each other. */
    private double faint(DrawnCurve curve, Palette palette) {
        boolean crowded = series.stream().filter(one -> one.role() == SeriesData.Role.MAIN && !one.muted()).count() > FEW;
        double alone = palette.dark() ? 0.3 : 0.32;
        double among = palette.dark() ? 0.24 : 0.2;
        return dense(curve.raw().size()) * (crowded ? among : alone);
    }

    /** The more points there are, the more of them lie upon each other. */
    private static double dense(int points) {
        if (points > SOLID) {
            return 0.4;
        }
        return points > DENSE ? 0.55 : 1;
    }

    private static CurvePainter.Pen pen(DrawnCurve curve, Palette palette) {
        ContenderStyle style = palette.contender(curve.series().style());
        boolean main = curve.series().role() == SeriesData.Role.MAIN;
        double alpha = alpha(curve.series());
        boolean noisy = !curve.isSmoothed() && curve.raw().size() > MANY;
        Dash dash = noisy ? Dash.SOLID : style.dash(); // dashes along noise read as dirt
        float width = noisy ? 1.2f : 2;
        return new CurvePainter.Pen(style.line().awt(alpha), dash.stroke(main ? width : 1.1f));
    }

    @Override
    public ChartTable table() {
        List<List<String>> rows = new ArrayList<>();
        for (SeriesData one : series) {
            String name = one.name().isEmpty() ? nameOf(one.style()) : one.name();
            String role = one.role().name().toLowerCase(Locale.ROOT);
            for (int i = 0; i < one.points().size(); i++) {
                rows.add(List.of(name, role, ChartTable.number(one.points().x(i)), ChartTable.number(one.points().y(i))));
            }
        }
        return new ChartTable(List.of("series", "line", options.xTitle().isEmpty() ? "x" : options.xTitle(),
                options.yTitle().isEmpty() ? "y" : options.yTitle()), rows);
    }

    @Override
    public Optional<Film> film() {
        LineFilm film = new LineFilm(series, options);
        return film.steps() == null ? Optional.empty() : Optional.of(film);
    }

    /** A second line belongs to the contender of its style. */
    private String nameOf(int style) {
        return series.stream().filter(one -> one.style() == style && one.role() == SeriesData.Role.MAIN && !one.name().isEmpty())
                .findFirst().map(SeriesData::name).orElse("");
    }

    @Override
    public String summary() {
        StringBuilder words = new StringBuilder();
        for (SeriesData one : series) {
            Points points = one.points();
            if (!points.isEmpty() && !one.name().isEmpty()) {
                words.append(one.name()).append(": ").append(Numbers.format(points.y(0))).append(" → ")
                        .append(Numbers.format(one.told() == null ? points.y(points.size() - 1) : one.told().end()))
                                .append(one.diverged() ? " ×. " : ". ");
            }
        }
        series.stream().filter(one -> !Double.isNaN(one.best()) && !one.points().isEmpty())
                .forEach(one -> words.append(Messages.text("chart.best",
                one.name().isEmpty() ? nameOf(one.style()) : one.name(), Numbers.plain(one.best()))).append(' '));
        return words.toString().strip();
    }
}
