package downhill.ui.chart;

import downhill.data.Visible;
import downhill.ui.chart.shape.AxisScale;
import downhill.ui.chart.shape.ChartFrame;
import downhill.ui.chart.shape.Range;
import downhill.ui.chart.shape.View;
import downhill.ui.theme.Colour;
import downhill.ui.theme.Palette;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Pictures in grey side by side, and laid over them in colour how much each of their cells counts: orange for, blue against.
 *
 * @param tiles   of equal size, at least one
 * @param strong  index of the one chosen; −1 for none
 * @param most    what has the full colour; NaN: of each picture its own largest
 * @param summary the same in words
 */
public record OverlayDrawing(List<Tile> tiles, int strong, double most, String summary) implements PickDrawing {
    private static final double GAP = 14;
    private static final double LINE = 20;
    private static final double INK = 0.6;
    private static final double FULL = 0.92;

    /**
     * One picture.
     *
     * @param name   above it
     * @param ground [row][column], row 0 at the top; null for none
     * @param over   [row][column] what counts for (above 0) or against; null for nothing
     */
    public record Tile(String name, double[][] ground, double[][] over) {
        public Tile {
            name = Visible.line(name);
        }

        private double[][] any() {
            return over == null ? ground : over;
        }
    }

    private record Places(int columns, double side, double wide, double left, double top) {
    }

    /** Copies the list. */
    public OverlayDrawing {
        tiles = List.copyOf(tiles);
    }

    @Override
    public boolean isEmpty() {
        return tiles.isEmpty();
    }

    @Override
    public ChartFrame draw(Graphics2D g, Rectangle2D area, Palette palette, View view) {
        Places places = places(area);
        for (int i = 0; i < tiles.size(); i++) {
            tile(g, palette, i, box(area, places, i), places);
        }
        Range whole = new Range(0, 1);
        return new ChartFrame(area, new AxisScale(whole, false, area.getMinX(), area.getMaxX()),
                new AxisScale(whole, false, area.getMaxY(), area.getMinY()));
    }

    /** As many columns as make the pictures largest. */
    private Places places(Rectangle2D area) {
        double ratio = (double) tiles.get(0).any()[0].length / tiles.get(0).any().length;
        Places best = null;
        for (int columns = 1; columns <= tiles.size(); columns++) {
            int rows = (tiles.size() + columns - 1) / columns;
            double wide = (area.getWidth() - (columns - 1) * GAP) / columns;
            double side = Math.max(1, Math.min(wide / ratio, (area.getHeight() - (rows - 1) * GAP) / rows - LINE));
            if (best == null || side > best.side * 1.0001) {
                double whole = columns * side * ratio + (columns - 1) * GAP;
                double high = rows * (side + LINE) + (rows - 1) * GAP;
                best = new Places(columns, side, side * ratio, Math.max(0, (area.getWidth() - whole) / 2),
                        Math.max(0, (area.getHeight() - high) / 2));
            }
        }
        return best;
    }

    private static Rectangle2D box(Rectangle2D area, Places places, int index) {
        return new Rectangle2D.Double(area.getX() + places.left + index % places.columns * (places.wide + GAP),
                area.getY() + places.top + LINE + index / places.columns * (places.side + LINE + GAP), places.wide, places.side);
    }

    private void tile(Graphics2D g, Palette palette, int index, Rectangle2D box, Places places) {
        Tile tile = tiles.get(index);
        Object smooth = g.getRenderingHint(RenderingHints.KEY_ANTIALIASING);
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF); // smoothed edges would leave seams
        cells(g, palette, tile, box);
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, smooth);
        g.setColor(index == strong ? palette.text().awt() : palette.line().awt());
        g.setStroke(new BasicStroke(index == strong ? 2 : 1));
        g.draw(box);
        RowNames.begin(g, tile.name(), box.getX(), box.getY() - 9, places.wide, palette.text());
    }

    private void cells(Graphics2D g, Palette palette, Tile tile, Rectangle2D box) {
        double[][] shown = tile.any();
        double[] ends = tile.ground() == null ? new double[] {0, 1} : ends(tile.ground());
        double full = tile.over() == null ? 1 : full(tile.over());
        double high = box.getHeight() / shown.length;
        double wide = box.getWidth() / shown[0].length;
        for (int row = 0; row < shown.length; row++) {
            for (int column = 0; column < shown[0].length; column++) {
                Colour ground = tile.ground() == null ? palette.panel()
                        : palette.panel().mix(palette.text(), INK * (tile.ground()[row][column] - ends[0]) / (ends[1] - ends[0]));
                double value = tile.over() == null ? 0 : tile.over()[row][column] / full;
                double share = Double.isFinite(value) ? Math.min(1, Math.abs(value)) : 0;
                g.setColor(ground.mix(palette.contender(value < 0 ? 0 : 1).line(), FULL * share).awt());
                g.fill(new Rectangle2D.Double(box.getX() + column * wide, box.getY() + row * high, wide + 0.6, high + 0.6));
            }
        }
    }

    private double full(double[][] over) {
        double own = Arrays.stream(over).flatMapToDouble(Arrays::stream).map(Math::abs).filter(Double::isFinite).max().orElse(0);
        double full = Double.isNaN(most) ? own : most;
        return full > 0 ? full : 1;
    }

    private static double[] ends(double[][] ground) {
        double low = Arrays.stream(ground).flatMapToDouble(Arrays::stream).min().orElse(0);
        double high = Arrays.stream(ground).flatMapToDouble(Arrays::stream).max().orElse(1);
        return low < high ? new double[] {low, high} : new double[] {low, low + 1};
    }

    @Override
    public int nearest(ChartFrame frame, double x, double y) {
        Places places = places(frame.plot());
        for (int i = 0; i < tiles.size(); i++) {
            Rectangle2D box = box(frame.plot(), places, i);
            if (new Rectangle2D.Double(box.getX(), box.getY() - LINE, box.getWidth(), box.getHeight() + LINE).contains(x, y)) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public ChartTable table() {
        List<List<String>> rows = new ArrayList<>();
        for (Tile tile : tiles) {
            for (int row = 0; row < tile.any().length; row++) {
                for (int column = 0; column < tile.any()[row].length; column++) {
                    rows.add(List.of(tile.name(), ChartTable.number(row), ChartTable.number(column),
                            tile.ground() == null ? "" : ChartTable.number(tile.ground()[row][column]),
                            tile.over() == null ? "" : ChartTable.number(tile.over()[row][column])));
                }
            }
        }
        return new ChartTable(List.of("picture", "row", "column", "value", "share"), rows);
    }
}
