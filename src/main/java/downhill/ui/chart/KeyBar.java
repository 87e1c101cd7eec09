package downhill.ui.chart;

import downhill.ui.chart.shape.AxisScale;
import downhill.ui.chart.shape.ChartFrame;
import downhill.ui.chart.shape.Range;
import downhill.ui.chart.shape.View;
import downhill.ui.theme.Palette;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.Collectors;

/** A key by itself, shared by the charts above it. */
public final class KeyBar extends ChartPane {
    private record Drawing(List<PlotKey> keys) implements ChartDrawing {
        @Override
        public ChartFrame draw(Graphics2D g, Rectangle2D area, Palette palette, View view) {
            new KeyPainter(g, palette).paint(area, keys, 2);
            Range whole = new Range(0, 1);
            return new ChartFrame(new Rectangle2D.Double(), new AxisScale(whole, false, 0, 1), new AxisScale(whole, false, 1, 0));
        }

        @Override
        public boolean isEmpty() {
            return keys.isEmpty();
        }

        @Override
        public String summary() {
            return keys.stream().map(PlotKey::name).collect(Collectors.joining(", "));
        }
    }

    /** An empty key. */
    public KeyBar() {
        setFocusTraversable(false);
        setMouseTransparent(true);
        setMinHeight(0);
        setKeys(List.of());
    }

    /** Shows these entries; without any it takes no room. */
    public void setKeys(List<PlotKey> keys) {
        setVisible(!keys.isEmpty());
        setManaged(!keys.isEmpty());
        show(new Drawing(List.copyOf(keys)));
    }

    @Override
    protected double computePrefHeight(double width) {
        return KeyPainter.LINE + 2;
    }
}
