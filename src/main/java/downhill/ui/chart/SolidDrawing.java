package downhill.ui.chart;

import downhill.ui.chart.shape.AxisScale;
import downhill.ui.chart.shape.ChartFrame;
import downhill.ui.chart.shape.Landscape;
import downhill.ui.chart.shape.PathData;
import downhill.ui.chart.shape.Points;
import downhill.ui.chart.shape.Rotation;
import downhill.ui.chart.shape.Space;
import downhill.ui.chart.shape.View;
import downhill.ui.i18n.Numbers;
import downhill.ui.theme.Colour;
import downhill.ui.theme.ContenderStyle;
import downhill.ui.theme.Fonts;
import downhill.ui.theme.Palette;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A landscape in three dimensions with paths lying on it. Paths and heads stay in view where a hill is in front of them. */
record SolidDrawing(Landscape landscape, List<PathData> paths, List<PlaneMark> marks, PlaneOptions options, Rotation rotation)
        implements ChartDrawing {
    private static final double AXIS_SIZE = 11;
    private static final double STEMS_APART = 5;

    @Override
    public boolean isEmpty() {
        return landscape == null;
    }

    @Override
    public ChartFrame draw(Graphics2D g, Rectangle2D area, Palette palette, View view) {
        Space space = new Space(rotation, area);
        Relief relief = new Relief(landscape);
        Shape outside = g.getClip();
        g.clip(area);
        axes(g, palette, space);
        new SolidPainter(g, palette, space, relief, landscape).paint();
        List<PlaneNames.Name> names = new ArrayList<>();
        marks.stream().filter(mark -> mark.kind() == PlaneMark.Kind.MINIMUM)
                .forEach(mark -> minimum(g, palette, at(space, relief, mark.x(), mark.y())));
        paths.forEach(path -> stems(g, palette, space, relief, path));
        paths.forEach(path -> line(g, palette, space, relief, path));
        paths.forEach(path -> head(g, palette, space, relief, path, names));
        new PlaneNames(g, palette, area).place(names).write();
        g.setClip(outside);
        return new ChartFrame(area, new AxisScale(landscape.x(), false, area.getMinX(), area.getMaxX()),
                new AxisScale(landscape.y(), false, area.getMaxY(), area.getMinY()));
    }

    /** Null outside of the landscape. */
    private Point2D.Double at(Space space, Relief relief, double x, double y) {
        double height = relief.at(landscape.at(x, y));
        double u = (x - landscape.x().low()) / landscape.x().length() * 2 - 1;
        double v = (y - landscape.y().low()) / landscape.y().length() * 2 - 1;
        return Double.isNaN(height) ? null : space.point(u, v, height);
    }

    private void axes(Graphics2D g, Palette palette, Space space) {
        double nearY = space.awayAlongY() ? -1 : 1;
        double nearX = space.awayAlongX() ? -1 : 1;
        g.setStroke(new BasicStroke(1));
        g.setColor(palette.secondary().awt(0.6));
        g.draw(new Line2D.Double(space.point(-1, nearY, 0), space.point(1, nearY, 0)));
        g.draw(new Line2D.Double(space.point(nearX, -1, 0), space.point(nearX, 1, 0)));
        boolean xLeft = space.point(0, nearY, 0).x < space.point(0, 0, 0).x;
        boolean yLeft = space.point(nearX, 0, 0).x < space.point(0, 0, 0).x;
        write(g, palette, options.xTitle(), space.point(0, nearY * 1.12, 0), xLeft);
        write(g, palette, options.yTitle(), space.point(nearX * 1.12, 0, 0), yLeft);
        for (int end = -1; end <= 1; end += 2) {
            write(g, palette, Numbers.format(end < 0 ? landscape.x().low() : landscape.x().high()),
                    space.point(end * 0.92, nearY * 1.07, 0), xLeft);
            write(g, palette, Numbers.format(end < 0 ? landscape.y().low() : landscape.y().high()),
                    space.point(nearX * 1.07, end * 0.92, 0), yLeft);
        }
    }

    /** On the side of its axis that is away from the ground, which is drawn over it. */
    private static void write(Graphics2D g, Palette palette, String text, Point2D.Double at, boolean toLeft) {
        if (!text.isEmpty()) {
            Font font = Fonts.plain(text, AXIS_SIZE);
            double width = font.getStringBounds(text, g.getFontRenderContext()).getWidth();
            g.setFont(font);
            g.setColor(palette.secondary().awt());
            g.drawString(text, (float) (toLeft ? at.x - width : at.x), (float) (at.y + AXIS_SIZE / 2));
        }
    }

    private void line(Graphics2D g, Palette palette, Space space, Relief relief, PathData path) {
        Colour colour = palette.contender(path.style()).line();
        g.setStroke(new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.setColor(colour.awt(0.25));
        g.draw(outline(space, relief, path.points(), Math.max(0, path.headIndex()), path.points().size() - 1));
        g.setColor(colour.awt());
        g.draw(outline(space, relief, path.points(), 0, path.headIndex()));
    }

    /** From the plane to the true loss of each point, a few pixels apart. */
    private void stems(Graphics2D g, Palette palette, Space space, Relief relief, PathData path) {
        g.setStroke(new BasicStroke(1));
        g.setColor(palette.contender(path.style()).line().awt(0.45));
        Point2D.Double last = null;
        for (int i = 0; i <= path.headIndex() && path.figures().hasGaps(); i++) {
            Point2D.Double foot = at(space, relief, path.points().x(i), path.points().y(i));
            Point2D.Double top = foot == null ? null : raised(space, relief, path, i);
            if (top != null && (last == null || last.distance(foot) > STEMS_APART || i == path.headIndex())) {
                g.draw(new Line2D.Double(foot, top));
                last = foot;
            }
        }
    }

    /** Where a point of a path would be at its true loss; null where that is unknown. */
    private Point2D.Double raised(Space space, Relief relief, PathData path, int i) {
        double height = relief.at(path.figures().loss()[i]);
        double u = (path.points().x(i) - landscape.x().low()) / landscape.x().length() * 2 - 1;
        double v = (path.points().y(i) - landscape.y().low()) / landscape.y().length() * 2 - 1;
        return Double.isNaN(height) ? null : space.point(u, v, height);
    }

    private Path2D.Double outline(Space space, Relief relief, Points points, int from, int to) {
        Path2D.Double line = new Path2D.Double();
        boolean down = false;
        for (int i = from; i <= to; i++) {
            Point2D.Double at = at(space, relief, points.x(i), points.y(i));
            if (at != null && down) {
                line.lineTo(at.x, at.y);
            } else if (at != null) {
                line.moveTo(at.x, at.y);
            }
            down = at != null;
        }
        return line;
    }

    private void head(Graphics2D g, Palette palette, Space space, Relief relief, PathData path, List<PlaneNames.Name> names) {
        int head = path.headIndex();
        Point2D.Double at = head < 0 ? null : at(space, relief, path.points().x(head), path.points().y(head));
        if (at == null) {
            return;
        }
        ContenderStyle style = palette.contender(path.style());
        g.setColor(Color.WHITE);
        g.fill(new Ellipse2D.Double(at.x - 5, at.y - 5, 10, 10));
        g.setColor(style.line().awt());
        g.fill(new Ellipse2D.Double(at.x - 3.5, at.y - 3.5, 7, 7));
        if (!path.name().isEmpty()) {
            names.add(new PlaneNames.Name(path.name(), at.x, at.y, style.text()));
        }
    }

    private static void minimum(Graphics2D g, Palette palette, Point2D.Double at) {
        if (at != null) {
            g.setStroke(new BasicStroke(1.5f));
            g.setColor(palette.text().awt());
            g.draw(new Line2D.Double(at.x - 5, at.y, at.x + 5, at.y));
            g.draw(new Line2D.Double(at.x, at.y - 5, at.x, at.y + 5));
        }
    }

    @Override
    public ChartTable table() {
        return new PlaneDrawing(landscape, paths, marks, options, new LandscapeImage()).table();
    }

    @Override
    public Optional<Film> film() {
        Film film = new PathFilm(paths, then -> new SolidDrawing(landscape, then, marks, options, rotation));
        return film.steps() == null ? Optional.empty() : Optional.of(film);
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
        return words.append(Numbers.format(rotation.azimuth())).append("°, ").append(Numbers.format(rotation.elevation())).append('°')
                .toString();
    }
}
