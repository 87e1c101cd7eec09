package downhill.ui.control;

import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import javafx.beans.binding.Bindings;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * A positive number over several powers of ten: a slider with equal ratios (two significant digits) and beside it a field
 * for the exact value. Below it, why an entry was not taken.
 */
public final class LogSlider extends VBox {
    private final Slider slider;
    private final NumberField field;
    private final DoubleProperty value = new SimpleDoubleProperty(this, "value");
    private final Drags drags;

    /** From {@code least} (above 0) to {@code most}; {@code name} is what the number is. */
    public LogSlider(ObservableValue<String> name, double least, double most, double start) {
        slider = new Slider(Math.log10(least), Math.log10(most), Math.log10(start));
        field = new NumberField(least, most, false, start);
        value.set(start);
        build();
        slider.setBlockIncrement(0.1);
        drags = new Drags(slider, position -> field.setText(Numbers.plain(number(position))), position -> value.set(number(position)));
        field.valueProperty().bindBidirectional(value);
        value.addListener((source, old, now) -> drags.follow(Math.log10(now.doubleValue())));
        slider.accessibleTextProperty().bind(Bindings.createStringBinding( // its own value is a power of ten
                () -> Messages.text("slider.at", name.getValue(), Numbers.plain(value.get())), name, value, Messages.languageProperty()));
        field.accessibleTextProperty().bind(name);
    }

    /** The number. */
    public DoubleProperty valueProperty() {
        return value;
    }

    private void build() {
        HBox.setHgrow(slider, Priority.ALWAYS);
        field.setPrefWidth(76);
        field.setMinWidth(76);
        HBox row = new HBox(8, slider, field);
        row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        getChildren().addAll(row, field.problemLabel());
        setSpacing(2);
    }

    private double number(double position) {
        return rounded(Math.pow(10, position));
    }

    /** To two significant digits, within the field's range. */
    private double rounded(double number) {
        double tidy = new java.math.BigDecimal(number).round(new java.math.MathContext(2)).doubleValue();
        return Math.max(Math.pow(10, slider.getMin()), Math.min(Math.pow(10, slider.getMax()), tidy));
    }
}
