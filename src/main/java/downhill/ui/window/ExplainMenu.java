package downhill.ui.window;

import downhill.ui.command.Command;
import downhill.ui.command.Section;
import downhill.ui.screen.explain.ExplainDeed;
import downhill.ui.session.Obstacles;
import java.util.stream.Stream;

/** What can be done in Explain, from everywhere: it leads there first, where each means what the workspace says. */
final class ExplainMenu {
    private static final String MENU = "menu.explain";

    private final MainWindow window;

    ExplainMenu(MainWindow window) {
        this.window = window;
    }

    Section[] sections() {
        return new Section[] {section(ExplainDeed.NEXT, ExplainDeed.PREVIOUS, ExplainDeed.WORST),
            section(ExplainDeed.TREE, ExplainDeed.KEEP, ExplainDeed.FILM)};
    }

    private Section section(ExplainDeed... deeds) {
        return Section.of(MENU, Stream.of(deeds).map(this::there).toArray(Command[]::new));
    }

    private Command there(ExplainDeed deed) {
        return deed.command(() -> lead(deed)).unless(() -> Obstacles.noExperiment(window.session()));
    }

    private void lead(ExplainDeed deed) {
        window.workspaces().choose(WorkspaceEntry.EXPLAIN);
        window.commands().execute(window.table().get(deed.id()));
    }
}
