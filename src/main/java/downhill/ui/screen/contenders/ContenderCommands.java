package downhill.ui.screen.contenders;

import downhill.ui.command.Command;
import downhill.ui.command.LocalKey;
import downhill.ui.command.Section;
import downhill.ui.command.Shortcuts;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.RuleWords;
import downhill.ui.session.Obstacles;
import downhill.ui.session.Session;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** What can be done with contenders, and the keys that do it on a row of their list. */
final class ContenderCommands {
    private static final String MENU = "menu.experiment";

    final Command add;
    final Command seeds;
    private final Command duplicate;
    private final Map<LocalKey, Command> local = new LinkedHashMap<>();
    private final Session session;
    private final ContendersModel model;

    ContenderCommands(Session session, ContendersModel model, ContendersCard card) {
        this.session = session;
        this.model = model;
        add = Command.of("contender.add", "menu.experiment.add", card::add).on(Shortcuts.key(KeyCode.A)).unless(this::noExperiment);
        seeds = Command.of("contender.seeds", "menu.experiment.seeds", card::seeds).unless(() -> Obstacles.noChance(session));
        duplicate = ofOne("contender.duplicate", "menu.experiment.duplicate", card::duplicate).on(Shortcuts.shift(KeyCode.A));
        local.put(LocalKey.EDIT, ofOne("contender.edit", "menu.experiment.edit", card::edit).on(Shortcuts.ctrl(KeyCode.E)));
        local.put(LocalKey.RENAME, ofOne("contender.rename", "menu.experiment.rename", card::rename));
        local.put(LocalKey.UP, ofOne("contender.up", "menu.experiment.up", () -> card.move(-1)));
        local.put(LocalKey.DOWN, ofOne("contender.down", "menu.experiment.down", () -> card.move(1)));
        local.put(LocalKey.REMOVE, ofOne("contender.remove", "menu.experiment.remove", card::remove));
    }

    private String noExperiment() {
        return Obstacles.noExperiment(session);
    }

    private Command ofOne(String id, String key, Runnable action) {
        return Command.of(id, key, action).unless(() -> Obstacles.noContender(session));
    }

    List<Section> sections() {
        return List.of(Section.of(MENU, add), Section.under(MENU, "menu.experiment.addBy", this::rules),
                Section.of(MENU, Stream.concat(Stream.of(seeds), ofOne()).toArray(Command[]::new)),
                        Section.under(MENU, "menu.experiment.choose", this::contenders));
    }

    /** A contender at once, by the name of its rule. */
    private List<Command> rules() {
        return session.rules().all().stream()
                .map(rule -> Command.of("contender.add." + rule.id(), "rule.name." + rule.id(), () -> model.add(rule))
                .saying(Messages.languageProperty().map(language -> RuleWords.name(rule))).unless(this::noExperiment)).toList();
    }

    private List<Command> contenders() {
        return model.contenders().stream()
                .map(one -> Command.of("contender.choose." + one.id(), "menu.experiment.choose", () -> model.select(one.id()))
                .saying(new SimpleStringProperty(one.name()))).toList();
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
