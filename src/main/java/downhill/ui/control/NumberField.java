package downhill.ui.control;

import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import java.util.Objects;
import java.util.function.DoubleFunction;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

/**
 * A field for a number within a range. Enter or leaving the field takes it; what cannot be taken is marked, the value
 * stays, and {@link #problemProperty()} says why. Escape brings the last value back.
 */
public final class NumberField extends TextField {
    private final double least;
    private final double most;
    private final boolean whole;
    private final DoubleProperty value = new SimpleDoubleProperty(this, "value");
    private DoubleFunction<String> refusal = typed -> null;
    private final StringProperty problem = new SimpleStringProperty(this, "problem", "");

    /** From {@code least} to {@code most}, ends included; only whole numbers where {@code whole}. */
    public NumberField(double least, double most, boolean whole, double start) {
        this.least = least;
        this.most = most;
        this.whole = whole;
        getStyleClass().add("number");
        setPrefColumnCount(7);
        value.addListener((source, old, now) -> show());
        value.set(start);
        show();
        setOnAction(e -> take());
        focusedProperty().addListener((source, was, is) -> {
            if (!is) {
                take();
            }
        });
        setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ESCAPE && !getText().equals(Numbers.plain(value.get()))) {
                show();
                e.consume();
            }
        });
        accessibleHelpProperty().bind(problem);
    }

    /** The number last taken. */
    public DoubleProperty valueProperty() {
        return value;
    }

    /** Numbers within the range that cannot be taken either: {@code reason} gives a sentence for those, for others null. */
    public void refuse(DoubleFunction<String> reason) {
        refusal = reason;
    }

    /** Why the text cannot be taken; empty where it can. */
    public StringProperty problemProperty() {
        return problem;
    }

    /** Words below the field that say why an entry was not taken; takes no room while there is nothing to say. */
    public Label problemLabel() {
        Label label = Labels.styled(Labels.bound(problem), "invalid-note");
        label.visibleProperty().bind(problem.isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
        label.setWrapText(true);
        return label;
    }

    private void take() {
        double typed = Numbers.parse(getText());
        problem.set(problemOf(typed));
        mark();
        if (problem.get().isEmpty()) {
            value.set(typed);
            show();
        }
    }

    private String problemOf(double typed) {
        if (Double.isNaN(typed)) {
            return Messages.text("number.notANumber", getText().strip());
        }
        if (typed < least || typed > most) {
            return Messages.text("number.outOfRange", Numbers.plain(least), Numbers.plain(most));
        }
        if (whole && typed != Math.rint(typed)) {
            return Messages.text("number.notWhole");
        }
        return Objects.requireNonNullElse(refusal.apply(typed), "");
    }

    private void show() {
        setText(Numbers.plain(value.get()));
        problem.set("");
        mark();
    }

    private void mark() {
        getStyleClass().remove("invalid");
        if (!problem.get().isEmpty()) {
            getStyleClass().add("invalid");
        }
    }
}
