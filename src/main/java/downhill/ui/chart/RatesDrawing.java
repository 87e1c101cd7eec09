package downhill.ui.chart;

import downhill.data.Visible;
import downhill.ui.chart.shape.Band;
import downhill.ui.chart.shape.ChartFrame;
import downhill.ui.chart.shape.Points;
import downhill.ui.chart.shape.View;
import downhill.ui.theme.ContenderStyle;
import downhill.ui.theme.Palette;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * What losses did while learning rates rose, one curve a contender, with a dot at the rate that is suggested.
 *
 * @param x      rates, places from 0 to 1
 * @param y      losses, places from 0 to 1
 * @param curves in places
 * @param told   what it shows, in words
 */
public record RatesDrawing(UnitAxis x, UnitAxis y, List<Rates> curves, ChartTold told) implements ChartDrawing {
    private static final double HEAD = 9;
    private static final double AROUND = 0.14;

    /**
     * One contender.
     *
     * @param name      at its dot
     * @param style     of its colour
     * @param points    the smoothed loss
     * @param suggested index of the rate suggested; −1 for none
     * @param around    filled faintly behind it; null for none
     * @param thin      whether it is a part of what another curve of the same contender is the whole of
     */
    public record Rates(String name, int style, Points points, int suggested, Band around, boolean thin) {
        /** Of one run. */
        public Rates(String name, int style, Points points, int suggested) {
            this(name, style, points, suggested, null, false);
        }

        public Rates {
            name = Visible.line(name);
        }
    }

    /** Copies the list. */
    public RatesDrawing {
        curves = List.copyOf(curves);
    }

    @Override
    public boolean isEmpty() {
        return curves.isEmpty();
    }

    @Override
    public ChartFrame draw(Graphics2D g, Rectangle2D area, Palette palette, View view) {
        ChartFrame frame = UnitWords.frame(area, view);
        Shape outside = g.getClip();
        UnitWords words = new UnitWords(g, palette, frame, area);
        words.lines(y, 1);
        g.clip(frame.plot());
        curves.stream().filter(curve -> curve.around() != null).forEach(curve -> {
            g.setColor(palette.contender(curve.style()).line().awt(AROUND));
            Points around = curve.around().outline(0, false, frame.x().range(), (int) frame.plot().getWidth());
            g.fill(CurvePainter.path(around, frame.x(), frame.y()));
        });
        for (Rates curve : curves) {
            ContenderStyle style = palette.contender(curve.style());
            g.setColor(style.line().awt());
            g.setStroke(style.dash().stroke(curve.thin() ? 1 : 2));
            g.draw(CurvePainter.path(curve.points(), frame.x(), frame.y()));
        }
        g.setClip(outside);
        List<NamesApart.Name> names = curves.stream().filter(curve -> curve.suggested() >= 0)
                .map(curve -> head(g, palette, frame, curve)).toList();
        new NamesApart(g, frame.plot()).draw(palette, names);
        words.draw(x, y);
        return frame;
    }

    private static NamesApart.Name head(Graphics2D g, Palette palette, ChartFrame frame, Rates curve) {
        double atX = frame.x().toPixel(curve.points().x(curve.suggested()));
        double atY = frame.y().toPixel(curve.points().y(curve.suggested()));
        ContenderStyle style = palette.contender(curve.style());
        Ellipse2D dot = new Ellipse2D.Double(atX - HEAD / 2, atY - HEAD / 2, HEAD, HEAD);
        g.setColor(style.line().awt());
        g.fill(dot);
        g.setColor(palette.panel().awt());
        g.setStroke(new BasicStroke(1.5f));
        g.draw(dot);
        return new NamesApart.Name(curve.name(), atX, atY, HEAD, style.text());
    }

    @Override
    public String summary() {
        return told.words();
    }

    @Override
    public ChartTable table() {
        return told.rows().get();
    }
}
