package downhill.ui.chart;

import downhill.ui.chart.shape.ChartFrame;
import downhill.ui.chart.shape.Points;
import downhill.ui.chart.shape.Range;
import downhill.ui.theme.ContenderStyle;
import downhill.ui.theme.Fonts;
import downhill.ui.theme.Palette;
import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The head at each line's last point and its name beside it, moved apart where two would touch. */
final class EndLabels {
    private static final double FONT_SIZE = 11;
    private static final double LINE_HEIGHT = 15;
    private static final double GAP = 9;
    /** Of the chart's width, that the longest name may take. */
    private static final double SHARE = 0.3;
    private static final String CUT = "…";

    private final List<DrawnCurve> curves;
    private final Palette palette;
    private final boolean compact;
    private final double longest;

    /** A label on its way to its place. */
    private static final class Placed {
        final DrawnCurve curve;
        final double x;
        double y;

        Placed(DrawnCurve curve, double x, double y) {
            this.curve = curve;
            this.x = x;
            this.y = y;
        }
    }

    /** Names take at most a share of {@code width}, the chart's in points: where they do not fit they end in an ellipsis. */
    /** How much of its colour the name of an earlier race has. */
    private static final double FAINT = 0.6;

    EndLabels(List<DrawnCurve> curves, Palette palette, boolean compact, double width) {
        this.curves = curves.stream().filter(curve -> curve.lastFinite() >= 0 && !curve.series().muted()).toList();
        this.palette = palette;
        this.compact = compact;
        longest = width * SHARE;
    }

    /** Points to leave free at the right for the labels of lines that reach so far. */
    double room(Graphics2D g, Range x) {
        double room = 0;
        for (DrawnCurve curve : curves) {
            double left = 1 - (curve.line().x(curve.lastFinite()) - x.low()) / x.length();
            boolean inView = left > -0.001; // a line that ends beyond the part zoomed to has no name there
            if (isNamed(curve) && inView && left < 0.3) {
                room = Math.max(room, width(g, curve) + GAP + 6 - left * 300);
            }
        }
        return room;
    }

    /** @param level of a line across the plot that is kept off the names, in values; NaN for none */
    void draw(Graphics2D g, ChartFrame frame, double level) {
        List<Placed> labels = new ArrayList<>();
        double across = Double.isNaN(level) ? level : frame.y().toPixel(level);
        for (DrawnCurve curve : curves) {
            int last = curve.series().diverged() ? lastSeen(curve, frame.y().range()) : curve.lastFinite();
            double x = frame.x().toPixel(curve.line().x(last));
            double y = frame.y().toPixel(curve.line().y(last));
            if (x < frame.plot().getMinX() - 1 || x > frame.plot().getMaxX() + 1) {
                continue;
            }
            double shownY = Math.max(frame.plot().getMinY(), Math.min(frame.plot().getMaxY(), y));
            head(g, curve, x, shownY);
            if (isNamed(curve)) {
                labels.add(new Placed(curve, x, shownY));
            }
        }
        spread(labels, frame);
        for (Placed label : labels) {
            if (Math.abs(label.y - across) < LINE_HEIGHT / 2) {
                g.setColor(palette.panel().awt());
                g.fill(new Rectangle2D.Double(label.x + GAP - 3, across - 2, width(g, label.curve) + 6, 4));
            }
            write(g, label);
        }
    }

    /** A curve that diverged is marked where it leaves the plot, not far above it. */
    private static int lastSeen(DrawnCurve curve, Range shown) {
        int i = curve.lastFinite();
        while (i > 0 && curve.line().y(i - 1) > shown.high()) {
            i--;
        }
        return i;
    }

    private boolean isNamed(DrawnCurve curve) {
        return !compact && curve.series().role() != SeriesData.Role.SECOND && !curve.series().name().isEmpty();
    }

    private void head(Graphics2D g, DrawnCurve curve, double x, double y) {
        g.setColor(style(curve).line().awt());
        if (curve.series().diverged()) {
            g.setStroke(new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            g.draw(new Line2D.Double(x - 4, y - 4, x + 4, y + 4));
            g.draw(new Line2D.Double(x - 4, y + 4, x + 4, y - 4));
        } else if (curve.series().role() == SeriesData.Role.MAIN) {
            g.fill(new Ellipse2D.Double(x - 3.5, y - 3.5, 7, 7));
        }
    }

    /** Pushes labels apart downwards, then back up from the lower edge, so that their order stays. */
    private static void spread(List<Placed> labels, ChartFrame frame) {
        labels.sort(Comparator.comparingDouble(label -> label.y));
        centre(labels);
        double least = frame.plot().getMinY() - 4;
        for (Placed label : labels) {
            label.y = Math.max(label.y, least);
            least = label.y + LINE_HEIGHT;
        }
        double most = frame.plot().getMaxY() + 4;
        for (int i = labels.size() - 1; i >= 0; i--) {
            labels.get(i).y = Math.min(labels.get(i).y, most);
            most = labels.get(i).y - LINE_HEIGHT;
        }
    }

    /** A group that is too close is spread around its own middle instead of downwards only. */
    private static void centre(List<Placed> labels) {
        int from = 0;
        while (from < labels.size()) {
            int to = from + 1;
            while (to < labels.size() && labels.get(to).y - labels.get(to - 1).y < LINE_HEIGHT) {
                to++;
            }
            double middle = labels.subList(from, to).stream().mapToDouble(label -> label.y).average().orElse(0);
            for (int i = from; i < to && to - from > 1; i++) {
                labels.get(i).y = middle + (i - from - (to - from - 1) / 2.0) * LINE_HEIGHT;
            }
            from = to;
        }
    }

    private void write(Graphics2D g, Placed label) {
        String name = fitting(g, label.curve);
        g.setColor(palette.panel().awt(0.8)); // a rim, for a curve that ended early has others behind its name
        g.setStroke(new BasicStroke(3, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(font(name).createGlyphVector(g.getFontRenderContext(), name).getOutline((float) (label.x + GAP), (float) (label.y + 4)));
        g.setFont(font(name));
        g.setColor(style(label.curve).text().awt(label.curve.series().role() == SeriesData.Role.EARLIER ? FAINT : 1));
        g.drawString(name, (float) (label.x + GAP), (float) (label.y + 4));
    }

    private ContenderStyle style(DrawnCurve curve) {
        return palette.contender(curve.series().style());
    }

    private double width(Graphics2D g, DrawnCurve curve) {
        return width(g, fitting(g, curve));
    }

    private static double width(Graphics2D g, String name) {
        return font(name).getStringBounds(name, g.getFontRenderContext()).getWidth();
    }

    private String fitting(Graphics2D g, DrawnCurve curve) {
        String whole = curve.series().name();
        String name = whole;
        for (int kept = whole.length() - 1; kept > 0 && width(g, name) > longest; kept--) {
            name = whole.substring(0, kept).strip() + CUT;
        }
        return name;
    }

    private static Font font(String name) {
        return Fonts.strong(name, FONT_SIZE);
    }
}
