package downhill.ui.window;

import downhill.ui.command.Command;
import downhill.ui.command.Section;
import downhill.ui.command.Shortcuts;
import downhill.ui.session.Obstacles;
import javafx.scene.input.KeyCode;

/** What can be done in Evaluate, from everywhere: it leads there first, where each means what the workspace says. */
final class EvaluateCommands {
    private final MainWindow window;

    EvaluateCommands(MainWindow window) {
        this.window = window;
    }

    Section section() {
        return Section.of(WindowCommands.EXPERIMENT, there("run").on(Shortcuts.ctrlShift(KeyCode.V)), there("stop"), there("method"),
                there("more"), there("all"), there("copy"), there("report"),
                there("seal"), there("unseal"));
    }

    private Command there(String name) {
        String id = "evaluate." + name;
        return Command.of(id, "menu.evaluate." + name, () -> lead(id)).unless(() -> Obstacles.noExperiment(window.session()));
    }

    private void lead(String id) {
        window.workspaces().choose(WorkspaceEntry.EVALUATE);
        window.commands().execute(window.table().get(id));
    }
}
