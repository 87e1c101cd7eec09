package downhill.ui.window;

import downhill.ui.chart.ChartPane;
import downhill.ui.chart.SolidChart;
import downhill.ui.command.Command;
import downhill.ui.command.CommandTable;
import downhill.ui.control.OwnKeys;
import downhill.ui.fx.Subscriptions;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.event.EventHandler;
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
import javafx.scene.input.KeyEvent;

/**
 * The keys of commands. Those without Ctrl, such as Space and the arrows, go before the control that has the focus, but leave alone
 * what a person types, and what a control that was reached by keyboard does with them. The others go after it: in a field Ctrl C is
 * the field's.
 */
final class Keys {
    private final CommandTable table;
    private final Consumer<Command> execute;
    private final BooleanSupplier asleep;
    /** The key that did something and is still down: what it would type, and its repetitions, are not for the sheet that it opened. */
    private KeyCode acting;

    /** Asleep while {@code asleep} says so, as under a sheet. */
    Keys(CommandTable table, Consumer<Command> execute, BooleanSupplier asleep) {
        this.table = table;
        this.execute = execute;
        this.asleep = asleep;
    }

    /** A key has done something elsewhere and is still down. */
    void acted(KeyCode code) {
        acting = code;
    }

    void install(Scene scene, Subscriptions attached) {
        EventHandler<KeyEvent> first = event -> heard(scene, event);
        EventHandler<KeyEvent> last = this::left;
        scene.addEventFilter(KeyEvent.ANY, first);
        scene.addEventHandler(KeyEvent.KEY_PRESSED, last);
        attached.add(() -> scene.removeEventFilter(KeyEvent.ANY, first));
        attached.add(() -> scene.removeEventHandler(KeyEvent.KEY_PRESSED, last));
    }

    /** What no control wanted. */
    private void left(KeyEvent event) {
        if (!asleep.getAsBoolean() && !isPlain(event)) {
            table.on(event).filter(command -> !isOfField(event, command)).ifPresent(command -> act(event, command));
        }
    }

    /** A field undoes what was typed in it, or nothing: also before its first frame, when it does not take the key yet. */
    private static boolean isOfField(KeyEvent event, Command command) {
        return event.getTarget() instanceof TextInputControl && command.id().startsWith(EditCommands.PREFIX);
    }

    private static boolean isPlain(KeyEvent event) {
        return !event.isShortcutDown() && !event.getCode().isFunctionKey();
    }

    private void act(KeyEvent event, Command command) {
        acting = event.getCode();
        event.consume();
        execute.accept(command);
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
        if (isPlain(event) && !asleep.getAsBoolean() && !belongsTo(scene.getFocusOwner(), event.getCode())) {
            table.on(event).ifPresent(command -> act(event, command));
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
        if (focused instanceof OwnKeys own && focused.isFocusVisible() && own.isOwn(code)) {
            return true;
        }
        return switch (code) {
            case SPACE -> (focused instanceof ButtonBase || focused instanceof ComboBoxBase) && focused.isFocusVisible();
            case LEFT, RIGHT -> focused instanceof Slider || focused instanceof ToggleButton && focused.isFocusVisible();
            default -> code.isLetterKey() && (focused instanceof ComboBoxBase || focused instanceof ListView
                    || focused instanceof TableView)
                    && focused.isFocusVisible();
        };
    }
}
