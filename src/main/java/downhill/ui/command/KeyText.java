package downhill.ui.command;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.ModifierValue;

/** Keys as they are printed on a keyboard. */
public final class KeyText {
    private KeyText() {
    }

    /** Such as {@code Ctrl+Shift+E}. */
    public static String of(KeyCombination combination) {
        return String.join("+", parts(combination));
    }

    /** The keys to hold and then the one to press, each as its own word. */
    public static List<String> parts(KeyCombination combination) {
        List<String> parts = held(combination);
        parts.add(name(((KeyCodeCombination) combination).getCode()));
        return parts;
    }

    /** Several with the same keys held, such as {@code Shift+← → ↑ ↓}; a key that stands twice on a keyboard is named once. */
    static String of(List<KeyCombination> combinations) {
        List<String> held = held(combinations.get(0));
        Set<String> names = new LinkedHashSet<>();
        combinations.forEach(one -> names.add(name(((KeyCodeCombination) one).getCode())));
        held.add(String.join(" ", names));
        return String.join("+", held);
    }

    private static List<String> held(KeyCombination combination) {
        List<String> held = new ArrayList<>();
        hold(held, combination.getShortcut(), "Ctrl");
        hold(held, combination.getAlt(), "Alt");
        hold(held, combination.getShift(), "Shift");
        return held;
    }

    private static void hold(List<String> held, ModifierValue value, String name) {
        if (value == ModifierValue.DOWN) {
            held.add(name);
        }
    }

    private static String name(KeyCode code) {
        return switch (code) {
            case LEFT -> "←";
            case RIGHT -> "→";
            case UP -> "↑";
            case DOWN -> "↓";
            case PLUS, EQUALS, ADD -> "+";
            case MINUS, SUBTRACT -> "−";
            case COMMA -> ",";
            case PERIOD -> ".";
            case ESCAPE -> "Esc";
            case PAGE_UP -> "Page ↑";
            case PAGE_DOWN -> "Page ↓";
            default -> code.getName();
        };
    }
}
