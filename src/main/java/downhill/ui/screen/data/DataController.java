package downhill.ui.screen.data;

import downhill.data.DataSpec;
import downhill.ui.control.Buttons;
import downhill.ui.control.Sheets;
import downhill.ui.fx.FxExecutor;
import downhill.ui.fx.Subscriptions;
import downhill.ui.i18n.Messages;
import downhill.ui.screen.Screen;
import downhill.ui.session.LoadedData;
import downhill.ui.session.Session;
import java.nio.file.Path;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;

/** The table of the experiment, or the preview of another before it is taken. */
public final class DataController implements Screen {
    private final DataModel model;
    private final DataView view;
    private final Gallery gallery;
    private final HBox options;
    private final Subscriptions attached = new Subscriptions();
    private boolean active;

    /** The screen of {@code session}; {@code show} puts it into view, {@code openFile} asks for a file. */
    public DataController(Session session, FxExecutor work, Sheets sheets, Runnable show, Runnable openFile) {
        model = new DataModel(session, work);
        gallery = new Gallery(sheets, spec -> {
            show.run();
            preview(spec);
        });
        view = new DataView(model, openFile, gallery::open);
        options = new HBox(8, Buttons.ghost("data.samples", gallery::open), Buttons.ghost("data.open", openFile));
        options.setAlignment(Pos.CENTER_RIGHT);
        attached.listen(session.dataProperty(), now -> model.sessionChanged());
        attached.listen(model.shownProperty(), now -> refresh());
        attached.listen(model.problemProperty(), view::showProblem);
        attached.listen(Messages.languageProperty(), now -> refresh());
    }

    /** Reads a file and shows it; the experiment stays as it is until a person takes it. */
    public void preview(Path file) {
        model.preview(file);
    }

    /** The same for any source. */
    public void preview(DataSpec spec) {
        model.preview(spec);
    }

    /** Bundled data and generators. */
    public void gallery() {
        gallery.open();
    }

    /** The experiment learns from what is shown. */
    public void use() {
        model.use();
    }

    /** What is shown; null for nothing. */
    public LoadedData shown() {
        return model.shownProperty().get();
    }

    /** Why nothing new is shown; empty where all is well. */
    public String problem() {
        return model.problemProperty().get();
    }

    /** Once a frame: shows how far reading is. */
    public void frame() {
        if (active) {
            view.frame();
        }
    }

    @Override
    public String titleKey() {
        return "tab.data";
    }

    @Override
    public Node content() {
        return view.node();
    }

    @Override
    public Node options() {
        return options;
    }

    @Override
    public boolean overMultiples() {
        return false;
    }

    @Override
    public void setActive(boolean on) {
        active = on;
        if (on) {
            refresh();
        }
    }

    @Override
    public void dispose() {
        attached.dispose();
    }

    private void refresh() {
        if (active) {
            view.show(model.shownProperty().get());
        }
    }
}
