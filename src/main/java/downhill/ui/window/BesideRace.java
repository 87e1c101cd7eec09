package downhill.ui.window;

import downhill.ui.command.Command;
import downhill.ui.i18n.Messages;
import downhill.ui.screen.Screen;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.scene.input.KeyCombination;

/**
 * What the commands of the window mean in a workspace that does work of its own beside the race, whose bar is not there: what runs and
 * stops the race means that work, its other keys say where the race is, digits choose the views that are here, and what the workspace has
 * of its own keeps its keys.
 */
final class BesideRace {
    private static final String RUN = "race.run";
    /** Commands of the race that a person who does not see it shall not do by the way begin with this. */
    private static final String OF_RACE = "race.";
    private static final String OF_VIEWS = "view.tab.";

    private final Screens screens;
    private final Tabs tabs;
    private final Command run;
    private final Map<String, Command> own;
    private final String reason;

    /**
     * {@code screens} has the views of the race, in whose order the digits stand; {@code run} is meant by its bar, {@code own} by id is
     * what the workspace has, and {@code reason} is the key of why the race is not done by the way.
     */
    BesideRace(Screens screens, Tabs tabs, Command run, Map<String, Command> own, String reason) {
        this.screens = screens;
        this.tabs = tabs;
        this.run = run;
        this.own = own;
        this.reason = reason;
    }

    /** Where the bar of the race is here too: its commands mean what they mean everywhere. */
    static BesideRace withRace(Screens screens, Tabs tabs, Map<String, Command> own) {
        return new BesideRace(screens, tabs, null, own, "");
    }

    /** With the keys of {@code command}; empty where it means the same everywhere. */
    Optional<Command> instead(Command command) {
        if (run != null && command.id().startsWith(OF_RACE)) {
            return Optional.of(command.id().equals(RUN) ? keyed(run, command) : command.unless(() -> Messages.text(reason)));
        }
        if (command.id().startsWith(OF_VIEWS)) {
            return view(command.id()).map(screen -> keyed(tab(command.id(), screen), command));
        }
        return Optional.ofNullable(own.get(command.id())).map(one -> keyed(one, command));
    }

    /** The view here at the place where the race has the one of that command, or would have it. */
    private Optional<Screen> view(String id) {
        List<Screen> here = tabs.screens();
        List<String> race = screens.tabs().stream().map(screen -> "view." + screen.titleKey()).toList();
        return IntStream.range(0, here.size()).filter(place -> id.equals(place < race.size() ? race.get(place) : further(place)))
                .mapToObj(here::get).findFirst();
    }

    /** The id of the command that leads to a place, from 0, where the race has no view. */
    static String further(int place) {
        return OF_VIEWS + (place + 1);
    }

    private Command tab(String id, Screen screen) {
        ObjectProperty<Screen> shown = tabs.shownProperty();
        return Command.of(id, screen.titleKey(), () -> shown.set(screen));
    }

    /** A command of the workspace with the keys that the window's has. */
    static Command keyed(Command meant, Command command) {
        return meant.on(command.keys().toArray(KeyCombination[]::new));
    }
}
