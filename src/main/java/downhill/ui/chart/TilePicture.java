package downhill.ui.chart;

import downhill.data.Visible;
import java.util.List;

/**
 * Small pictures side by side on one scale of colours, or a table of numbers on coloured cells.
 *
 * @param tiles    what is shown
 * @param low      value of the colour at the low end
 * @param high     value of the colour at the high end; where {@code low} is negative, 0 has the colour of the ground
 * @param rowTitle words along the rows of each tile; empty for none
 * @param columnTitle words along the columns; empty for none
 * @param summary  what is shown, in words
 */
public record TilePicture(List<Tile> tiles, double low, double high, String rowTitle, String columnTitle, String summary) {
    /**
     * One picture.
     *
     * @param name   above it; empty for none
     * @param values [row][column], row 0 at the top; NaN stays blank
     * @param texts  [row][column] words in the cells, lines told apart by a line feed; null for none
     * @param rows   names of the rows; empty for none
     * @param columns names of the columns; empty for none
     */
    public record Tile(String name, double[][] values, String[][] texts, List<String> rows, List<String> columns) {
        public Tile {
            name = Visible.line(name);
            rows = rows.stream().map(Visible::line).toList();
            columns = columns.stream().map(Visible::line).toList();
        }

        /** A plain picture. */
        public static Tile of(String name, double[][] values) {
            return new Tile(name, values, null, List.of(), List.of());
        }
    }

    public TilePicture {
        rowTitle = Visible.line(rowTitle);
        columnTitle = Visible.line(columnTitle);
        summary = Visible.text(summary);
        tiles = List.copyOf(tiles);
    }
}
