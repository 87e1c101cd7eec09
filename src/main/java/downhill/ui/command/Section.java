package downhill.ui.command;

import java.util.List;
import java.util.function.Supplier;

/**
 * Commands that belong together: they stand between two lines of a menu.
 *
 * @param menu message key of the menu
 * @param under message key of a menu within it whose commands change while the window is open; null for the menu itself
 * @param commands as they are now
 */
public record Section(String menu, String under, Supplier<List<Command>> commands) {
    /** Commands that stay. */
    public static Section of(String menu, Command... commands) {
        List<Command> all = List.of(commands);
        return new Section(menu, null, () -> all);
    }

    /** Commands that come and go, in a menu of their own. */
    public static Section under(String menu, String under, Supplier<List<Command>> commands) {
        return new Section(menu, under, commands);
    }

    /** Whether its commands stay. */
    public boolean isFixed() {
        return under == null;
    }
}
