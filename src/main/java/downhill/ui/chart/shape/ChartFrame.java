package downhill.ui.chart.shape;

import java.awt.geom.Rectangle2D;

/**
 * Where a drawn chart put its plot, in points of its pane, so that a pixel can be told in values.
 *
 * @param plot the plot without axes
 * @param x across
 * @param y upwards
 */
public record ChartFrame(Rectangle2D plot, AxisScale x, AxisScale y) {
    /** The same drawn {@code times} as large. */
    public ChartFrame scaled(double times) {
        if (times == 1) {
            return this;
        }
        Rectangle2D larger = new Rectangle2D.Double(plot.getX() * times, plot.getY() * times, plot.getWidth() * times,
                plot.getHeight() * times);
        return new ChartFrame(larger, x.scaled(times), y.scaled(times));
    }
}
