package downhill.ui.screen;

import downhill.race.document.Problem;
import downhill.ui.control.EmptyState;
import downhill.ui.control.Labels;
import downhill.ui.fit.Absent;
import downhill.ui.fit.FitRows;
import downhill.ui.fit.FitSite;
import downhill.ui.fit.ModelFeed;
import downhill.ui.fit.PanelGrid;
import downhill.ui.i18n.Messages;
import downhill.ui.session.Session;
import downhill.ui.theme.Theme;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;

/** A screen of panels about what the contenders' models say, fed while it is in view. */
public abstract class FedScreen extends LiveScreen {
    protected final Session session;
    protected final ModelFeed feed;
    protected final PanelGrid grid = new PanelGrid();
    protected final StackPane content = new StackPane();

    /** Refreshed with all that {@code feed} and {@code session} show. */
    protected FedScreen(Session session, ModelFeed feed) {
        this.session = session;
        this.feed = feed;
        grid.choosesRows(session.selection().rowProperty());
        attached.listen(feed.standpointProperty(), now -> refresh());
        attached.listen(feed.siteProperty(), now -> refresh());
        attached.listen(feed.problemProperty(), now -> refresh());
        attached.listen(session.selection().revisionProperty(), now -> refresh());
        attached.listen(session.experimentProperty(), now -> refresh());
        attached.listen(Messages.languageProperty(), now -> refresh());
        attached.listen(session.selection().rowProperty(), now -> showLeftOut());
        attached.listen(content.sceneProperty().flatMap(Theme::of), now -> refresh());
    }

    /** Of many rows not all are drawn: one that is chosen is. */
    private void showLeftOut() {
        FitSite site = feed.siteProperty().get();
        if (site != null && Math.max(site.prepared().training().count(), site.prepared().validation().count()) > FitRows.FEW) {
            refresh();
        }
    }

    @Override
    public final Node content() {
        return content;
    }

    @Override
    public final void setActive(boolean on) {
        feed.setActive(this, on);
        super.setActive(on);
    }

    @Override
    public final void dispose() {
        feed.setActive(this, false);
        super.dispose();
        grid.dispose();
    }

    /** For an experiment on a surface, which has no model; null for others. */
    protected final Node noteOfSurface(String titleKey, String textKey) {
        boolean surface = session.experiment() != null && session.experiment().problem() instanceof Problem.Surface;
        return surface ? new EmptyState(titleKey, textKey) : null;
    }

    /** What keeps the models from being asked; null where nothing does. */
    protected final Node noteOfProblem() {
        if (feed.problemProperty().get().isEmpty()) {
            return null;
        }
        Label problem = Labels.plain(feed.problemProperty().get(), "empty-text");
        problem.setWrapText(true);
        return problem;
    }

    /** Whether the models are to be asked although a note is shown: what kept them from answering may have passed. */
    protected final boolean isWorthAsking() {
        return !feed.problemProperty().get().isEmpty() && feed.standpointProperty().get() != null;
    }

    /** Where nobody is shown, or, in the words of the keys, nothing is there yet; null where there can be pictures. */
    protected final Node noteOfAbsence(String titleKey, String textKey) {
        if (session.experiment() != null && Absent.shown(session).isEmpty()) {
            return new EmptyState("compare.none", "compare.none.how");
        }
        return feed.standpointProperty().get() == null ? new EmptyState(titleKey, textKey) : null;
    }
}
