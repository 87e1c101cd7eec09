package downhill.ui.chart;

import downhill.ui.chart.shape.Landscape;
import downhill.ui.chart.shape.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The numbers of pictures over two axes and of tiles. */
final class PlotTable {
    private PlotTable() {
    }

    /** Curves and data points as they are drawn, then the heights or the most probable classes below them. */
    static ChartTable of(PlotPicture picture) {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < picture.lines().size(); i++) {
            PlotPicture.Line line = picture.lines().get(i);
            String name = line.isOwn() ? String.valueOf(line.style()) : "";
            for (int point = 0; point < line.points().size(); point++) {
                rows.add(row(picture, "line " + (i + 1), name, line.points().x(point), line.points().y(point), ""));
            }
        }
        for (PlotPicture.Dots dots : picture.dots()) {
            for (int i = 0; i < dots.x().length; i++) {
                rows.add(row(picture, "data", dots.group() == null ? "" : String.valueOf(dots.group()[i]), dots.x()[i], dots.y()[i], ""));
            }
        }
        ground(picture, rows);
        return new ChartTable(List.of("kind", "class", title(picture.xTitle(), "x"), title(picture.yTitle(), "y"), "value"), rows);
    }

    private static void ground(PlotPicture picture, List<List<String>> rows) {
        if (picture.ground() != null) {
            Landscape ground = picture.ground();
            grid(ground.x(), ground.y(), ground.columns(), ground.rows(), (x, y, column, row) ->
                    rows.add(row(picture, "height", "", x, y, Marks.of(ground.spacing() == Landscape.Spacing.DATES)
                            .cell(ground.z()[row][column]))));
        }
        if (picture.regions() != null) {
            Regions regions = picture.regions();
            grid(regions.x(), regions.y(), regions.columns(), regions.rows(), (x, y, column, row) -> {
                for (int one = 0; one < regions.classes(); one++) {
                    rows.add(row(picture, "probability", String.valueOf(one), x, y, ChartTable.number(regions.share(one, row, column))));
                }
            });
        }
    }

    @FunctionalInterface
    private interface Node {
        void at(double x, double y, int column, int row);
    }

    private static void grid(Range x, Range y, int columns, int rows, Node node) {
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                node.at(x.low() + x.length() * column / (columns - 1), y.low() + y.length() * row / (rows - 1), column, row);
            }
        }
    }

    /** Every cell with the names of its row and column. */
    static ChartTable of(TilePicture picture) {
        List<List<String>> rows = new ArrayList<>();
        for (TilePicture.Tile tile : picture.tiles()) {
            for (int row = 0; row < tile.values().length; row++) {
                for (int column = 0; column < tile.values()[row].length; column++) {
                    String text = tile.texts() == null ? "" : Objects.toString(tile.texts()[row][column], "").replace('\n', ' ');
                    rows.add(List.of(tile.name(), name(tile.rows(), row), name(tile.columns(), column),
                            ChartTable.number(tile.values()[row][column]), text));
                }
            }
        }
        return new ChartTable(List.of("picture", title(picture.rowTitle(), "row"), title(picture.columnTitle(), "column"), "value",
                "text"), rows);
    }

    private static String name(List<String> names, int index) {
        return index < names.size() ? names.get(index) : String.valueOf(index);
    }

    private static String title(String words, String otherwise) {
        return words.isEmpty() ? otherwise : words;
    }

    private static List<String> row(PlotPicture picture, String kind, String group, double x, double y, String value) {
        return List.of(kind, group, picture.xMarks().cell(x), picture.yMarks().cell(y), value);
    }
}
