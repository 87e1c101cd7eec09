package downhill.ui.ask;

import downhill.ui.control.Labels;
import downhill.ui.i18n.Messages;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A control for each column, and below it what is wrong with its value or worth knowing of it. */
final class EntryForm {
    private static final double NAME = 96;

    private final VBox box = new VBox(6);
    private final List<Label> hints = new ArrayList<>();
    private final List<EntryField> fields = new ArrayList<>();
    private final List<Entry> entries;

    EntryForm(List<Entry> entries) {
        this.entries = entries;
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            EntryField field = new EntryField(entry, i);
            fields.add(field);
            hints.add(hint());
            box.getChildren().add(entry.rows() == 1 ? row(entry, field, hints.get(i)) : window(entry, field, hints.get(i)));
        }
        check();
    }

    VBox node() {
        return box;
    }

    /** The first control that takes the focus. */
    void focus() {
        fields.get(0).focus();
    }

    private static VBox row(Entry entry, EntryField field, Label hint) {
        HBox line = new HBox(8, name(entry, field));
        line.setAlignment(Pos.CENTER_LEFT);
        line.getChildren().addAll(field.nodes());
        return new VBox(1, line, hint);
    }

    private static VBox window(Entry entry, EntryField field, Label hint) {
        VBox rows = new VBox(3, name(entry, field));
        rows.getChildren().addAll(field.nodes());
        rows.getChildren().add(hint);
        return rows;
    }

    private static Label name(Entry entry, EntryField field) {
        Label name = Labels.shortened(Labels.plain(entry.column(), "secondary"));
        name.setLabelFor(field.nodes().get(field.nodes().size() - 1));
        if (entry.rows() == 1) {
            name.setMinWidth(NAME);
            name.setPrefWidth(NAME);
            HBox.setHgrow(name, Priority.NEVER);
        }
        return name;
    }

    private static Label hint() {
        Label hint = Labels.plain("", "secondary", "small");
        hint.setWrapText(true);
        hint.setMinHeight(Label.USE_PREF_SIZE);
        hint.managedProperty().bind(hint.textProperty().isNotEmpty());
        return hint;
    }

    /** Says at each field what is wrong with it or beyond training; else, where no slider shows it, what values there were. */
    void check() {
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            String problem = entry.problem();
            String remark = entry.remark();
            String about = remark.isEmpty() && !fields.get(i).showsRange() ? entry.range() : remark;
            Label hint = hints.get(i);
            hint.getStyleClass().removeAll("invalid-note", "secondary", "warning-text");
            String kind = entry.isOutside() ? "warning-text" : "secondary";
            hint.getStyleClass().add(problem.isEmpty() ? kind : "invalid-note");
            hint.setText(problem.isEmpty() ? about : problem);
            mark(fields.get(i).field(), !problem.isEmpty(), hint.getText().isEmpty() ? entry.range() : hint.getText());
        }
    }

    private static void mark(Node field, boolean invalid, String help) {
        field.getStyleClass().remove("invalid");
        if (invalid) {
            field.getStyleClass().add("invalid");
        }
        field.accessibleHelpProperty().unbind(); // a list has had its tip read out so far
        field.setAccessibleHelp(Messages.text("scoring.field.help", help));
    }
}
