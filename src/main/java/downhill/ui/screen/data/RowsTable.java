package downhill.ui.screen.data;

import downhill.data.Column;
import downhill.data.Table;
import downhill.data.Visible;
import downhill.ui.i18n.Messages;
import downhill.ui.session.Selection;
import downhill.ui.theme.TypeScale;
import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;

/** The rows of a table, as they were read; one of them can be chosen and asked about. */
final class RowsTable {
    /** By which the columns get their widths. */
    private static final int ROWS = 50;
    /** Rows in view above the one that was chosen elsewhere. */
    private static final int ABOVE = 2;
    private static final int COLUMNS = 40;

    private final TableView<Integer> view = new TableView<>();
    private Table shown;
    private double scale = 1;
    private IntegerProperty chosen;
    private BooleanSupplier isLinked = () -> false;
    private boolean quiet;

    RowsTable() {
        view.setFixedCellSize(26);
        view.accessibleTextProperty().bind(Messages.binding("data.firstRows"));
        view.setPlaceholder(new Label());
    }

    TableView<Integer> node() {
        return view;
    }

    void show(Table table) {
        if (table == shown && scale == TypeScale.of(view)) {
            return;
        }
        scale = TypeScale.of(view);
        shown = table;
        view.getColumns().clear();
        table.columns().stream().limit(COLUMNS).forEach(column -> view.getColumns().add(column(column)));
        view.setItems(FXCollections.observableList(numbers(table.rows())));
        view.refresh(); // else as many rows as before keep the bar below from coming where their columns are wider
        mark();
    }

    /** A row each; none of them takes memory, however many there are. */
    private static List<Integer> numbers(int rows) {
        return new AbstractList<>() {
            @Override
            public Integer get(int index) {
                return Objects.checkIndex(index, rows);
            }

            @Override
            public int size() {
                return rows;
            }
        };
    }

    /** The row chosen here is {@code row}, from 0, wherever it was chosen; as long as {@code linked}. */
    void chooses(IntegerProperty row, BooleanSupplier linked) {
        chosen = row;
        isLinked = linked;
        view.getSelectionModel().selectedItemProperty().addListener((source, old, now) -> {
            if (!quiet && now != null && isLinked.getAsBoolean()) {
                row.set(now);
            }
        });
    }

    /** Has the row chosen in view. */
    void mark() {
        if (chosen == null || shown == null) {
            return;
        }
        int row = isLinked.getAsBoolean() && chosen.get() < shown.rows() ? chosen.get() : Selection.NO_ROW;
        if (row == view.getSelectionModel().getSelectedIndex()) {
            return;
        }
        quiet = true;
        if (row == Selection.NO_ROW) {
            view.getSelectionModel().clearSelection();
        } else {
            view.getSelectionModel().clearAndSelect(row);
            view.scrollTo(Math.max(0, row - ABOVE));
        }
        quiet = false;
    }

    void clear() {
        shown = null;
        view.getColumns().clear();
        view.setItems(FXCollections.emptyObservableList());
    }

    /** A double click, Enter or its menu tells {@code ask} a row, from 0, where {@code askable}. */
    void asks(IntConsumer ask, BooleanSupplier askable) {
        Runnable asking = () -> {
            if (!view.getSelectionModel().isEmpty() && askable.getAsBoolean()) {
                ask.accept(view.getSelectionModel().getSelectedItem());
            }
        };
        MenuItem item = new MenuItem();
        item.setId("data-row-ask");
        item.textProperty().bind(Messages.binding("data.row.ask"));
        item.setOnAction(event -> asking.run());
        ContextMenu menu = new ContextMenu(item);
        menu.setOnShowing(event -> item.setDisable(view.getSelectionModel().isEmpty() || !askable.getAsBoolean()));
        view.setContextMenu(menu);
        view.setOnMouseClicked(event -> {
            boolean twice = event.getClickCount() == 2 && event.getButton() == MouseButton.PRIMARY;
            if (twice && isOnRow(event.getPickResult().getIntersectedNode())) {
                asking.run();
            }
        });
        view.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER && !view.getSelectionModel().isEmpty()) {
                asking.run();
                event.consume();
            }
        });
        view.accessibleHelpProperty().bind(Messages.binding("data.row.ask.how"));
    }

    /** And not on a heading or a bar. */
    private static boolean isOnRow(Node picked) {
        Node at = picked;
        while (at != null && !(at instanceof TableRow)) {
            at = at.getParent();
        }
        return at instanceof TableRow<?> row && !row.isEmpty();
    }

    /** As wide as the longest of the name and the cells in view needs. */
    private static double width(Column values) {
        int letters = values.name().length();
        for (int row = 0; row < Math.min(ROWS, values.size()); row++) {
            letters = values.isMissing(row) ? letters : Math.max(letters, values.text(row).length());
        }
        return Math.max(52, Math.min(180, 24 + 7 * letters));
    }

    private TableColumn<Integer, String> column(Column values) {
        TableColumn<Integer, String> column = new TableColumn<>(Visible.line(values.name()));
        column.setSortable(false);
        column.setPrefWidth(scale * width(values));
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(values.isMissing(cell.getValue()) ? "–"
                : Visible.line(values.text(cell.getValue()))));
        return column;
    }
}
