package downhill.ui.window;

import downhill.ui.command.Command;
import downhill.ui.command.Section;
import downhill.ui.screen.tune.TuneDeed;
import downhill.ui.session.Obstacles;
import java.util.stream.Stream;

/** What can be done in Tune, from everywhere: it leads there first, where each means what the workspace says. */
final class TuneMenu {
    private static final String MENU = "menu.tune";

    private final MainWindow window;

    TuneMenu(MainWindow window) {
        this.window = window;
    }

    Section[] sections() {
        return new Section[] {section(TuneDeed.RUN, TuneDeed.STOP),
            section(TuneDeed.KNOB, TuneDeed.SEARCH, TuneDeed.PLACE, TuneDeed.AUTOML),
            section(TuneDeed.NEXT, TuneDeed.PREVIOUS, TuneDeed.BRUSH, TuneDeed.UNBRUSH),
            section(TuneDeed.RACE, TuneDeed.EVALUATE, TuneDeed.DEFAULTS), section(TuneDeed.EXPORT)};
    }

    private Section section(TuneDeed... deeds) {
        return Section.of(MENU, Stream.of(deeds).map(this::there).toArray(Command[]::new));
    }

    private Command there(TuneDeed deed) {
        return deed.command(() -> lead(deed)).unless(() -> Obstacles.noExperiment(window.session()));
    }

    private void lead(TuneDeed deed) {
        window.workspaces().choose(WorkspaceEntry.TUNE);
        window.commands().execute(window.table().get(deed.id()));
    }
}
