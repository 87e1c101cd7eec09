package downhill.ui.screen.scoring;

import downhill.data.Visible;
import downhill.ui.control.Choice;
import downhill.ui.control.Fields;
import downhill.ui.control.Labels;
import downhill.ui.i18n.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** One field for each column, with what the training rows hold beside it. */
final class EntryForm {
    private static final double NAME = 130;
    private static final double FIELD = 112;
    private static final double WINDOW = 400;

    private final GridPane grid = new GridPane(10, 8);
    private final List<Label> hints = new ArrayList<>();
    private final List<Entry> entries;

    /** @param changed called after each change of an entry */
    EntryForm(List<Entry> entries, Runnable changed) {
        this.entries = entries;
        int row = 0;
        for (Entry entry : entries) {
            Label name = Labels.shortened(Labels.plain(entry.column(), "secondary"));
            name.setPrefWidth(NAME);
            name.setMinWidth(NAME);
            Label hint = Labels.plain("", "secondary", "small");
            hint.setWrapText(true);
            hint.setMinHeight(Label.USE_PREF_SIZE);
            hints.add(hint);
            Node field = entry.categories().isEmpty() || entry.rows() > 1 ? text(entry, changed) : choice(entry, changed);
            name.setLabelFor(field);
            if (entry.rows() == 1) {
                ((Region) field).setMinWidth(FIELD); // a long hint takes none of it
            }
            field.setId("scoring-field-" + row);
            if (entry.rows() > 1) {
                grid.add(name, 0, 2 * row);
                grid.add(hint, 1, 2 * row);
                grid.add(field, 0, 2 * row + 1, 2, 1);
            } else {
                grid.addRow(row, name, field, hint);
                GridPane.setHgrow(hint, Priority.ALWAYS);
            }
            row++;
        }
        check();
    }

    GridPane node() {
        return grid;
    }

    private static TextInputControl text(Entry entry, Runnable changed) {
        TextInputControl field = entry.rows() > 1 ? area() : Fields.line();
        field.textProperty().bindBidirectional(entry.textProperty());
        field.setPrefWidth(entry.rows() > 1 ? WINDOW : FIELD);
        field.setAccessibleText(Visible.line(entry.column()));
        field.textProperty().addListener((source, old, now) -> changed.run());
        if (entry.rows() == 1 && entry.categories().isEmpty()) {
            field.getStyleClass().add("number");
        }
        return field;
    }

    private static TextArea area() {
        TextArea area = Fields.area();
        area.setWrapText(true);
        area.setPrefRowCount(4);
        return area;
    }

    private static Choice<String> choice(Entry entry, Runnable changed) {
        Choice<String> choice = new Choice<>(new javafx.beans.property.SimpleStringProperty(Visible.line(entry.column())),
                entry.categories(), Function.identity());
        choice.valueProperty().bindBidirectional(entry.textProperty());
        choice.setPrefWidth(FIELD);
        choice.valueProperty().addListener((source, old, now) -> changed.run());
        choice.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE) {
                choice.setValue("");
                event.consume();
            }
        });
        return choice;
    }

    private static String about(Entry entry) {
        String remark = entry.remark();
        return remark.isEmpty() ? entry.range() : remark;
    }

    /** Says at each field what is wrong with it, or what values there were. */
    void check() {
        for (int i = 0; i < entries.size(); i++) {
            String problem = entries.get(i).problem();
            Label hint = hints.get(i);
            hint.getStyleClass().removeAll("invalid-note", "secondary");
            hint.getStyleClass().add(problem.isEmpty() ? "secondary" : "invalid-note");
            hint.setText(problem.isEmpty() ? about(entries.get(i)) : problem);
            Node field = grid.lookup("#scoring-field-" + i);
            field.getStyleClass().remove("invalid");
            if (!problem.isEmpty()) {
                field.getStyleClass().add("invalid");
            }
            field.setAccessibleHelp(Messages.text("scoring.field.help", hint.getText()));
        }
    }
}
