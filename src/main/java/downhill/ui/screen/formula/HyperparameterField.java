package downhill.ui.screen.formula;

import downhill.optim.Hyperparameter;
import downhill.optim.Scale;
import downhill.ui.control.Drags;
import downhill.ui.control.LogSlider;
import downhill.ui.control.NumberField;
import downhill.ui.control.Rows;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.i18n.RuleWords;
import java.util.function.DoubleConsumer;
import javafx.beans.property.DoubleProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Sets one hyperparameter: a slider over its sensible range and a field for the exact value, or a switch. */
final class HyperparameterField {
    private final Node node;
    private DoubleProperty value;
    private boolean quiet;

    HyperparameterField(Hyperparameter what, double start, DoubleConsumer changed) {
        Label symbol = new Label(what.symbol());
        symbol.getStyleClass().addAll("formula", "slanted", "symbol");
        symbol.setMinWidth(24);
        Label key = new Label(Messages.text("formula.name", what.symbol(), RuleWords.name(what)));
        Node control = what.scale() == Scale.SWITCH ? toggle(what, start, changed) : number(what, start, changed);
        HBox.setHgrow(control, Priority.ALWAYS);
        symbol.setLabelFor(control);
        symbol.setAccessibleText(key.getText());
        HBox row = new HBox(4, symbol, control);
        row.setAlignment(Pos.CENTER_LEFT);
        node = row;
    }

    Node node() {
        return node;
    }

    /** Shows a value that came from elsewhere. */
    void show(double now) {
        if (value != null && value.get() != now) {
            quiet = true;
            value.set(now);
            quiet = false;
        }
    }

    private Node toggle(Hyperparameter what, double start, DoubleConsumer changed) {
        CheckBox box = Rows.check(Messages.binding("formula.switch", RuleWords.binding(what)));
        box.setSelected(start != 0);
        box.setOnAction(event -> changed.accept(box.isSelected() ? 1 : 0));
        return box;
    }

    private Node number(Hyperparameter what, double start, DoubleConsumer changed) {
        var name = Messages.binding("formula.name", what.symbol(), RuleWords.binding(what));
        double least = Math.min(what.min(), start);
        double most = Math.max(what.max(), start);
        if (what.scale() == Scale.LOG && least > 0) {
            LogSlider slider = new LogSlider(name, least, most, start);
            value = slider.valueProperty();
            listen(changed);
            return slider;
        }
        Slider slider = new Slider(least, most, start);
        slider.setBlockIncrement((most - least) / 20);
        slider.accessibleTextProperty().bind(Messages.binding("slider.of", name));
        NumberField field = new NumberField(what.legal(), false, start);
        field.accessibleTextProperty().bind(name);
        field.setPrefWidth(76);
        field.setMinWidth(76);
        value = field.valueProperty();
        Drags drags = new Drags(slider, now -> field.setText(Numbers.plain(tidy(slider, now))),
                now -> field.valueProperty().set(tidy(slider, now)));
        value.addListener((source, old, now) -> drags.follow(now.doubleValue()));
        listen(changed);
        HBox row = new HBox(8, slider, field);
        HBox.setHgrow(slider, Priority.ALWAYS);
        row.setAlignment(Pos.CENTER_LEFT);
        return new VBox(2, row, field.problemLabel());
    }

    /** To a hundredth of the range's power of ten. */
    private static double tidy(Slider slider, double position) {
        double range = slider.getMax() - slider.getMin();
        double unit = Math.pow(10, Math.floor(Math.log10(range)) - 2);
        return Math.round(position / unit) * unit;
    }

    private void listen(DoubleConsumer changed) {
        value.addListener((source, old, now) -> {
            if (!quiet) {
                changed.accept(now.doubleValue());
            }
        });
    }
}
