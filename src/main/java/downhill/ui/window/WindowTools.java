package downhill.ui.window;

import downhill.ui.ask.Scoring;
import downhill.ui.control.SheetLayer;
import downhill.ui.fx.FxExecutor;
import downhill.ui.i18n.Messages;
import downhill.ui.screen.report.Reporting;
import downhill.ui.screen.takeaway.Takeaway;
import downhill.ui.screen.workshop.Workshop;
import downhill.ui.session.Demo;
import downhill.ui.session.Desk;
import downhill.ui.session.ExperimentFiles;
import downhill.ui.session.Session;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What is done in sheets over the window: files are opened and saved, charts taken away, rules written; and models asked beside it. */
final class WindowTools {
    private final MainWindow window;
    private final Screens screens;
    private final FileActions files;
    private final Takeaway takeaway;
    private final Workshop workshop;
    private final Scoring scoring;
    private final Reporting reporting;

    /** {@code picker} asks for files; what is told and what went wrong stands above what is in view. */
    WindowTools(MainWindow window, Screens screens, ExperimentFiles store, FxExecutor work, FilePicker picker) {
        this.window = window;
        this.screens = screens;
        Session session = window.session();
        SheetLayer sheets = window.sheets();
        Consumer<Supplier<String>> tell = window::tell;
        Consumer<Supplier<String>> problem = window::complain;
        files = new FileActions(session, store, work, sheets, picker, this::preview, this::openModel, tell, problem);
        Desk desk = new Desk(session, work, sheets, picker, tell, problem);
        takeaway = new Takeaway(desk);
        reporting = new Reporting(desk);
        workshop = new Workshop(session, work, sheets, picker, problem);
        scoring = new Scoring(desk, screens.models());
        screens.results().taken(takeaway::copyTable, takeaway::saveTable);
        screens.rule().asks(scoring);
        scoring.onReveal(this::askModels);
        screens.asksAbout(scoring::askAbout);
    }

    /** Brings the panel that asks the models into view. */
    void askModels() {
        window.workspaces().choose(WorkspaceEntry.TRAIN);
        window.model().rightProperty().set(true);
        screens.rule().viewProperty().set(RuleCards.View.ASK);
        scoring.focus();
    }

    /** The same, or puts the rule back into its place. */
    void askOrLeave() {
        boolean asked = window.workspaces().chosenProperty().get().id().equals(WorkspaceEntry.TRAIN)
                && window.model().rightProperty().get() && screens.rule().askingProperty().get();
        if (!asked) {
            askModels();
            return;
        }
        screens.rule().leave();
        window.scene().getRoot().requestFocus();
    }

    /** Detaches what stays in view. */
    void dispose() {
        scoring.dispose();
    }

    /** Shows how far it is what takes a while; once a frame. */
    void frame() {
        takeaway.frame();
        reporting.frame();
    }

    Reporting reporting() {
        return reporting;
    }

    FileActions files() {
        return files;
    }

    Takeaway takeaway() {
        return takeaway;
    }

    Workshop workshop() {
        return workshop;
    }

    Scoring scoring() {
        return scoring;
    }

    private void preview(Path table) {
        beSure();
        window.showData();
        screens.data().preview(table);
    }

    private void openModel(Path file) {
        beSure();
        scoring.open(file);
    }

    /** What is opened beside an experiment needs one: where there is none, that which comes with the program. */
    private void beSure() {
        if (window.session().experiment() == null) {
            window.session().open(Demo.experiment(Messages.text("demo.title")), null, null);
        }
        window.leaveStart();
    }
}
