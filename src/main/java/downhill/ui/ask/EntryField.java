package downhill.ui.ask;

import downhill.data.Visible;
import downhill.ui.control.Choice;
import downhill.ui.control.Fields;
import downhill.ui.control.Tip;
import downhill.ui.control.ValueSpan;
import downhill.ui.i18n.Messages;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.control.Slider;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The control of one column: a slider with a field for a number or a date, a list for a category, lines for a window of a series. */
final class EntryField {
    private static final double FIELD = 88;
    /** A field holds the longest of the ends of its slider: a letter, and what is around them. */
    private static final double LETTER = 7.6;
    private static final double EDGES = 26;

    private final Entry entry;
    private final Region field;
    private final Slider slider;

    /** @param index of the column, for its id */
    EntryField(Entry entry, int index) {
        this.entry = entry;
        boolean one = entry.rows() == 1;
        field = one && !entry.categories().isEmpty() ? choice() : text();
        field.setId("scoring-field-" + index);
        Optional<ValueSpan> span = one ? entry.span() : Optional.empty();
        slider = span.map(found -> slider(found, index)).orElse(null);
        if (one) {
            boolean alone = slider == null;
            double width = span.map(this::width).orElse(FIELD);
            field.setMinWidth(width);
            field.setPrefWidth(width);
            field.setMaxWidth(alone ? Double.MAX_VALUE : width);
            HBox.setHgrow(field, alone ? Priority.ALWAYS : Priority.NEVER);
        }
    }

    private double width(ValueSpan span) {
        int letters = Math.max(entry.written(span.least()).length(), entry.written(span.greatest()).length());
        return Math.max(FIELD, Math.min(2 * FIELD, EDGES + LETTER * letters));
    }

    /** From left to right, or from above to below. */
    List<Node> nodes() {
        return slider == null ? List.of(field) : List.of(slider, field);
    }

    /** What is typed into or chosen from. */
    Node field() {
        return field;
    }

    /** Whether one sees what values training has seen, on the slider or in the list. */
    boolean showsRange() {
        return slider != null || field instanceof Choice;
    }

    void focus() {
        nodes().get(0).requestFocus();
    }

    private Slider slider(ValueSpan span, int index) {
        SpanSlider made = new SpanSlider(entry, span);
        made.setId("scoring-slider-" + index);
        Tip.on(made, Messages.following(entry::range));
        HBox.setHgrow(made, Priority.ALWAYS);
        return made;
    }

    private TextInputControl text() {
        TextInputControl text = entry.rows() > 1 ? area() : Fields.line();
        text.textProperty().bindBidirectional(entry.textProperty());
        text.setAccessibleText(Visible.line(entry.column()));
        if (entry.rows() == 1 && entry.categories().isEmpty()) {
            text.getStyleClass().add("number");
        }
        return text;
    }

    private static TextArea area() {
        TextArea area = Fields.area();
        area.setWrapText(true);
        area.setPrefRowCount(4);
        area.setPrefWidth(200);
        return area;
    }

    private Choice<String> choice() {
        Choice<String> choice = new Choice<>(new SimpleStringProperty(Visible.line(entry.column())), entry.categories(),
                Function.identity());
        choice.valueProperty().bindBidirectional(entry.textProperty());
        choice.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE) {
                choice.setValue("");
                event.consume();
            }
        });
        return choice;
    }
}
