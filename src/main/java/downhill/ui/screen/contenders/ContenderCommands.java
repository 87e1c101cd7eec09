package downhill.ui.screen.contenders;

import downhill.ui.command.Command;
import downhill.ui.command.LocalKey;
import downhill.ui.command.Section;
import downhill.ui.command.Shortcuts;
import downhill.ui.session.Obstacles;
import downhill.ui.session.Session;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** What can be done with contenders, and the keys that do it on a row of their list. */
final class ContenderCommands {
    private static final String MENU = "menu.experiment";

    final Command add;
    private final Command duplicate;
    private final Map<LocalKey, Command> local = new LinkedHashMap<>();
    private final Session session;

    ContenderCommands(Session session, ContendersCard card) {
        this.session = session;
        add = Command.of("contender.add", "menu.experiment.add", card::add).on(Shortcuts.key(KeyCode.A)).unless(() -> Obstacles.noExperiment(session));
        duplicate = ofOne("contender.duplicate", "menu.experiment.duplicate", card::duplicate).on(Shortcuts.shift(KeyCode.A));
        local.put(LocalKey.EDIT, ofOne("contender.edit", "menu.experiment.edit", card::edit).on(Shortcuts.ctrl(KeyCode.E)));
        local.put(LocalKey.RENAME, ofOne("contender.rename", "menu.experiment.rename", card::rename));
        local.put(LocalKey.UP, ofOne("contender.up", "menu.experiment.up", () -> card.move(-1)));
        local.put(LocalKey.DOWN, ofOne("contender.down", "menu.experiment.down", () -> card.move(1)));
        local.put(LocalKey.REMOVE, ofOne("contender.remove", "menu.experiment.remove", card::remove));
    }

    private Command ofOne(String id, String key, Runnable action) {
        return Command.of(id, key, action).unless(() -> Obstacles.noContender(session));
    }

    Section section() {
        return Section.of(MENU, Stream.concat(Stream.of(add), ofOne()).toArray(Command[]::new));
    }

    /** Those that the contender chosen is meant by. */
    Stream<Command> ofOne() {
        return Stream.concat(Stream.of(duplicate), local.values().stream());
    }

    /** Does what a key pressed on a row means there; false where it means nothing. */
    boolean act(KeyEvent event) {
        for (Map.Entry<LocalKey, Command> entry : local.entrySet()) {
            if (entry.getKey().matches(event)) {
                entry.getValue().run();
                return true;
            }
        }
        return false;
    }
}
