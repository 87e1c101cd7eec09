package downhill.ui.window;

import downhill.data.DataSource;
import downhill.data.DataSpec;
import downhill.data.Progress;
import downhill.data.source.SampleData;
import downhill.ui.fx.FxExecutor;
import downhill.ui.i18n.Messages;
import downhill.ui.screen.start.StartPage;
import downhill.ui.session.Demo;
import downhill.ui.session.Failures;
import downhill.ui.session.LoadedData;
import downhill.ui.session.Session;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;

/** Puts the start page into the window in place of everything below the bar above, and takes it away once something is open. */
final class Start implements StartPage.Choices {
    private final MainWindow window;
    private final FxExecutor work;
    private final BorderPane frame;
    private StartPage page;
    private Node left;
    private Node center;

    Start(MainWindow window, FxExecutor work, BorderPane frame) {
        this.window = window;
        this.work = work;
        this.frame = frame;
    }

    /** Whether it is in view. */
    boolean isShown() {
        return page != null && frame.getCenter() == page.node();
    }

    void show() {
        if (isShown()) {
            return;
        }
        page = page == null ? new StartPage(work, this) : page;
        left = frame.getLeft();
        center = frame.getCenter();
        frame.setLeft(null);
        frame.setCenter(page.node());
        page.node().setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE && window.session().experiment() != null) {
                leave();
                event.consume();
            }
        });
        page.show(window.files().files().recent(), window.session().experiment() == null ? null : this::leave);
    }

    /** Back to what is open. */
    void leave() {
        if (isShown()) {
            frame.setCenter(center);
            frame.setLeft(left);
            window.scene().getRoot().requestFocus();
        }
    }

    @Override
    public void demo() {
        window.files().unlessUnsaved(() -> {
            Session session = window.session();
            session.race().speedProperty().set(Demo.SPEED);
            session.open(Demo.experiment(Messages.text("demo.title")), null, null);
            session.race().start();
            window.workspaces().choose(WorkspaceEntry.TRAIN);
            window.shownProperty().set(window.parts().race());
            window.hints().show();
        });
    }

    @Override
    public boolean hasLessons() {
        return window.workspaces().isOffered(WorkspaceEntry.LESSONS);
    }

    @Override
    public void lesson(String id) {
        window.files().openLesson(id);
    }

    @Override
    public void openFile() {
        window.files().open();
    }

    @Override
    public void open(Path file) {
        window.files().open(file);
    }

    @Override
    public void sample(SampleData sample) {
        window.files().unlessUnsaved(() -> {
            DataSpec spec = sample.spec();
            work.<LoadedData>submit("start.sample", task -> LoadedData.load(spec, null, Progress.NONE), data -> race(sample, data),
                    failure -> window.complain(Failures.words(failure)));
        });
    }

    private void race(SampleData sample, LoadedData data) {
        String name = Messages.text("data.sample." + sample.name());
        window.session().open(data.in(Demo.of(sample)).withTitle(Messages.text("data.experiment", name)), null, null);
        window.workspaces().choose(WorkspaceEntry.TRAIN);
        window.shownProperty().set(window.parts().race());
    }
}
