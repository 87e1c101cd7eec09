package downhill.ui.screen.data;

import downhill.data.ColumnType;
import downhill.data.Histogram;
import downhill.data.Role;
import downhill.data.Visible;
import downhill.ui.chart.HistogramBars;
import downhill.ui.control.Choice;
import downhill.ui.control.LeastWidths;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** The columns of the table in view: what each holds and what it is for; both can be changed in place. */
final class ColumnsTable {
    private static final double ROW = 32;
    /** Share of its width that a column keeps in a narrow window. */
    private static final double LEAST = 0.8;
    /** The names of the columns, the frame, and the bar that scrolls sideways. */
    private static final double AROUND = 46;

    private ColumnsTable() {
    }

    static TableView<ColumnLine> create(DataModel model) {
        TableView<ColumnLine> table = new TableView<>();
        table.getStyleClass().add("columns");
        table.setFixedCellSize(ROW);
        table.accessibleTextProperty().bind(Messages.binding("data.columns"));
        table.setPlaceholder(new Label());
        table.getColumns().add(text("data.column.name", line -> line.spec().name(), 104));
        table.getColumns().add(choice("data.column.type", List.of(ColumnType.values()), DataWords::type, line -> line.spec().type(),
                model::setType, line -> DataWords.type(line.spec().type()), 92));
        table.getColumns().add(choice("data.column.role", List.of(Role.values()), DataWords::role, line -> line.spec().role(),
                model::setRole, line -> Messages.text("data.role.made"), 87));
        table.getColumns().add(text("data.column.missing", line -> Numbers.count(line.column().missing()), 56));
        table.getColumns().add(text("data.column.distinct", line -> Numbers.count(line.column().distinct()), 64));
        table.getColumns().add(histogram());
        LeastWidths.keep(table);
        return table;
    }

    /** How high the table is when it shows all of its lines; the theme says how high one is. */
    static double height(TableView<ColumnLine> table) {
        return AROUND + table.getFixedCellSize() * table.getItems().size();
    }

    private static TableColumn<ColumnLine, ColumnLine> column(String key, double width, Function<ColumnLine, Node> graphic,
            Function<ColumnLine, String> words) {
        TableColumn<ColumnLine, ColumnLine> column = new TableColumn<>();
        column.textProperty().bind(Messages.binding(key));
        column.setPrefWidth(width);
        column.setMinWidth(width * LEAST);
        column.setSortable(false);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setCellFactory(any -> new TableCell<>() {
            @Override
            protected void updateItem(ColumnLine line, boolean empty) {
                super.updateItem(line, empty);
                setText(empty || line == null ? null : Visible.line(words.apply(line)));
                setGraphic(empty || line == null ? null : graphic.apply(line));
            }
        });
        return column;
    }

    private static TableColumn<ColumnLine, ColumnLine> text(String key, Function<ColumnLine, String> words, double width) {
        return column(key, width, line -> null, words);
    }

    private static <T> TableColumn<ColumnLine, ColumnLine> choice(String key, List<T> values, Function<T, String> words,
            Function<ColumnLine, T> value, BiConsumer<String, T> changed, Function<ColumnLine, String> made, double width) {
        return column(key, width, line -> {
            if (line.made()) {
                return null; // it is as it is made
            }
            Choice<T> choice = new Choice<T>(Messages.binding("data.column.of", Messages.binding(key), line.spec().name()), values, words)
                    .start(value.apply(line), now -> changed.accept(line.spec().name(), now));
            choice.getStyleClass().addAll(Choice.QUIET, Choice.IN_TABLE);
            choice.setMinWidth(0);
            choice.setMaxWidth(Double.MAX_VALUE);
            return choice;
        }, line -> line.made() ? made.apply(line) : null);
    }

    private static TableColumn<ColumnLine, ColumnLine> histogram() {
        return column("data.column.values", 68, line -> {
            HistogramBars bars = new HistogramBars();
            Histogram histogram = line.histogram();
            double[] counts = histogram.counts().stream().mapToDouble(Integer::doubleValue).toArray();
            bars.setCounts(counts);
            bars.accessibleTextProperty().bind(Messages.binding("data.histogram", line.spec().name(), most(histogram)));
            return bars;
        }, line -> null);
    }

    private static String most(Histogram histogram) {
        return Arrays.stream(histogram.labels().toArray(new String[0])).limit(4).collect(Collectors.joining(", "));
    }
}
