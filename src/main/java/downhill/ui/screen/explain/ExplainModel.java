package downhill.ui.screen.explain;

import downhill.analysis.explain.ExplainedColumn;
import downhill.data.Table;
import downhill.data.Visible;
import downhill.data.prepare.FeatureStep;
import downhill.engine.train.RunState;
import downhill.race.Racing;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Problem;
import downhill.race.history.PathPoint;
import downhill.ui.fit.Absent;
import downhill.ui.fit.FitRows;
import downhill.ui.fit.ModelFeed;
import downhill.ui.fit.Standpoint;
import downhill.ui.fx.Subscriptions;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.session.Obstacles;
import downhill.ui.session.Pace;
import downhill.ui.session.Selection;
import downhill.ui.session.Session;
import downhill.ui.session.Snapshots;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Which model is explained on which rows, and what is worked out of it beside the race while somebody looks. FX thread. */
final class ExplainModel {
    /** Of classes the last one is explained until a person says otherwise: of two it is the one that is spoken of. */
    private static final int LAST = -1;
    /** Decimals of a probability. */
    private static final int PROBABILITY = 3;
    /** Looks a second beside a race. */
    private static final double RUNNING_PER_SECOND = 4;

    private final Session session;
    private final ModelFeed models;
    private final Explanations work = new Explanations();
    private final StringProperty feature = new SimpleStringProperty(this, "feature");
    private final ObjectProperty<double[]> changed = new SimpleObjectProperty<>(this, "changed");
    private final BooleanProperty heldOut = new SimpleBooleanProperty(this, "heldOut", true);
    private final IntegerProperty chosenClass = new SimpleIntegerProperty(this, "chosenClass", LAST);
    private final ReadOnlyObjectWrapper<Asked> asked = new ReadOnlyObjectWrapper<>(this, "asked");
    private final Picks picks = new Picks();
    private final Subscriptions attached = new Subscriptions();
    private final Pace pace = new Pace(RUNNING_PER_SECOND);
    private boolean active;
    private FitRows rows;
    private Object rowsOf;
    private boolean rowsHeldOut;

    ExplainModel(Session session, ModelFeed models) {
        this.session = session;
        this.models = models;
        attached.listen(session.openingsProperty(), now -> forget());
    }

    Session session() {
        return session;
    }

    /** What is asked now; null where nothing can be. */
    ReadOnlyObjectProperty<Asked> askedProperty() {
        return asked.getReadOnlyProperty();
    }

    /** What is worked out of it. */
    Explanations work() {
        return work;
    }

    /** Whether it is asked about the rows held out; about those it learned from otherwise, and where none are held out. */
    BooleanProperty heldOutProperty() {
        return heldOut;
    }

    /** Index of the class that is explained; below 0 for the last. */
    IntegerProperty chosenClassProperty() {
        return chosenClass;
    }

    /** Chooses the row of the table that is explained. */
    void choose(int tableRow) {
        changed.set(null);
        session.selection().rowProperty().set(tableRow);
    }

    /** The row that is explained: the one chosen, where it is asked about, else the one that is furthest off; null before that is known. */
    SaidRow row() {
        SaidRows known = work.said().answer();
        return known == null ? null : known.told(session.selection().rowProperty().get());
    }

    /** In view, or no longer: out of view nothing is worked out. */
    void setActive(boolean on) {
        active = on;
        models.setActive(this, on);
        work.setActive(this, on);
    }

    /** Once a frame. */
    void frame() {
        work.take();
        if (active && (!isRunning() || pace.isTime())) {
            look();
            work.ask(question());
        }
    }

    private void look() {
        Asked now = now();
        if (now == null ? asked.get() != null : isNews(now)) {
            asked.set(now);
        }
    }

    private boolean isNews(Asked now) {
        Asked before = asked.get();
        return before == null || before.from() != now.from() || !before.contender().equals(now.contender()) || before.rows() != now.rows()
                || before.chosen() != now.chosen();
    }

    private Asked now() {
        Standpoint from = models.standpointProperty().get();
        ContenderSpec contender = contender();
        if (from == null || contender == null || !isKnown(from, contender)) {
            return null;
        }
        boolean known = rows != null && rowsOf == from.site().prepared() && rowsHeldOut == heldOut.get();
        if (!known) {
            rowsOf = from.site().prepared();
            rowsHeldOut = heldOut.get();
            rows = FitRows.of(from.site().prepared(), rowsHeldOut);
        }
        int last = Math.max(0, from.site().prepared().classNames().size() - 1);
        int chosen = chosenClass.get();
        Table table = session.dataProperty().get().imported().table();
        return new Asked(from, contender, from.state(contender.id()), rows, table, chosen < 0 || chosen > last ? last : chosen);
    }

    boolean isRunning() {
        return Snapshots.isRunning(session.snapshotProperty().get());
    }

