package downhill.ui.screen.landscape;

import downhill.model.Surfaces;
import downhill.race.document.Experiment;
import downhill.ui.chart.PlaneChart;
import downhill.ui.chart.PlaneMark;
import downhill.ui.chart.SolidChart;
import downhill.ui.control.Sheets;
import downhill.ui.i18n.Messages;
import downhill.ui.landscape.LandscapeFeed;
import downhill.ui.screen.LiveScreen;
import downhill.ui.session.Session;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.HBox;

/** The loss on a plane through parameter space, and everybody's path on it; for a surface the lab to try optimizers on it. */
public final class LandscapeController extends LiveScreen {
    private final LandscapeModel model;
    private final LandscapeView view;
    private final HBox options = new HBox();
    private Runnable elsewhere;

    /** The screen of {@code session}. */
    public LandscapeController(Session session, LandscapeFeed feed, Sheets sheets) {
        model = new LandscapeModel(session, feed);
        elsewhere = () -> chooseSurface(sheets);
        view = new LandscapeView(model, this::chooseSurface);
        attached.listen(feed.groundProperty(), now -> moved());
        attached.listen(feed.wholeProperty(), now -> ifActive(view::refreshHeights));
        attached.listen(feed.nearProperty(), now -> ifActive(view::refreshHeights));
        attached.listen(feed.tracksProperty(), now -> ifActive(view::refreshPaths));
        attached.listen(feed.problemProperty(), now -> refresh());
        attached.listen(feed.surfaceProperty(), now -> refresh());
        attached.listen(feed.choiceProperty(), now -> refresh());
        attached.listen(session.experimentProperty(), now -> refresh());
        attached.listen(session.selection().hoverStepProperty(), now -> ifActive(view::refreshPaths));
        attached.listen(session.selection().contenderProperty(), now -> ifActive(view::refreshPaths));
        attached.listen(model.formProperty(), now -> refresh());
        attached.listen(model.arrowsProperty(), now -> ifActive(view::refreshPaths));
        attached.listen(Messages.languageProperty(), now -> refresh());
    }

    /** The chart, for those who test or export it. */
    public PlaneChart chart() {
        return view.chart();
    }

    /** What is measured. */
    public LandscapeFeed feed() {
        return model.feed();
    }

    /** The rotatable view, for those who test or export it. */
    public SolidChart solid() {
        return view.solid();
    }

    /** Offers the surfaces to walk on. */
    public void chooseSurface(Sheets sheets) {
        new SurfaceSheet(model, sheets).open();
    }

    /** Where there is another place for surfaces, an experiment on data leads there instead of being replaced. */
    public void walksElsewhere(Runnable there) {
        elsewhere = there;
    }

    /** A click on the plane means {@code picked} instead of a start for all; who walks where stays as it is. */
    public void lock(PlaneChart.Picked picked) {
        model.lock(picked);
        view.lock();
    }

    /** Marks these points beside those of the surface. */
    public void mark(List<PlaneMark> points) {
        model.mark(points);
        ifActive(view::refreshPaths);
    }

    private void chooseSurface() {
        elsewhere.run();
    }

    /** The contenders of {@code document} on one of the built-in surfaces, everybody with a learning rate that suits it. */
    public static Experiment walk(Experiment document, String surface, Session session) {
        return SurfaceWalk.of(document, Surfaces.named(surface).orElseThrow(),
                Messages.text("lab.experiment", LandscapeWords.surfaceName(surface).getValue()),
                session::ruleOf);
    }

    /** Once a frame: looks where a person has zoomed to. */
    public void frame() {
        if (isActive()) {
            model.look(view.chart().viewProperty().get());
        }
    }

    @Override
    public String titleKey() {
        return "tab.landscape";
    }

    @Override
    public Node content() {
        return view.content();
    }

    @Override
    public Node options() {
        return options;
    }

    @Override
    public boolean overMultiples() {
        return true;
    }

    @Override
    public void setActive(boolean on) {
        model.feed().setActive(this, on);
        super.setActive(on);
    }

    @Override
    public void dispose() {
        super.dispose();
        model.feed().setActive(this, false);
        view.dispose();
    }

    /** Another plane: a zoom of the last one means nothing on it. */
    private void moved() {
        view.chart().resetView();
        refresh();
    }

    @Override
    protected void refresh() {
        ifActive(view::refresh);
    }

    private void ifActive(Runnable action) {
        if (isActive() && model.session().experiment() != null) {
            action.run();
        }
    }
}
