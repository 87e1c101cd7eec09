package downhill.ui.chart;

import downhill.ui.chart.shape.ChartFrame;
import downhill.ui.chart.shape.View;
import downhill.ui.theme.Palette;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Optional;

/**
 * All that a chart shows at one moment. Immutable, because it is drawn on another thread than the one that made it;
 * what it caches between drawings is touched only in {@link #draw}, which one thread calls at a time.
 */
public interface ChartDrawing {
    /** Draws into {@code area} (points; the transform holds the pixels a point) and says where the plot is. */
    ChartFrame draw(Graphics2D g, Rectangle2D area, Palette palette, View view);

    /** The same with caches of its own: for who draws while the chart draws, too, and whose pictures are not to stay in its cache. */
    default ChartDrawing apart() {
        return this;
    }

    /** Whether there is nothing to draw yet. */
    boolean isEmpty();

    /** What the chart shows, in words, for those who cannot see it. */
    String summary();

    /** The numbers it shows; none where they cannot be told. */
    default ChartTable table() {
        return ChartTable.NONE;
    }

    /** The chart at each of its steps; empty where it has no steps. */
    default Optional<Film> film() {
        return Optional.empty();
    }
}
