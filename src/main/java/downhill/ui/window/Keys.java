package downhill.ui.window;

import downhill.ui.chart.ChartPane;
import downhill.ui.chart.SolidChart;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuBar;
import javafx.scene.control.Slider;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/**
 * Keys without a modifier, such as Space and the arrows. They leave alone what a person types, and what a control that was
 * reached by keyboard does with them.
 */
final class Keys {
    private final Map<KeyCombination, Runnable> actions = new LinkedHashMap<>();
    private final BooleanSupplier asleep;
    /** The key that did something and is still down: what it would type, and its repetitions, are not for the sheet that it opened. */
    private KeyCode acting;

    /** Asleep while {@code asleep} says so, as under a sheet. */
    Keys(BooleanSupplier asleep) {
        this.asleep = asleep;
    }

    Keys on(KeyCombination key, Runnable action) {
        actions.put(key, action);
        return this;
    }

    Runnable install(Scene scene) {
        javafx.event.EventHandler<KeyEvent> handler = event -> heard(scene, event);
        scene.addEventFilter(KeyEvent.ANY, handler);
        return () -> scene.removeEventFilter(KeyEvent.ANY, handler);
    }

    private void heard(Scene scene, KeyEvent event) {
        if (event.getEventType() == KeyEvent.KEY_TYPED) {
            if (acting != null) {
                event.consume();
            }
        } else if (event.getEventType() == KeyEvent.KEY_RELEASED) {
            acting = null;
        } else if (event.getCode() == acting && asleep.getAsBoolean()) {
            event.consume();
        } else {
            acting = null;
            pressed(scene, event);
        }
    }

    private void pressed(Scene scene, KeyEvent event) {
        if (asleep.getAsBoolean() || belongsTo(scene.getFocusOwner(), event.getCode())) {
            return;
        }
        for (Map.Entry<KeyCombination, Runnable> entry : actions.entrySet()) {
            if (entry.getKey().match(event)) {
                acting = event.getCode();
                entry.getValue().run();
                event.consume();
                return;
            }
        }
    }

    private static boolean belongsTo(Node focused, KeyCode code) {
        if (focused instanceof TextInputControl || focused instanceof MenuBar) {
            return true;
        }
        if (focused instanceof SolidChart && (code.isArrowKey() || code == KeyCode.DIGIT0)) {
            return true; // they turn it
        }
        if (focused instanceof ChartPane && focused.isFocusVisible() && (code.isArrowKey() || code == KeyCode.DIGIT0)) {
            return true; // they move its cursor
        }
        return switch (code) {
            case SPACE -> (focused instanceof ButtonBase || focused instanceof ComboBoxBase) && focused.isFocusVisible();
            case LEFT, RIGHT -> focused instanceof Slider || focused instanceof ToggleButton && focused.isFocusVisible();
            default -> code.isLetterKey() && (focused instanceof ComboBoxBase || focused instanceof ListView || focused instanceof TableView)
                    && focused.isFocusVisible();
        };
    }
}
