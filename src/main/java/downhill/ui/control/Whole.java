package downhill.ui.control;

import javafx.beans.value.ObservableValue;

/** Fields for numbers in forms. */
public final class Whole {
    private static final double WIDTH = 108;

    private Whole() {
    }

    /** A whole number from {@code least} to {@code most}. */
    public static NumberField of(ObservableValue<String> name, double least, double most, double start) {
        return field(name, least, most, true, start);
    }

    /** Any number from {@code least} to {@code most}. */
    public static NumberField real(ObservableValue<String> name, double least, double most, double start) {
        return field(name, least, most, false, start);
    }

    private static NumberField field(ObservableValue<String> name, double least, double most, boolean whole, double start) {
        NumberField field = new NumberField(least, most, whole, Math.max(least, Math.min(most, start)));
        field.accessibleTextProperty().bind(name);
        field.setPrefWidth(WIDTH);
        field.setMaxWidth(WIDTH);
        return field;
    }
}
