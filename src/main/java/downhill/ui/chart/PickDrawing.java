package downhill.ui.chart;

import downhill.ui.chart.shape.ChartFrame;

/** A drawing of many things of which one can be pointed at and chosen; each has a number. */
public interface PickDrawing extends ChartDrawing {
    /** How much one of many is to be seen. */
    enum Tone {
        /** Left out by a brush, or given up: hardly. */
        FAINT,
        /** One of many. */
        PLAIN,
        /** The best, or what is chosen. */
        STRONG
    }

    /** The number of what is nearest to a point of the pane and near it; −1 where nothing is. */
    int nearest(ChartFrame frame, double x, double y);
}
