package downhill.ui.chart;

import downhill.ui.chart.shape.ChartFrame;
import downhill.ui.chart.shape.Landscape;
import downhill.ui.chart.shape.View;
import downhill.ui.theme.Palette;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.Supplier;

/** A landscape alone. Its heights are asked for once, when it is drawn for the first time, on the thread that charts are drawn on. */
public final class SketchedGround implements ChartDrawing {
    private final Supplier<Landscape> heights;
    private final LandscapeImage image = new LandscapeImage();
    private volatile PlaneDrawing drawing;

    /** Of {@code heights}. */
    public SketchedGround(Supplier<Landscape> heights) {
        this.heights = heights;
    }

    @Override
    public ChartFrame draw(Graphics2D g, Rectangle2D area, Palette palette, View view) {
        if (drawing == null) {
            drawing = new PlaneDrawing(heights.get(), List.of(), List.of(), PlaneOptions.SMALL, image);
        }
        return drawing.draw(g, area, palette, view);
    }

    @Override
    public boolean isEmpty() {
        return false;
    }

    @Override
    public String summary() {
        return "";
    }
}
