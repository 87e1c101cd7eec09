package downhill.ui.control;

import downhill.setting.Setting;
import downhill.setting.WholeNumbers;
import downhill.ui.i18n.Retold;
import downhill.ui.i18n.Spoken;
import downhill.words.RefusedException;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

/** A field for the text of a setting, exact to the last digit. What cannot be taken is marked and told, and the value stays. */
final class SettingText<T> extends TextField implements Checked {
    private static final double WIDTH = 180;

    private final Reason reason = new Reason(this);
    private final Setting<T> setting;
    private final ObjectProperty<T> value = new SimpleObjectProperty<>(this, "value");

    SettingText(Setting<T> setting) {
        this.setting = setting;
        Fields.guard(this);
        getStyleClass().add("number");
        setPrefWidth(WIDTH);
        setMaxWidth(WIDTH);
        accessibleTextProperty().bind(Spoken.binding(setting.label()));
        value.addListener((source, old, now) -> showValue(now));
        textProperty().addListener((source, old, now) -> take());
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE && reason.isGiven()) {
                setText(setting.kind().text(value.get()));
                event.consume();
            }
        });
    }

    ObjectProperty<T> valueProperty() {
        return value;
    }

    @Override
    public void take() {
        String typed = plain(getText());
        try {
            value.set(read(typed));
            reason.give(Retold.NOTHING);
        } catch (RefusedException refused) {
            reason.give(() -> refusal(typed));
        }
    }

    private T read(String typed) {
        return setting.read(Spoken.text(setting.label()), typed);
    }

    /** Read anew, since its name is part of what is said. */
    private String refusal(String typed) {
        try {
            read(typed);
            return "";
        } catch (RefusedException refused) {
            return Spoken.text(refused);
        }
    }

    @Override
    public ReadOnlyStringProperty problemProperty() {
        return reason.words();
    }

    /** What was typed stays as it was typed where it says the same. */
    private void showValue(T now) {
        if (setting.kind().read(plain(getText())).filter(now::equals).isEmpty()) {
            setText(setting.kind().text(now));
        }
    }

    /** Digits of a number may be grouped by spaces; in a list they part numbers. */
    private String plain(String text) {
        String signed = text.replace('−', '-');
        return setting.kind() instanceof WholeNumbers ? signed : signed.replaceAll("\\s", "");
    }
}
