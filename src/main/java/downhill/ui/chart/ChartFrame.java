package downhill.ui.chart;

import java.awt.geom.Rectangle2D;

/**
 * Where a drawn chart put its plot, in points of its pane, so that a pixel can be told in values.
 *
 * @param plot the plot without axes
 * @param x across
 * @param y upwards
 */
public record ChartFrame(Rectangle2D plot, AxisScale x, AxisScale y) {
}
