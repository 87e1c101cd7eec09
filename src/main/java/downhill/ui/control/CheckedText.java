package downhill.ui.control;

import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TextField;

/** A field for words that are not any words; each change of the text is checked. */
public final class CheckedText extends TextField implements Checked {
    private final Reason reason = new Reason(this);
    private final UnaryOperator<String> problem;

    /** {@code name} is what is read out; {@code problem} gives for a text why it cannot be taken, for others an empty one. */
    public CheckedText(ObservableValue<String> name, String start, UnaryOperator<String> problem) {
        Fields.guard(this).setText(start);
        this.problem = problem;
        accessibleTextProperty().bind(name);
        textProperty().addListener((source, old, now) -> take());
    }

    @Override
    public void take() {
        String typed = getText();
        reason.give(() -> problem.apply(typed));
    }

    @Override
    public ReadOnlyStringProperty problemProperty() {
        return reason.words();
    }
}
