package downhill.ui.screen.landscape;

import downhill.engine.train.RunState;
import downhill.model.Surface;
import downhill.optim.Rule;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.ui.chart.PlaneChart;
import downhill.ui.chart.PlaneMark;
import downhill.ui.chart.PlaneOptions;
import downhill.ui.chart.shape.Landscape;
import downhill.ui.chart.shape.PathData;
import downhill.ui.chart.shape.Range;
import downhill.ui.chart.shape.View;
import downhill.ui.i18n.Messages;
import downhill.ui.landscape.AxisWords;
import downhill.ui.landscape.Ground;
import downhill.ui.landscape.LandscapeFeed;
import downhill.ui.landscape.PlaneChoice;
import downhill.ui.landscape.Track;
import downhill.ui.session.Edits;
import downhill.ui.session.AskedElsewhere;
import downhill.ui.session.Session;
import downhill.ui.session.Snapshots;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/** What the landscape screen shows and how. */
final class LandscapeModel {
    /** How the heights are drawn. */
    enum Form { FLAT, SOLID }

    private final Session session;
    private final LandscapeFeed feed;
    private final ObjectProperty<Form> form = new SimpleObjectProperty<>(this, "form", Form.FLAT);
    private final BooleanProperty arrows = new SimpleBooleanProperty(this, "arrows", false);
    private final NearView nearView = new NearView();
    private final SurfaceSketches sketches = new SurfaceSketches();
    private Experiment onData;
    private PlaneChart.Picked picked = this::startAt;
    private boolean locked;
    private List<PlaneMark> answers = List.of();

    LandscapeModel(Session session, LandscapeFeed feed) {
        this.session = session;
        this.feed = feed;
    }

    Session session() {
        return session;
    }

    SurfaceSketches sketches() {
        return sketches;
    }

    LandscapeFeed feed() {
        return feed;
    }

    ObjectProperty<Form> formProperty() {
        return form;
    }

    BooleanProperty arrowsProperty() {
        return arrows;
    }

    /** Whether there is a plane to choose: not on a surface, and not with two parameters. */
    boolean planeIsChosen() {
        return feed.surfaceProperty().get() == null && feed.names().size() > 2;
    }

    boolean isSurface() {
        return feed.surfaceProperty().get() != null;
    }

    void choose(PlaneChoice.Kind kind) {
        feed.choiceProperty().set(feed.choiceProperty().get().of(kind));
    }

    /** The finest heights there are for what is in view. */
    Landscape heights(View view) {
        Landscape near = feed.nearProperty().get();
        return view.isAll() || near == null ? feed.wholeProperty().get() : near;
    }

    /** Has the part in view measured, unless what was measured last will do. */
    void look(View view) {
        Ground ground = feed.groundProperty().get();
        if (ground != null) {
            nearView.look(view, ground.region()).ifPresent(change -> feed.look(change.region()));
        }
    }

    /** All paths that are shown, their contenders' names at their heads. */
    List<PathData> paths() {
        return feed.tracksProperty().get().stream().filter(Track::shown).map(track -> track.path(track.name())).toList();
    }

    List<PlaneMark> marks() {
        List<PlaneMark> marks = new ArrayList<>();
        Surface surface = feed.surfaceProperty().get();
        if (surface != null) {
            surface.minima().forEach(point -> marks.add(PlaneMark.minimum(point.x(), point.y())));
            if (session.experiment().problem() instanceof Problem.Surface problem) {
                marks.add(PlaneMark.start(problem.x(), problem.y()));
            }
        }
        if (surface != null && arrows.get()) {
            marks.addAll(arrowMarks(surface));
        }
        marks.addAll(pointedAt());
        marks.addAll(answers);
        return marks;
    }

    /** Rings where everybody was at the step pointed at in another chart. */
    private List<PlaneMark> pointedAt() {
        double step = session.selection().hoverStepProperty().get();
        return Double.isNaN(step) ? List.of() : feed.tracksProperty().get().stream().filter(track -> track.shown() && track.at(step) >= 0)
                .map(track -> PlaneMark.ring(track.points().x(track.at(step)), track.points().y(track.at(step)), track.style())).toList();
    }

