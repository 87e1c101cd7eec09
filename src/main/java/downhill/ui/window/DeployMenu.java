package downhill.ui.window;

import downhill.ui.command.Command;
import downhill.ui.command.Section;
import downhill.ui.screen.deploy.DeployDeed;
import downhill.ui.session.Obstacles;
import java.util.stream.Stream;

/** What can be done in Deploy, from everywhere: it leads there first, where each means what the workspace says. */
final class DeployMenu {
    private static final String MENU = "menu.deploy";

    private final MainWindow window;

    DeployMenu(MainWindow window) {
        this.window = window;
    }

    Section[] sections() {
        return new Section[] {section(DeployDeed.MAKE, DeployDeed.STOP, DeployDeed.ADD), section(DeployDeed.NEXT, DeployDeed.PREVIOUS),
            section(DeployDeed.SAVE, DeployDeed.RACE), section(DeployDeed.SERVE, DeployDeed.REPORT)};
    }

    private Section section(DeployDeed... deeds) {
        return Section.of(MENU, Stream.of(deeds).map(this::there).toArray(Command[]::new));
    }

    private Command there(DeployDeed deed) {
        return deed.command(() -> lead(deed)).unless(() -> Obstacles.noExperiment(window.session()));
    }

    private void lead(DeployDeed deed) {
        window.workspaces().choose(WorkspaceEntry.DEPLOY);
        window.commands().execute(window.table().get(deed.id()));
    }
}
