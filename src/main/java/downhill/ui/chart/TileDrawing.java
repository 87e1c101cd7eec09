package downhill.ui.chart;

import downhill.ui.chart.shape.AxisScale;
import downhill.ui.chart.shape.ChartFrame;
import downhill.ui.chart.shape.Range;
import downhill.ui.chart.shape.View;
import downhill.ui.theme.Palette;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

/**
 * Draws a {@link TilePicture}: as many columns of tiles as make the tiles largest. Cells of a picture of one tile can be chosen; they are
 * counted row by row.
 *
 * @param picture what is shown; null for nothing
 * @param cell    that is chosen, ringed; below 0 none
 */
record TileDrawing(TilePicture picture, int cell) implements PickDrawing {
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
        double left = area.getX() + Math.max(0, (area.getWidth() - columns * w - (columns - 1) * GAP) / 2);
        for (int i = 0; i < count; i++) {
            painter.paint(picture.tiles().get(i), left + i % columns * (w + GAP), area.getY() + i / columns * (h + GAP), cells,
                    count == 1 ? left - area.getX() : 0);
        }
        if (count == 1) {
            return one(g, painter.grid(left, area.getY(), cells), palette);
        }
        Range whole = new Range(0, 1);
        return new ChartFrame(area, new AxisScale(whole, false, area.getMinX(), area.getMaxX()),
                new AxisScale(whole, false, area.getMaxY(), area.getMinY()));
    }

    /** A frame whose numbers are those of the columns and, from above, of the rows. */
    private ChartFrame one(Graphics2D g, Rectangle2D grid, Palette palette) {
        double[][] values = picture.tiles().get(0).values();
        ChartFrame frame = new ChartFrame(grid, new AxisScale(new Range(0, values[0].length), false, grid.getMinX(), grid.getMaxX()),
                new AxisScale(new Range(0, values.length), false, grid.getMinY(), grid.getMaxY()));
        if (cell >= 0 && cell < values.length * values[0].length) {
            double x = frame.x().toPixel(cell % values[0].length);
            double y = frame.y().toPixel(cell / values[0].length);
            g.setStroke(new BasicStroke(2.5f));
            g.setColor(palette.text().awt());
            g.draw(new Rectangle2D.Double(x, y, grid.getWidth() / values[0].length, grid.getHeight() / values.length));
        }
        return frame;
    }

    @Override
    public int nearest(ChartFrame frame, double x, double y) {
        boolean one = !isEmpty() && picture.tiles().size() == 1 && frame.plot().contains(x, y);
        return one ? (int) frame.y().toValue(y) * picture.tiles().get(0).values()[0].length + (int) frame.x().toValue(x) : -1;
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
