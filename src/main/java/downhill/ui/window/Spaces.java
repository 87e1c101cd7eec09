package downhill.ui.window;

import downhill.ui.screen.deploy.Deploy;
import downhill.ui.screen.deploy.DeployWays;
import downhill.ui.screen.evaluate.Evaluate;
import downhill.ui.screen.explain.Explain;
import downhill.ui.screen.tune.TuneController;
import downhill.ui.screen.tune.TuneWays;
import downhill.ui.session.ExperimentFiles;

/** Makes those workspaces that are made when they are chosen for the first time. */
final class Spaces {
    private final MainWindow window;
    private final Screens screens;
    private final FilePicker picker;
    private final ExperimentFiles store;

    /** For {@code window}; {@code picker} asks for files. */
    Spaces(MainWindow window, Screens screens, FilePicker picker, ExperimentFiles store) {
        this.window = window;
        this.screens = screens;
        this.picker = picker;
        this.store = store;
    }

    TuneSpace tune() {
        Runnable toRace = () -> window.workspaces().choose(WorkspaceEntry.TRAIN);
        Runnable toEvaluate = () -> window.workspaces().choose(WorkspaceEntry.EVALUATE);
        TuneWays ways = new TuneWays(toRace, toEvaluate, window::tell, window::complain);
        return new TuneSpace(screens, screens.tuned(new TuneController(window.session(), window.sheets(), picker, ways)));
    }

    LabSpace lab() {
        return new LabSpace(window.session(), screens.race(), window.sheets(), picker, store, window.area()::openLesson,
                window::tell, window::complain);
    }

    LessonSpace lessons() {
        return new LessonSpace(window.session(), window.sheets(), picker, store, new LessonSpace.Around(() -> window.files().open(),
                window.area()::showGallery,
                () -> window.workspaces().at(WorkspaceEntry.TRAIN).shownProperty().get(), window.model().projectedProperty(),
                window::tell, window::complain));
    }

    EvaluateSpace evaluate() {
        return new EvaluateSpace(screens, new Evaluate(window.session(), window.sheets(), picker, window::tell, window::complain)
                .beside(window.model().rightProperty()));
    }

    DeploySpace deploy() {
        DeployWays ways = new DeployWays(() -> window.workspaces().choose(WorkspaceEntry.TRAIN),
                view -> window.shownProperty().set(view), window::tell, window::complain);
        return new DeploySpace(screens, new Deploy(window.session(), window.sheets(), picker, ways));
    }

    ExplainSpace explain() {
        return new ExplainSpace(screens, new Explain(window.session(), screens.models(), window.sheets(), window::tell));
    }
}
