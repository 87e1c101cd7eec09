package downhill.ui.control;

import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** What a table does where there is no room for the least widths of its columns. */
public final class LeastWidths {
    private LeastWidths() {
    }

    /** In a table that narrow the columns keep their widths and are scrolled sideways; elsewhere they fill it. */
    public static void keep(TableView<?> table) {
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        table.widthProperty().addListener(source -> fit(table));
        fit(table);
    }

    /** Called also where other columns have come into the table. */
    public static void fit(TableView<?> table) {
        double least = table.getColumns().stream().filter(TableColumn::isVisible).mapToDouble(TableColumn::getMinWidth).sum();
        table.setColumnResizePolicy(table.getWidth() > 0 && table.getWidth() < least ? TableView.UNCONSTRAINED_RESIZE_POLICY
                : TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
    }
}
