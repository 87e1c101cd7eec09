package downhill.ui.control;

import downhill.ui.i18n.Term;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** A name at the left, its value at the right, 22 high. */
public final class ValueRow extends HBox {
    private final Label value = Labels.shortened(new Label());

    /** A row whose value is set with {@link #valueProperty()}. */
    public ValueRow(ObservableValue<String> name) {
        Label words = Labels.styled(Labels.bound(name), "row-name");
        words.setMinWidth(USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getStyleClass().addAll("value-row", "of-text");
        getChildren().addAll(words, space, value);
        words.setLabelFor(value);
        value.accessibleTextProperty().bind(Labels.bound(name).textProperty().concat(": ").concat(value.textProperty()));
    }

    /** A row with its value. */
    public ValueRow(ObservableValue<String> name, ObservableValue<String> text) {
        this(name);
        value.textProperty().bind(text);
    }

    /** A row whose name gives way where both do not fit: it is shortened in the middle and told in full when pointed at. */
    public ValueRow yielding() {
        Label words = (Label) getChildren().get(0);
        words.setMinWidth(0);
        words.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        Tip.on(words, words.textProperty());
        value.setMinWidth(USE_PREF_SIZE);
        return this;
    }

    /** The name tells what it means, where that is a term. */
    public ValueRow meaning(Optional<Term> term) {
        term.ifPresent(found -> Terms.mark((Label) getChildren().get(0), found));
        return this;
    }

    /** A name with a control at the right instead of a text. */
    public static HBox of(ObservableValue<String> name, Node control) {
        Label words = Labels.styled(Labels.bound(name), "row-name");
        words.setMinWidth(USE_PREF_SIZE);
        words.setLabelFor(control);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox row = new HBox(words, space, control);
        row.getStyleClass().add("value-row");
        return row;
    }

    /** Sets the value's text. */
    public ValueRow value(String text) {
        value.setText(text);
        return this;
    }
}
