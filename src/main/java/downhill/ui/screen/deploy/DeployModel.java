package downhill.ui.screen.deploy;

import downhill.analysis.score.ScoreMetric;
import downhill.compress.FormWish;
import downhill.data.Table;
import downhill.data.prepare.Prepared;
import downhill.model.ModelSpec;
import downhill.model.TrainedModel;
import downhill.race.MeasuredLoss;
import downhill.race.Outcome;
import downhill.race.RaceSnapshot;
import downhill.race.Racing;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.race.history.PathPoint;
import downhill.store.ModelStore;
import downhill.ui.fit.ContenderModel;
import downhill.ui.fx.Subscriptions;
import downhill.ui.session.Feed;
import downhill.ui.session.Line;
import downhill.ui.session.LoadedData;
import downhill.ui.session.Pace;
import downhill.ui.session.Session;
import downhill.ui.session.Snapshots;
import downhill.ui.tune.Sweep;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** Whose model is deployed, what is made of it, and which of its forms is chosen. FX thread. */
final class DeployModel {
    /** Which of a contender's steps. */
    enum Which { NOW, BEST }

    /** What the model depends on. */
    private record Key(ContenderSpec contender, long step, Prepared prepared, ModelSpec model, int opening) {
    }

    /** What forms are judged by, which are not yet. */
    private record Judging(Made made, ScoreMetric metric) {
    }

    /** What decides whether the key is looked for anew. */
    private record Look(RaceSnapshot snapshot, Which which, ContenderSpec contender, LoadedData data) {
    }

    /** Looks a second at a race that runs. */
    private static final double RUNNING_PER_SECOND = 0.5;

    private final Session session;
    private final Feed feed = Feed.threads(1, "deploy-model");
    private final Line line = feed.line("whole");
    private final Line judging = feed.line("judging");
    private final ObjectProperty<Which> which = new SimpleObjectProperty<>(this, "which", Which.NOW);
    private final ReadOnlyObjectWrapper<Base> base = new ReadOnlyObjectWrapper<>(this, "base");
    private final ReadOnlyObjectWrapper<Made> made = new ReadOnlyObjectWrapper<>(this, "made");
    private final Wishes wishes;
    private final ObjectProperty<FormWish> chosen = new SimpleObjectProperty<>(this, "chosen");
    private final ObjectProperty<ScoreMetric> metric = new SimpleObjectProperty<>(this, "metric");
    private final ObjectProperty<Cost> cost = new SimpleObjectProperty<>(this, "cost", Cost.SIZE);
    private final Subscriptions attached = new Subscriptions();
    private Sweep<Made> sweep;
    /** What came of it last, before it was judged by another metric. */
    private Made came;
    private final Pace pace = new Pace(RUNNING_PER_SECOND);
    private Look looked;
    private Key key;

    DeployModel(Session session) {
        this.session = session;
        wishes = new Wishes(session, base.getReadOnlyProperty());
        attached.listen(session.openingsProperty(), now -> forget());
    }

    Session session() {
        return session;
    }

    ObjectProperty<Which> whichProperty() {
        return which;
    }

    /** The model that is deployed; null where there is none. */
    ReadOnlyObjectProperty<Base> baseProperty() {
        return base.getReadOnlyProperty();
    }

    /** What was made last; null before anything was. */
    ReadOnlyObjectProperty<Made> madeProperty() {
        return made.getReadOnlyProperty();
    }

    /** What is to be made; null until a model is known. */
    ObjectProperty<List<FormWish>> wishesProperty() {
        return wishes.all();
    }

    /** How the form that is chosen is made; null for the model itself. */
    ObjectProperty<FormWish> chosenProperty() {
        return chosen;
    }

    /** What forms are judged by; null for what is usual. */
    ObjectProperty<ScoreMetric> metricProperty() {
        return metric;
    }

    /** What forms cost. */
    ObjectProperty<Cost> costProperty() {
        return cost;
    }

    /** What forms are judged by; null where there is no model. */
    ScoreMetric metric() {
        return told() == null ? null : told().judgedBy(metric.get());
    }

    /** All forms there are, the model itself first; empty where there is none. */
    List<Form> forms() {
        if (made.get() != null) {
            return made.get().forms();
        }
        return base.get() == null ? List.of() : List.of(Form.whole(base.get()));
    }

    /** The form that is chosen, else the model itself; empty where there is none. */
    Optional<Form> form() {
        List<Form> all = forms();
        return all.stream().filter(each -> each.isMade() && Objects.equals(each.wish(), chosen.get())).findFirst()
                .or(() -> all.stream().findFirst());
    }

    /** What forms are of; null where there are none. */
    Base told() {
        return made.get() != null ? made.get().base() : base.get();
    }

