package downhill.ui.chart;

import downhill.ui.chart.shape.Range;
import downhill.ui.theme.Fonts;
import downhill.ui.theme.Palette;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;

/** JFreeChart's axes with our marks and without lines. */
final class TickAxis {
    /** Size of axis words. */
    static final double FONT_SIZE = 11;

    private TickAxis() {
    }

    /** An axis over {@code range} with the given marks; {@code label} may be empty. */
    static ValueAxis create(String label, Range range, boolean log, List<Ticks.Tick> ticks, Palette palette) {
        ValueAxis axis = log ? new Logarithmic(ticks) : new Linear(ticks);
        if (!label.isEmpty()) {
            axis.setLabel(label);
            axis.setLabelFont(Fonts.plain(label, FONT_SIZE));
            axis.setLabelPaint(palette.secondary().awt());
            axis.setLabelInsets(new RectangleInsets(4, 2, 0, 4));
        }
        axis.setAutoRange(false);
        axis.setRange(range.low(), range.high());
        axis.setAxisLineVisible(false);
        axis.setTickMarksVisible(false);
        axis.setTickLabelFont(Fonts.plain("0", FONT_SIZE));
        axis.setTickLabelPaint(palette.secondary().awt());
        axis.setTickLabelInsets(new RectangleInsets(6, 2, 2, 8));
        return axis;
    }

    private static List<NumberTick> at(RectangleEdge edge, List<Ticks.Tick> ticks) {
        TextAnchor anchor = RectangleEdge.isLeftOrRight(edge) ? TextAnchor.CENTER_RIGHT : TextAnchor.TOP_CENTER;
        return ticks.stream().map(tick -> new NumberTick(tick.value(), tick.label(), anchor, TextAnchor.CENTER, 0)).toList();
    }

    private static final class Linear extends NumberAxis {
        private final transient List<Ticks.Tick> ticks;

        Linear(List<Ticks.Tick> ticks) {
            this.ticks = ticks;
        }

        @Override
        public List<NumberTick> refreshTicks(Graphics2D g, AxisState state, Rectangle2D area, RectangleEdge edge) {
            return at(edge, ticks);
        }
    }

    private static final class Logarithmic extends LogAxis {
        private final transient List<Ticks.Tick> ticks;

        Logarithmic(List<Ticks.Tick> ticks) {
            this.ticks = ticks;
        }

        @Override
        public List<NumberTick> refreshTicks(Graphics2D g, AxisState state, Rectangle2D area, RectangleEdge edge) {
            return at(edge, ticks);
        }
    }
}
