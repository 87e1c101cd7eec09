package downhill.ui.screen.fit;

import downhill.ui.control.EmptyState;
import downhill.ui.fit.FitPicture;
import downhill.ui.fit.FitQuestion;
import downhill.ui.fit.FitView;
import downhill.ui.fit.ModelFeed;
import downhill.ui.fit.Standpoint;
import downhill.ui.screen.FedScreen;
import downhill.ui.session.Session;
import javafx.scene.Node;

/** What every contender's model makes of the data, live and at any step. */
public final class FitController extends FedScreen {
    private final FitModel model;
    private final FitOptions options;
    private FitPicture shown = FitPicture.NONE;

    /** The screen of {@code session}. */
    public FitController(Session session, ModelFeed feed) {
        super(session, feed);
        model = new FitModel(session);
        options = new FitOptions(model, this::refresh, grid::resetView);
    }

    /** What is on show, for tests and for export. */
    public FitPicture shown() {
        return shown;
    }

    FitModel model() {
        return model;
    }

    ModelFeed feed() {
        return feed;
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
    public Node options() {
        return options.node();
    }

    @Override
    protected void refresh() {
        if (!isActive()) {
            return;
        }
        model.goTo(feed.siteProperty().get());
        options.refresh(feed.standpointProperty().get());
        feed.focusProperty().set(model.focus());
        Node note = note();
        if (note != null) {
            content.getChildren().setAll(note);
            shown = FitPicture.NONE;
        }
        if (note != null && (!isWorthAsking() || model.views().isEmpty())) {
            return;
        }
        Standpoint from = feed.standpointProperty().get();
        FitQuestion question = model.question(from);
        feed.ask(this, engine -> FitPicture.of(question, engine), picture -> show(picture, question));
    }

    private void show(FitPicture picture, FitQuestion question) {
        if (!isActive() || note() != null) {
            return;
        }
        shown = picture;
        content.getChildren().setAll(grid.node());
        grid.show(picture.panels(), picture.keys(), panel -> feed.film(panel,
                (moment, engine) -> FitPicture.of(question.at(moment), engine)));
    }

    /** In place of pictures; null where there can be some. */
    private Node note() {
        Node first = noteOfSurface("fit.none", "fit.none.surface");
        first = first == null ? noteOfProblem() : first;
        if (first == null && feed.siteProperty().get() != null && model.views().isEmpty()) {
            first = new EmptyState("fit.none", "fit.none.view");
        }
        return first == null ? noteOfAbsence("fit.soon", "fit.soon.how") : first;
    }
}
