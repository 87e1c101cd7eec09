package downhill.ui.screen.fit;

import downhill.race.Problem;
import downhill.ui.control.EmptyState;
import downhill.ui.control.Labels;
import downhill.ui.fit.FitPicture;
import downhill.ui.fit.FitQuestion;
import downhill.ui.fit.FitView;
import downhill.ui.fit.ModelFeed;
import downhill.ui.fit.PanelGrid;
import downhill.ui.fit.Standpoint;
import downhill.ui.fx.Subscriptions;
import downhill.ui.i18n.Messages;
import downhill.ui.screen.Screen;
import downhill.ui.session.Session;
import downhill.ui.theme.Theme;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;

/** What every contender's model makes of the data, live and at any step. */
public final class FitController implements Screen {
    private final Session session;
    private final ModelFeed feed;
    private final FitModel model;
    private final PanelGrid grid = new PanelGrid();
    private final StackPane content = new StackPane();
    private final FitOptions options;
    private final Subscriptions attached = new Subscriptions();
    private FitPicture shown = FitPicture.NONE;
    private boolean active;

    /** The screen of {@code session}. */
    public FitController(Session session, ModelFeed feed) {
        this.session = session;
        this.feed = feed;
        model = new FitModel(session);
        options = new FitOptions(model, this::refresh, grid::resetView);
        attached.listen(feed.standpointProperty(), now -> refresh());
        attached.listen(feed.siteProperty(), now -> refresh());
        attached.listen(feed.problemProperty(), now -> refresh());
        attached.listen(session.selection().revisionProperty(), now -> refresh());
        attached.listen(session.experimentProperty(), now -> refresh());
        attached.listen(Messages.languageProperty(), now -> refresh());
        attached.listen(content.sceneProperty().flatMap(Theme::of), now -> refresh());
    }

    /** What is on show, for tests and for export. */
    public FitPicture shown() {
        return shown;
    }

    FitModel model() {
        return model;
    }

    /** Another view of the same model. */
    void choose(FitView view) {
        model.choose(view);
        refresh();
    }

    @Override
    public String titleKey() {
        return "tab.fit";
    }

    @Override
    public Node content() {
        return content;
    }

    @Override
    public Node options() {
        return options.node();
    }

    @Override
    public boolean overMultiples() {
        return false;
    }

    @Override
    public void setActive(boolean on) {
        active = on;
        feed.setActive(this, on);
        refresh();
    }

    @Override
    public void dispose() {
        feed.setActive(this, false);
        attached.dispose();
        grid.dispose();
    }

    private void refresh() {
        if (!active) {
            return;
        }
        model.goTo(feed.siteProperty().get());
        options.refresh(feed.standpointProperty().get());
        feed.focusProperty().set(model.focus());
        Node note = note();
        if (note != null) {
            content.getChildren().setAll(note);
            shown = FitPicture.NONE;
            return;
        }
        Standpoint from = feed.standpointProperty().get();
        FitQuestion question = model.question(from);
        feed.ask(engine -> FitPicture.of(question, engine), picture -> show(picture, question));
    }

    private void show(FitPicture picture, FitQuestion question) {
        if (!active || note() != null) {
            return;
        }
        shown = picture;
        content.getChildren().setAll(grid.node());
        grid.show(picture.panels(), picture.keys(), panel -> feed.film(panel, (moment, engine) -> FitPicture.of(question.at(moment), engine)));
    }

    /** In place of pictures; null where there can be some. */
    private Node note() {
        if (session.experiment() != null && session.experiment().problem() instanceof Problem.Surface) {
            return new EmptyState("fit.none", "fit.none.surface");
        }
        if (!feed.problemProperty().get().isEmpty()) {
            Label problem = Labels.plain(feed.problemProperty().get(), "empty-text");
            problem.setWrapText(true);
            return problem;
        }
        if (feed.siteProperty().get() != null && model.views().isEmpty()) {
            return new EmptyState("fit.none", "fit.none.view");
        }
        if (session.experiment() != null && downhill.ui.fit.Absent.shown(session).isEmpty()) {
            return new EmptyState("compare.none", "compare.none.how");
        }
        return feed.standpointProperty().get() == null ? new EmptyState("fit.soon", "fit.soon.how") : null;
    }
}
