package downhill.ui.screen.tune;

import downhill.study.automl.AutoReport;
import downhill.ui.control.Labels;
import downhill.ui.i18n.Spoken;
import downhill.words.Said;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** The leaderboard of a model found by itself: a line for each, the best by validation first. */
final class AutoBoard {
    private static final double GAP = 12;

    private AutoBoard() {
    }

    static GridPane of(AutoReport report) {
        GridPane table = new GridPane();
        table.setId("automl-board");
        table.setHgap(GAP);
        table.setVgap(4);
        for (int i = 0; i < report.head().size(); i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setHgrow(i == 0 ? Priority.ALWAYS : Priority.NEVER);
            column.setHalignment(i == 0 ? HPos.LEFT : HPos.RIGHT);
            table.getColumnConstraints().add(column);
        }
        line(table, 0, report.head());
        for (int i = 0; i < report.lines().size(); i++) {
            line(table, i + 1, report.lines().get(i));
        }
        return table;
    }

    private static void line(GridPane table, int row, List<?> cells) {
        for (int i = 0; i < cells.size(); i++) {
            Object cell = cells.get(i);
            Label label = cell instanceof Said said ? Labels.bound(Spoken.binding(said)) : Labels.plain(String.valueOf(cell));
            if (row == 0) {
                label.getStyleClass().add("secondary");
            }
            table.add(i == 0 ? Labels.shortened(label) : whole(label), i, row);
        }
    }

    private static Label whole(Label label) {
        label.setMinWidth(Label.USE_PREF_SIZE);
        return label;
    }
}
