package downhill.ui.control;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;

/** Cells of equal size, filled row by row. */
public final class EqualGrid extends GridPane {
    /** Empty, with {@code gap} between the cells. */
    public EqualGrid(double gap) {
        super(gap, gap);
        setMinHeight(0);
    }

    /** Shows these in so many columns. */
    public void setAll(List<? extends Node> nodes, int columns) {
        int rows = columns == 0 ? 0 : (nodes.size() + columns - 1) / columns;
        getChildren().clear();
        getColumnConstraints().clear();
        getRowConstraints().clear();
        for (int i = 0; i < columns; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / columns);
            getColumnConstraints().add(column);
        }
        for (int i = 0; i < rows; i++) {
            RowConstraints row = new RowConstraints();
            row.setPercentHeight(100.0 / rows);
            row.setVgrow(Priority.ALWAYS);
            getRowConstraints().add(row);
        }
        for (int i = 0; i < nodes.size(); i++) {
            add(nodes.get(i), i % columns, i / columns);
        }
    }
}
