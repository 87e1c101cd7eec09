package downhill.ui.window;

import downhill.ui.command.Command;
import downhill.ui.i18n.Messages;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.input.KeyCombination;

/** What commands about panels and results below a view mean where there are none: the view itself, or nothing. */
final class ViewAlone {
    private final Map<String, Function<Command, Command>> instead;

    ViewAlone(WindowModel model) {
        instead = Map.of("view.big", command -> Command.flip(command.id(), "menu.view.big.view", model.bigProperty())
                .on(command.keys().toArray(KeyCombination[]::new)),
                "view.table", command -> command.unless(() -> Messages.text("why.view.table")));
    }

    /** Empty where it means the same everywhere. */
    Optional<Command> instead(Command command) {
        return Optional.ofNullable(instead.get(command.id())).map(meaning -> meaning.apply(command));
    }
}
