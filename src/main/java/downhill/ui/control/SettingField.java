package downhill.ui.control;

import downhill.setting.Interval;
import downhill.setting.Kind;
import downhill.setting.OneOf;
import downhill.setting.RealNumber;
import downhill.setting.Setting;
import downhill.setting.WholeNumber;
import downhill.setting.YesNo;
import downhill.ui.i18n.Spoken;
import downhill.ui.i18n.Term;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/**
 * The field of one setting: which control it is, what can be chosen there and what it is called follow from the declaration.
 *
 * @param <T> type of the values
 */
public final class SettingField<T> {
    private static final double WIDTH = 108;
    private static final double WIDEST_HELP = 360;

    /** A control, how its value is read and shown, and what tells of changes. */
    private record Part<V>(Control control, Supplier<V> value, Consumer<V> show, ObservableValue<?> source) {
    }

    private final Setting<T> setting;
    private final Part<T> part;

    /** Starts with {@code start}, or with the default where it is null. */
    public SettingField(Setting<T> setting, T start) {
        this.setting = setting;
        part = part();
        show(start == null ? setting.usual() : start);
    }

    /** The name at the left and the control, below which stands why its text cannot be taken; a box to tick has its name beside it. */
    public Node row() {
        if (part.control() instanceof CheckBox) {
            return part.control();
        }
        HBox row = Rows.field(label(), part.control());
        Term.of(setting.key()).ifPresent(term -> Terms.explain(row, (Label) row.getChildren().get(0), term));
        return row;
    }

    /** What it is called, in the language of the window. */
    public ObservableValue<String> label() {
        return Spoken.binding(setting.label());
    }

    /** The control alone. */
    public Control control() {
        return part.control();
    }

    /** What is chosen: legal, and the last that was where the text is not. */
    public T value() {
        return part.value().get();
    }

    /** Shows a value that came from elsewhere. */
    public void show(T now) {
        part.show().accept(now);
    }

    /** Calls {@code then} after each change. */
    public SettingField<T> onChange(Runnable then) {
        part.source().addListener((from, old, now) -> then.run());
        return this;
    }

    @SuppressWarnings("unchecked") // each kind has one type of values
    private Part<T> part() {
        Kind<?> kind = setting.kind();
        if (kind instanceof YesNo) {
            return (Part<T>) box();
        }
        if (kind instanceof OneOf) {
            return choice((OneOf<?>) kind);
        }
        if (kind instanceof RealNumber real) {
            return (Part<T>) number(real.legal(), false, Double::valueOf, Double::doubleValue);
        }
        if (kind instanceof WholeNumber whole && !whole.legal().equals(Interval.ANY)) {
            return (Part<T>) number(whole.legal(), true, (Double value) -> value.longValue(), Long::doubleValue);
        }
        return text();
    }

    private Part<Boolean> box() {
        CheckBox box = Rows.check(Spoken.binding(setting.label()));
        help(box);
        return new Part<>(box, box::isSelected, box::setSelected, box.selectedProperty());
    }

    @SuppressWarnings("unchecked")
    private Part<T> choice(OneOf<?> kind) {
        Choice<T> choice = new Choice<>(Spoken.binding(setting.label()), (java.util.List<T>) kind.values(),
                value -> Spoken.text(setting.named(value)));
        return new Part<>(choice, choice::getValue, choice::setValue, choice.valueProperty());
    }

    private <N> Part<N> number(Interval legal, boolean whole, Function<Double, N> made, Function<N, Double> shown) {
        NumberField field = new NumberField(legal, whole, shown.apply(made.apply(0.0)));
        field.accessibleTextProperty().bind(Spoken.binding(setting.label()));
        help(field);
        field.setPrefWidth(WIDTH);
        field.setMaxWidth(WIDTH);
        return new Part<>(field, () -> made.apply(field.valueProperty().get()), value -> field.valueProperty().set(shown.apply(value)),
                field.valueProperty());
    }

    /** For what no number of 53 bits can hold, such as a seed, and for lists. */
    private Part<T> text() {
        SettingText<T> field = new SettingText<>(setting);
        help(field);
        return new Part<>(field, field.valueProperty()::get, field.valueProperty()::set, field.valueProperty());
    }

    private void help(Control control) {
        Tip.on(control, Spoken.binding(setting.help())).wrapped(WIDEST_HELP);
    }
}
