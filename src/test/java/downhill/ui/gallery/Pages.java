package downhill.ui.gallery;

import downhill.ui.control.Card;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A page of cards. */
final class Pages {
    private Pages() {
    }

    static ObservableValue<String> t(String text) {
        return new SimpleStringProperty(text);
    }

    static GridPane grid(int columns) {
        GridPane grid = new GridPane();
        grid.setHgap(12);
        grid.setVgap(12);
        grid.setPadding(new Insets(12));
        for (int i = 0; i < columns; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / columns);
            grid.getColumnConstraints().add(column);
        }
        for (int i = 0; i < 2; i++) {
            RowConstraints row = new RowConstraints();
            row.setPercentHeight(50);
            grid.getRowConstraints().add(row);
        }
        return grid;
    }

    static Node card(String title, Node content) {
        VBox.setVgrow(content, Priority.ALWAYS);
        return new Card(t(title), content);
    }

    static Parent page(Region content) {
        StackPane page = new StackPane(content);
        page.getStyleClass().add("page");
        return page;
    }
}