    /** Whether the model has changed since its forms were made. */
    boolean isStale() {
        return made.get() != null && base.get() != null && !made.get().base().isLike(base.get());
    }

    /** In view, or no longer: out of view no model is taken. */
    void setActive(boolean on) {
        feed.watch(this, on);
    }

    /** Once a frame. */
    void frame() {
        feed.frame();
        if (feed.isWatched() && (!isRunning() || pace.isTime())) {
            look();
        }
        if (sweep != null && sweep.newest() != null && sweep.newest() != came) {
            came = sweep.newest();
            made.set(came);
        }
        judge();
    }

    /** By another metric, when that is chosen. */
    private void judge() {
        ScoreMetric wanted = metric();
        if (made.get() != null && !isMaking() && made.get().lacks(wanted)) {
            Made now = made.get();
            Judging of = new Judging(now, wanted);
            if (judging.wants(of, 0)) {
                judging.<Made>ask(of, task -> now.judged(wanted), made::set);
            }
        }
    }

    private void look() {
        Look now = new Look(session.snapshotProperty().get(), which.get(), contender(), session.dataProperty().get());
        if (key == null || !now.equals(looked)) { // what stood in the way may go without a sign
            looked = now;
            key = obstacle().isEmpty() ? key() : null;
            if (key == null) {
                line.forget();
                base.set(null);
            }
        }
        if (key != null && line.wants(key, 0)) {
            take(key);
        }
    }

    private Key key() {
        ContenderModel.Moment moment = moment();
        return moment == null || moment.step() == 0 ? null : new Key(contender(), moment.step(), session.dataProperty().get().prepared(),
                ((Problem.Learning) session.experiment().problem()).model(), session.openingsProperty().get());
    }

    /** The step whose model is taken; null where there is none. */
    ContenderModel.Moment moment() {
        Racing race = session.race().racing();
        return which.get() == Which.BEST ? ContenderModel.best(race, contender()) : ContenderModel.now(race, contender(), standing());
    }

    private void take(Key of) {
        Racing race = session.race().racing();
        Experiment experiment = session.experiment();
        Table table = session.dataProperty().get().imported().table();
        List<PathPoint> path = race.path(of.contender().id());
        Outcome outcome = standing().outcome();
        MeasuredLoss known = new MeasuredLoss(Double.NaN, moment().validationLoss());
        line.<double[], Base>ask(of, race.answerAt(of.contender().id(), of.step()), (row, task) -> {
            TrainedModel model = ContenderModel.of(experiment, of.prepared(), of.contender(), of.step(), outcome.name(), known, row);
            return new Base(of.contender(), of.step(), experiment, of.prepared(), table, model, ModelStore.size(model), path);
        }, this::taken);
    }

    private void taken(Base now) {
        base.set(now);
    }

    private RaceSnapshot.Standing standing() {
        return Snapshots.of(session.snapshotProperty().get(), contender().id()).orElse(null);
    }

    /** Whose model it is; null where there is nobody. */
    ContenderSpec contender() {
        return NoModel.contender(session);
    }

    /** Why there is no model, in a sentence; empty where there is one, or it is on its way. */
    String obstacle() {
        String reason = NoModel.reason(session, contender());
        if (!reason.isEmpty()) {
            return reason;
        }
        String untrained = NoModel.untrained(session, standing(), which.get() == Which.NOW, moment());
        return untrained.isEmpty() ? feed.problemProperty().get() : untrained;
    }

    /** Whether there is nothing yet that anybody has learned. */
    boolean isUntrained() {
        return NoModel.isUntrained(session, standing(), which.get() == Which.NOW);
    }

    /** Whether the model is that of where the race rests; of one that runs it is as new as it can be. */
    boolean isSettled() {
        return isRunning() || key == null || line.isAnswered(key);
    }

    /** Makes all forms that are wished for, anew. */
    void make() {
        stop();
        sweep = FormMaking.start(base.get(), wishes.all().get(), base.get().judgedBy(metric.get()));
    }

    /** Ends the making; what there is stays. */
    void stop() {
        if (sweep != null) {
            sweep.stop();
        }
    }

    /** Whether the race goes on beside. */
    boolean isRunning() {
        return Snapshots.isRunning(session.snapshotProperty().get());
    }

    boolean isMaking() {
        return sweep != null && !sweep.isOver();
    }

    /** The making that is under way or was the last; null before any. */
    Sweep<Made> sweep() {
        return sweep;
    }

    private void forget() {
        stop();
        sweep = null;
        came = null;
        judging.forget();
        looked = null;
        key = null;
        line.forget();
        made.set(null);
        base.set(null);
        wishes.read();
        chosen.set(null);
    }

    /** Ends all work. */
    void dispose() {
        stop();
        attached.dispose();
        wishes.dispose();
        feed.close();
    }
}