    /** Whether what is worked out for whoever looks answers what is asked now, of the step where the race stands. */
    boolean isSettled() {
        Asked now = asked.get();
        return now != null && now.step() == session.snapshotProperty().get().step() && !work.isAwaited();
    }

    /** Where the model asked was along the history, in order; empty where there is none. */
    List<PathPoint> path() {
        Asked now = asked.get();
        Racing race = session.race().racing();
        return now == null || race == null ? List.of() : race.path(now.contender().id());
    }

    /** What is asked now; null where nothing can be. */
    Question question() {
        Asked now = asked.get();
        if (now == null) {
            return null;
        }
        SaidRow row = row();
        return new Question(now, featureName(), work.kindProperty().get(), row == null ? Selection.NO_ROW : row.tableRow(), changed.get(),
                path(), everybody(now), isRunning(),
                picks.pair(names(), work.pairs().answer()), picks.keptProperty().get(),
                chosenClass.get() < 0);
    }

    private List<Asked> everybody(Asked now) {
        return contenders().stream().filter(one -> session.selection().isShown(one) && isKnown(now.from(), one))
                .map(one -> new Asked(now.from(), one, now.from().state(one.id()), now.rows(), now.table(), now.chosen())).toList();
    }

    private static boolean isKnown(Standpoint from, ContenderSpec one) {
        RunState state = from.state(one.id());
        return state != null && state.answer().length == from.layout().count();
    }

    /** The columns that are features, in the order of training. */
    List<String> names() {
        Asked now = asked.get();
        return now == null ? List.of() : now.prepared().preprocessing().asked().stream().map(FeatureStep::column).distinct().toList();
    }

    /** The feature chosen; until a person chooses one, that which moves most, as far as that is known. */
    String featureName() {
        List<String> names = names();
        if (names.contains(feature.get())) {
            return feature.get();
        }
        MovedRows known = work.shares().answer();
        String most = known == null ? null : known.columns().get(known.order().get(0)).name();
        return names.contains(most) ? most : names.get(0);
    }

    /** What else a person has chosen to be told. */
    Picks picks() {
        return picks;
    }

    /** Its place among some columns; −1 where it is none of them. */
    int feature(List<ExplainedColumn> columns) {
        return columns.stream().map(ExplainedColumn::name).toList().indexOf(featureName());
    }

    /** Name of the feature a person has chosen; null for none. */
    ReadOnlyStringProperty featureProperty() {
        return feature;
    }

    void chooseFeature(String name) {
        feature.set(name);
    }

    /** Values of the row explained as a person has changed them, as the model sees them; null for those of the data. */
    ObjectProperty<double[]> changedProperty() {
        return changed;
    }

    /** Whose model is explained; null where there is nobody. */
    ContenderSpec contender() {
        if (session.experiment() == null) {
            return null;
        }
        String id = session.selection().contenderProperty().get();
        List<ContenderSpec> all = session.experiment().contenders();
        return all.stream().filter(one -> Objects.equals(one.id(), id)).findFirst().orElse(all.isEmpty() ? null : all.get(0));
    }

    /** Why nothing can be explained now, in the language of the window; empty where it can, or will be soon. */
    String obstacle() {
        String reason = Obstacles.noExperiment(session);
        if (!reason.isEmpty()) {
            return reason;
        }
        if (!(session.experiment().problem() instanceof Problem.Learning)) {
            return Messages.text("why.explain.surface");
        }
        if (session.experiment().contenders().isEmpty()) {
            return Messages.text("why.explain.contenders");
        }
        if (!models.problemProperty().get().isEmpty() || !work.problem().isEmpty()) {
            return models.problemProperty().get() + work.problem();
        }
        return asked.get() == null && models.standpointProperty().get() != null ? Absent.of(session, contender().id()) : "";
    }

    /** Whether nobody has learned anything yet. */
    boolean isUntrained() {
        Racing race = session.race().racing();
        return race == null || race.recordedSteps() == 0;
    }

    /** How many contenders there are to be compared. */
    List<ContenderSpec> contenders() {
        return session.experiment() == null ? List.of() : session.experiment().contenders();
    }

    private void forget() {
        work.forget();
        picks.forget();
        feature.set(null);
        changed.set(null);
        asked.set(null);
        rows = null;
        rowsOf = null;
        chosenClass.set(LAST);
    }

    /** Words of a key with what is predicted: the target, or that it is the probability of a class. */
    static String words(String key, Asked of) {
        return of.isOfClasses() ? Messages.text(key + ".class", Visible.line(of.prepared().classNames().get(of.chosen())))
                : Messages.text(key, Visible.line(of.prepared().targetName()));
    }

    /** What is said, as a person reads it: in the target's unit, or a probability. */
    static String words(Asked of, double value) {
        return of.isOfClasses() ? Numbers.fixed(value, PROBABILITY) : RowText.value(of.prepared(), value);
    }

    /** Ends all work. */
    void dispose() {
        models.setActive(this, false);
        attached.dispose();
        work.close();
    }
}
