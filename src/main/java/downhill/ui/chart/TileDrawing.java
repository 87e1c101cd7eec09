package downhill.ui.chart;

import downhill.ui.chart.shape.AxisScale;
import downhill.ui.chart.shape.ChartFrame;
import downhill.ui.chart.shape.Range;
import downhill.ui.chart.shape.View;
import downhill.ui.theme.Palette;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

/** Draws a {@link TilePicture}: as many columns of tiles as make the tiles largest. */
record TileDrawing(TilePicture picture) implements ChartDrawing {
    private static final double GAP = 8;

    @Override
    public boolean isEmpty() {
        return picture == null || picture.tiles().isEmpty() || picture.tiles().get(0).values().length == 0;
    }

    @Override
    public ChartTable table() {
        return picture == null ? ChartTable.NONE : PlotTable.of(picture);
    }

    @Override
    public String summary() {
        return picture == null ? "" : picture.summary();
    }

    @Override
    public ChartFrame draw(Graphics2D g, Rectangle2D area, Palette palette, View view) {
        TilePainter painter = new TilePainter(g, palette, picture);
        int count = picture.tiles().size();
        int columns = columns(area, painter);
        int rows = (count + columns - 1) / columns;
        double width = (area.getWidth() - (columns - 1) * GAP) / columns;
        double height = (area.getHeight() - (rows - 1) * GAP) / rows;
        TilePainter.Cells cells = painter.cells(width, height);
        double w = painter.width(cells);
        double h = painter.height(cells);
        for (int i = 0; i < count; i++) {
            double left = area.getX() + Math.max(0, (area.getWidth() - columns * w - (columns - 1) * GAP) / 2);
            double top = area.getY();
            painter.paint(picture.tiles().get(i), left + i % columns * (w + GAP), top + i / columns * (h + GAP), cells);
        }
        Range whole = new Range(0, 1);
        return new ChartFrame(area, new AxisScale(whole, false, area.getMinX(), area.getMaxX()),
                new AxisScale(whole, false, area.getMaxY(), area.getMinY()));
    }

    private int columns(Rectangle2D area, TilePainter painter) {
        int count = picture.tiles().size();
        int best = 1;
        double largest = 0;
        for (int columns = 1; columns <= count; columns++) {
            int rows = (count + columns - 1) / columns;
            double cell = painter.cells((area.getWidth() - (columns - 1) * GAP) / columns, (area.getHeight() - (rows - 1) * GAP) / rows)
                    .down();
            if (cell > largest * 1.0001) {
                largest = cell;
                best = columns;
            }
        }
        return best;
    }
}
