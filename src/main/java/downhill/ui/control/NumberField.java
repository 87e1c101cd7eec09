package downhill.ui.control;

import downhill.setting.Interval;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.i18n.Retold;
import java.util.Objects;
import java.util.function.DoubleFunction;
import java.util.function.Supplier;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.event.ActionEvent;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

/**
 * A field for a number within a range. Enter or leaving the field takes it; what cannot be taken is marked, the value
 * stays, and {@link #problemProperty()} says why until it is mended. Escape brings the last value back.
 */
public final class NumberField extends TextField implements Checked {
    private final Interval legal;
    private final boolean whole;
    private final DoubleProperty value = new SimpleDoubleProperty(this, "value");
    private DoubleFunction<String> refusal = typed -> null;
    private final Reason reason = new Reason(this);

    /** From {@code least} to {@code most}, ends included; only whole numbers where {@code whole}. */
    public NumberField(double least, double most, boolean whole, double start) {
        this(Interval.closed(least, most), whole, start);
    }

    /** In {@code legal}; only whole numbers where {@code whole}. */
    public NumberField(Interval legal, boolean whole, double start) {
        Fields.guard(this);
        this.legal = legal;
        this.whole = whole;
        getStyleClass().add("number");
        setPrefColumnCount(7);
        value.addListener((source, old, now) -> show());
        value.set(start);
        show();
        addEventHandler(ActionEvent.ACTION, e -> take()); // not the one handler of the field, which would keep Enter from the form
        textProperty().addListener((source, old, now) -> mended());
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
    }

    /** The number last taken. */
    public DoubleProperty valueProperty() {
        return value;
    }

    /** Numbers within the range that cannot be taken either: {@code reason} gives a sentence for those, for others null. */
    public void refuse(DoubleFunction<String> reason) {
        refusal = reason;
    }

    @Override
    public ReadOnlyStringProperty problemProperty() {
        return reason.words();
    }

    @Override
    public void take() {
        if (getText().equals(Numbers.plain(value.get()))) {
            reason.give(Retold.NOTHING);
            return; // the text may have fewer digits than the number
        }
        double typed = Numbers.parse(getText());
        reason.give(problemOf(typed, getText().strip()));
        if (!reason.isGiven()) {
            value.set(typed);
            show();
        }
    }

    /** A complaint goes as soon as there is no cause for it. */
    private void mended() {
        if (reason.isGiven()) {
            reason.give(problemOf(Numbers.parse(getText()), getText().strip()));
        }
    }

    private Supplier<String> problemOf(double typed, String text) {
        return () -> sentence(typed, text);
    }

    private String sentence(double typed, String text) {
        if (Double.isNaN(typed)) {
            return Messages.text("number.notANumber", text);
        }
        if (!legal.contains(typed)) {
            return legal.isClosed() ? Messages.text("number.outOfRange", Numbers.plain(legal.low()), Numbers.plain(legal.high()))
                    : Messages.text("number.outside", legal);
        }
        if (whole && typed != Math.rint(typed)) {
            return Messages.text("number.notWhole");
        }
        return Objects.requireNonNullElse(refusal.apply(typed), "");
    }

    private void show() {
        setText(Numbers.plain(value.get()));
        reason.give(Retold.NOTHING);
    }
}