    private List<PlaneMark> arrowMarks(Surface surface) {
        Arrows kit = new Arrows(surface.expression(), surface.domain().right() - surface.domain().left(),
                session.experiment().seed());
        List<PlaneMark> marks = new ArrayList<>();
        for (ContenderSpec one : session.experiment().contenders()) {
            RunState state = feed.states().get(one.id());
            Rule rule = session.ruleOf(one).orElse(null);
            if (state != null && rule != null && session.selection().isShown(one)) {
                boolean chosen = one.id().equals(session.selection().contenderProperty().get());
                if (AskedElsewhere.is(session, one)) {
                    marks.add(PlaneMark.ring(state.parameters()[0], state.parameters()[1], one.style()));
                }
                marks.addAll(kit.marks(state.parameters(), kit.pushes(rule, state, values(one)), one.style(), chosen));
            }
        }
        return marks;
    }

    /** Hyperparameters in force, the learning rate as scheduled for the last step. */
    private Map<String, Double> values(ContenderSpec one) {
        Map<String, Double> values = Edits.inForce(one);
        Snapshots.of(session.snapshotProperty().get(), one.id()).map(standing -> standing.learningRate()).filter(Double::isFinite)
                .ifPresent(rate -> values.put(Rule.LEARNING_RATE_KEY, rate));
        return values;
    }

    PlaneOptions options() {
        Ground ground = feed.groundProperty().get();
        Surface surface = feed.surfaceProperty().get();
        PlaneOptions named = PlaneOptions.PLAIN.titled(AxisWords.of(ground, surface, feed.names(), 0),
                AxisWords.of(ground, surface, feed.names(), 1));
        return ground == null ? named : named.ranges(new Range(ground.region().aLow(), ground.region().aHigh()),
                new Range(ground.region().bLow(), ground.region().bHigh()));
    }

    String legend() {
        Ground ground = feed.groundProperty().get();
        Surface surface = feed.surfaceProperty().get();
        String words = locked && surface != null && ground != null ? Messages.text("landscape.legend.locked", surface.formula())
                : LandscapeWords.legend(ground, surface, feed.names(), feed.scope());
        if (words.isEmpty()) {
            return words;
        }
        boolean solid = form.get() == Form.SOLID;
        String marked = solid ? "landscape.stems" : "landscape.band";
        String gaps = ground.exact() ? "" : " " + Messages.text(marked);
        return words + gaps + pushes() + (solid ? " " + Messages.text("landscape.solid.note") : "");
    }

    private String pushes() {
        if (feed.surfaceProperty().get() == null || !arrows.get()) {
            return "";
        }
        boolean elsewhere = session.experiment().contenders().stream().filter(session.selection()::isShown)
                .anyMatch(one -> AskedElsewhere.is(session, one));
        return " " + Messages.text("landscape.arrows.note") + (elsewhere ? " " + Messages.text("landscape.arrows.answer") : "");
    }

    /** A click means this instead, and the start and the surface stay as they are. */
    void lock(PlaneChart.Picked instead) {
        picked = instead;
        locked = true;
    }

    boolean isLocked() {
        return locked;
    }

    /** Marks beside those of the surface. */
    void mark(List<PlaneMark> points) {
        answers = List.copyOf(points);
    }

    void picked(double x, double y) {
        picked.at(x, y);
    }

    /** Lets everybody start from a point of the surface, from step 0. */
    void startAt(double x, double y) {
        if (session.experiment().problem() instanceof Problem.Surface problem && Double.isFinite(x) && Double.isFinite(y)) {
            session.end().unlessLost(document -> document.withProblem(new Problem.Surface(problem.formula(), rounded(x), rounded(y))));
        }
    }

    /** Everybody walks on {@code surface} from its start; the experiment on data is kept to go back to. */
    void walkOn(Surface surface) {
        if (session.experiment().problem() instanceof Problem.Learning) {
            onData = session.experiment();
        }
        String name = surface.name().equals("formula") ? surface.formula() : LandscapeWords.surfaceName(surface.name()).getValue();
        session.edit(document -> SurfaceWalk.of(document, surface, Messages.text("lab.experiment", name), session::ruleOf));
    }

    /** Whether there is an experiment on data to go back to. */
    boolean canGoBack() {
        return onData != null && isSurface();
    }

    void backToData() {
        session.edit(document -> onData);
    }

    /** Four digits after the point are finer than a mouse. */
    private static double rounded(double value) {
        return Math.rint(value * 1e4) / 1e4;
    }
}
