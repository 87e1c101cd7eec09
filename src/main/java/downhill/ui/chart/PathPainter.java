package downhill.ui.chart;

import downhill.ui.chart.shape.ChartFrame;
import downhill.ui.chart.shape.PathData;
import downhill.ui.chart.shape.Points;
import downhill.ui.theme.Colour;
import downhill.ui.theme.ContenderStyle;
import downhill.ui.theme.Palette;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;

/** Draws paths, their heads and marks in the plane. */
final class PathPainter {
    private static final double NEAR = 0.6;
    private static final float WIDTH = 2;
    private static final double UNNAMED = 0.6;

    private final Graphics2D g;
    private final Palette palette;
    private final ChartFrame frame;
    private final boolean compact;

    PathPainter(Graphics2D g, Palette palette, ChartFrame frame, boolean compact) {
        this.g = g;
        this.palette = palette;
        this.frame = frame;
        this.compact = compact;
    }

    /** As wide as the plane is wrong. */
    void ribbon(PathData path) {
        g.setColor(palette.contender(path.style()).line().awt(palette.dark() ? 0.42 : 0.32));
        g.fill(GapRibbon.of(path, frame, compact ? GapRibbon.WIDEST / 2 : GapRibbon.WIDEST));
    }

    /** The line up to the head, and faintly what came later. */
    void line(PathData path) {
        ContenderStyle style = palette.contender(path.style());
        int head = path.headIndex();
        g.setStroke(new BasicStroke(WIDTH, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        if (head + 1 < path.points().size()) {
            g.setColor(style.line().awt(0.25));
            g.draw(outline(path.points(), head, path.points().size() - 1));
        }
        g.setColor(style.line().awt());
        g.draw(outline(path.points(), 0, head));
    }

    /** A dot with a ring at the head, × where the path diverged, and the name beside it. */
    void head(PathData path) {
        Point2D at = headOf(path);
        if (at == null) {
            return;
        }
        Color colour = palette.contender(path.style()).line().awt();
        if (path.diverged()) {
            cross(at.getX(), at.getY(), 4, colour);
        } else {
            dot(at.getX(), at.getY(), colour);
        }
    }

    /** In pixels; null where it is not in view. */
    private Point2D headOf(PathData path) {
        int head = path.headIndex();
        while (head >= 0 && !Double.isFinite(path.points().x(head) + path.points().y(head))) {
            head--;
        }
        Point2D at = head < 0 ? null : new Point2D.Double(frame.x().toPixel(path.points().x(head)),
                frame.y().toPixel(path.points().y(head)));
        return at != null && frame.plot().contains(at) ? at : null;
    }

    /** What is to be written beside marks and heads. */
    List<PlaneNames.Name> names(List<PathData> paths, List<PlaneMark> marks) {
        List<PlaneNames.Name> names = new ArrayList<>();
        marks.stream().filter(mark -> !mark.text().isEmpty()).forEach(mark -> names.add(name(mark)));
        for (PathData path : paths) {
            Point2D at = compact || path.name().isEmpty() ? null : headOf(path);
            if (at != null) {
                names.add(new PlaneNames.Name(path.name(), at.getX(), at.getY(), palette.contender(path.style()).text()));
            }
        }
        return names;
    }

    /** Beyond the tip, where the arrow points. */
    private PlaneNames.Name name(PlaneMark mark) {
        double x = frame.x().toPixel(mark.x());
        double y = frame.y().toPixel(mark.y());
        double toX = frame.x().toPixel(mark.toX());
        double toY = frame.y().toPixel(mark.toY());
        double length = Math.max(1e-9, Math.hypot(toX - x, toY - y));
        return new PlaneNames.Name(mark.text(), toX, toY, mark.style() < 0 ? palette.text() : palette.contender(mark.style()).text(),
                (toX - x) / length, (toY - y) / length);
    }

    void mark(PlaneMark mark) {
        double x = frame.x().toPixel(mark.x());
        double y = frame.y().toPixel(mark.y());
        Colour colour = mark.style() < 0 ? palette.text() : palette.contender(mark.style()).line();
        g.setStroke(new BasicStroke(1.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.setColor(mark.kind() == PlaneMark.Kind.ARROW && mark.text().isEmpty() ? colour.awt(UNNAMED) : colour.awt());
        switch (mark.kind()) {
            case MINIMUM -> plus(x, y);
            case START -> g.draw(new Ellipse2D.Double(x - 5, y - 5, 10, 10));
            case ARROW -> arrow(x, y, frame.x().toPixel(mark.toX()), frame.y().toPixel(mark.toY()));
        }
    }

    private void dot(double x, double y, Color colour) {
        g.setColor(Color.WHITE);
        g.fill(new Ellipse2D.Double(x - 5, y - 5, 10, 10));
        g.setColor(colour);
        g.fill(new Ellipse2D.Double(x - 3.5, y - 3.5, 7, 7));
    }

    private void plus(double x, double y) {
        g.draw(new Line2D.Double(x - 5, y, x + 5, y));
        g.draw(new Line2D.Double(x, y - 5, x, y + 5));
    }

    private void cross(double x, double y, double half, Color colour) {
        g.setColor(colour);
        g.draw(new Line2D.Double(x - half, y - half, x + half, y + half));
        g.draw(new Line2D.Double(x - half, y + half, x + half, y - half));
    }

    private void arrow(double x, double y, double toX, double toY) {
        double angle = Math.atan2(toY - y, toX - x);
        double size = Math.min(9, Math.hypot(toX - x, toY - y));
        g.setStroke(new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
        g.draw(new Line2D.Double(x, y, toX - size * 0.8 * Math.cos(angle), toY - size * 0.8 * Math.sin(angle)));
        Path2D tip = new Path2D.Double();
        tip.moveTo(toX, toY);
        tip.lineTo(toX - size * Math.cos(angle - 0.4), toY - size * Math.sin(angle - 0.4));
        tip.lineTo(toX - size * Math.cos(angle + 0.4), toY - size * Math.sin(angle + 0.4));
        tip.closePath();
        g.fill(tip);
    }

    /** Points closer than a pixel's part to the last one are left out. */
    private Path2D outline(Points points, int from, int to) {
        Path2D.Double path = new Path2D.Double();
        boolean down = false;
        double lastX = 0;
        double lastY = 0;
        for (int i = from; i <= to; i++) {
            double x = clamp(frame.x().toPixel(points.x(i)));
            double y = clamp(frame.y().toPixel(points.y(i)));
            if (!Double.isFinite(x + y)) {
                down = false;
            } else if (!down) {
                path.moveTo(x, y);
                down = true;
                lastX = x;
                lastY = y;
            } else if (i == to || Math.abs(x - lastX) > NEAR || Math.abs(y - lastY) > NEAR) {
                path.lineTo(x, y);
                lastX = x;
                lastY = y;
            }
        }
        return path;
    }

    private static double clamp(double pixel) {
        return Double.isFinite(pixel) ? Math.max(-1e5, Math.min(1e5, pixel)) : pixel;
    }
}
