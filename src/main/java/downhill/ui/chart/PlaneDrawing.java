package downhill.ui.chart;

import downhill.ui.chart.shape.AxisScale;
import downhill.ui.chart.shape.ChartFrame;
import downhill.ui.chart.shape.Landscape;
import downhill.ui.chart.shape.PathData;
import downhill.ui.chart.shape.PathFigures;
import downhill.ui.chart.shape.Range;
import downhill.ui.chart.shape.View;
import downhill.ui.i18n.Numbers;
import downhill.ui.theme.Palette;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Paths in the plane of two values, above a landscape where there is one. */
record PlaneDrawing(Landscape landscape, List<PathData> paths, List<PlaneMark> marks, PlaneOptions options, LandscapeImage image)
        implements ChartDrawing {
    @Override
    public boolean isEmpty() {
        return landscape == null && marks.isEmpty() && paths.stream().allMatch(path -> path.points().isEmpty());
    }

    @Override
    public ChartFrame draw(Graphics2D g, Rectangle2D area, Palette palette, View view) {
        Range x = View.range(view.x(), options.x(), () -> PlaneRanges.x(landscape, paths, marks));
        Range y = View.range(view.y(), options.y(), () -> PlaneRanges.y(landscape, paths, marks));
        ChartFrame frame = options.equal() ? equalUnits(g, area, palette, x, y) : axes(g, area, palette, x, y);
        PathPainter painter = new PathPainter(g, palette, frame, options.compact());
        PlaneNames names = new PlaneNames(g, palette, frame.plot()).place(painter.names(paths, marks));
        Shape outside = g.getClip();
        g.clip(frame.plot());
        if (landscape != null) {
            Covered covered = options.compact() ? Covered.NOTHING : Covered.by(paths, names.places(), frame);
            new GroundPainter(image, landscape, palette, !options.compact(), covered).paint(g, frame);
        }
        paths.forEach(painter::ribbon);
        paths.forEach(painter::line);
        marks.forEach(painter::mark);
        g.setClip(outside);
        paths.forEach(painter::head);
        names.write();
        return frame;
    }

    /**
     * Finds the plot's size by drawing into nothing, then makes a unit equally long on both axes: a longer range, or a smaller
     * plot where a landscape has to fill it.
     */
    private ChartFrame equalUnits(Graphics2D g, Rectangle2D area, Palette palette, Range x, Range y) {
        Graphics2D nothing = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB).createGraphics();
        ChartFrame frame = axes(nothing, area, palette, x, y);
        nothing.dispose();
        double unitX = x.length() / frame.plot().getWidth();
        double unitY = y.length() / frame.plot().getHeight();
        if (landscape == null) {
            return axes(g, area, palette, PlaneRanges.widened(x, unitY / unitX), PlaneRanges.widened(y, unitX / unitY));
        }
        double spareX = Math.max(0, frame.plot().getWidth() * (1 - unitX / unitY));
        double spareY = Math.max(0, frame.plot().getHeight() * (1 - unitY / unitX));
        return axes(g, new Rectangle2D.Double(area.getX(), area.getY(), area.getWidth() - spareX, area.getHeight() - spareY),
                palette, x, y);
    }

    private ChartFrame axes(Graphics2D g, Rectangle2D area, Palette palette, Range x, Range y) {
        if (options.compact()) {
            return new ChartFrame(area, new AxisScale(x, false, area.getMinX(), area.getMaxX()),
                    new AxisScale(y, false, area.getMaxY(), area.getMinY()));
        }
        PlotPainter.Axes axes = new PlotPainter.Axes(options.xTitle(), options.yTitle(), x, y, false, Marks.NUMBERS, Marks.NUMBERS,
                landscape == null, landscape == null);
        return PlotPainter.paint(g, area, palette, axes, 12);
    }

    @Override
    public ChartTable table() {
        List<List<String>> rows = new ArrayList<>();
        for (PathData path : paths) {
            for (int i = 0; i < path.points().size(); i++) {
                rows.add(pathRow(path, i));
            }
        }
        if (landscape != null) {
            heights(rows);
        }
        return new ChartTable(List.of("kind", "name", options.xTitle().isEmpty() ? "x" : options.xTitle(),
                options.yTitle().isEmpty() ? "y" : options.yTitle(), "height", "step", "true loss"), rows);
    }

    /** Below a point of a path lies the plane's loss; its own may be another. */
    private List<String> pathRow(PathData path, int i) {
        PathFigures known = path.figures();
        return List.of("path", path.name(), ChartTable.number(path.points().x(i)), ChartTable.number(path.points().y(i)),
                known.hasGaps() ? ChartTable.number(known.drawn()[i]) : "", known.hasSteps() ? ChartTable.number(known.steps()[i]) : "",
                known.hasGaps() ? ChartTable.number(known.loss()[i]) : "");
    }

    @Override
    public ChartDrawing apart() {
        return new PlaneDrawing(landscape, paths, marks, options, new LandscapeImage());
    }

    @Override
    public Optional<Film> film() {
        List<PlaneMark> still = marks.stream().filter(mark -> mark.kind() != PlaneMark.Kind.ARROW).toList();
        PlaneOptions fixed = options.ranges(options.x() != null ? options.x() : PlaneRanges.x(landscape, paths, marks),
                options.y() != null ? options.y() : PlaneRanges.y(landscape, paths, marks));
        LandscapeImage own = new LandscapeImage();
        Film film = new PathFilm(paths, then -> new PlaneDrawing(landscape, then, still, fixed, own));
        return film.steps() == null ? Optional.empty() : Optional.of(film);
    }

    private void heights(List<List<String>> rows) {
        for (int row = 0; row < landscape.rows(); row++) {
            double y = landscape.y().low() + landscape.y().length() * row / (landscape.rows() - 1);
            for (int column = 0; column < landscape.columns(); column++) {
                double x = landscape.x().low() + landscape.x().length() * column / (landscape.columns() - 1);
                rows.add(List.of("height", "", ChartTable.number(x), ChartTable.number(y), ChartTable.number(landscape.z()[row][column]),
                        "", ""));
            }
        }
    }

    @Override
    public String summary() {
        StringBuilder words = new StringBuilder();
        for (PathData path : paths) {
            int head = path.headIndex();
            if (head >= 0 && !path.name().isEmpty()) {
                words.append(path.name()).append(": ").append(Numbers.format(path.points().x(head))).append(", ")
                        .append(Numbers.format(path.points().y(head))).append(". ");
            }
        }
        return words.toString().strip();
    }
}
