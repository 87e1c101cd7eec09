package downhill.ui.screen.evaluate;

import downhill.analysis.score.ContenderAnswers;
import downhill.analysis.score.ScoreMetric;
import downhill.data.TaskKind;
import downhill.data.split.Fold;
import downhill.race.RaceOptions;
import downhill.race.document.EvaluationSettings;
import downhill.race.document.EvaluationSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.setting.WholeNumber;
import downhill.ui.fx.Subscriptions;
import downhill.ui.i18n.Messages;
import downhill.ui.session.Feed;
import downhill.ui.session.LoadedData;
import downhill.ui.session.Obstacles;
import downhill.ui.session.Session;
import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;

/** How the contenders of a session are judged, and what came of it. FX thread. */
final class EvaluateModel {
    private static final double MOST_REPEATS = ((WholeNumber) EvaluationSettings.REPEATS.kind()).legal().high();

    /** No fold is chosen. */
    static final int NO_FOLD = -1;

    private final Session session;
    private final ReadOnlyObjectWrapper<EvaluationState> state = new ReadOnlyObjectWrapper<>(this, "state", EvaluationState.NONE);
    private final Subscriptions attached = new Subscriptions();
    private final Feed feed = Feed.threads(1, "evaluate-views");
    private final IntegerProperty fold = new SimpleIntegerProperty(this, "fold", NO_FOLD);
    private EvaluationJob job;

    EvaluateModel(Session session) {
        this.session = session;
        attached.listen(session.openingsProperty(), now -> forget());
    }

    /** Makes pictures of what was found, on a thread of its own. */
    Feed feed() {
        return feed;
    }

    Session session() {
        return session;
    }

    /** Which of all folds a person has chosen, shown in every picture; {@link #NO_FOLD} for none. */
    IntegerProperty foldProperty() {
        return fold;
    }

    /** The fold chosen; null for none. */
    Fold chosenFold() {
        boolean there = fold.get() >= 0 && fold.get() < state().done() && state().finished() != null;
        return there ? state().rows().folds().get(fold.get()) : null;
    }

    /** What was said of the rows of a fold by its place; empty of none, or of a repeat whose answers are not kept. Any thread. */
    static List<ContenderAnswers> answers(EvaluationState state, int place) {
        List<ContenderAnswers> found = place == NO_FOLD ? List.of()
                : state.finished().answers().stream().map(each -> each.of(state.rows().folds().get(place))).toList();
        return found.stream().anyMatch(each -> each.runs().isEmpty()) ? List.of() : found;
    }

    /** Chooses a fold, or no longer where it was chosen. */
    void choose(int index) {
        fold.set(fold.get() == index ? NO_FOLD : index);
    }

    /** Chooses a contender in the whole window, where it was not deleted since it was judged. */
    void chooseContender(String id) {
        if (session.experiment().contenders().stream().anyMatch(one -> one.id().equals(id))) {
            session.selection().contenderProperty().set(id);
        }
    }

    /** How, as the document says. */
    EvaluationSpec method() {
        return session.experiment() == null ? EvaluationSpec.USUAL : session.experiment().evaluated();
    }

    /** Judged otherwise from now on, which can be undone; the race does not depend on it. */
    void setMethod(EvaluationSpec now) {
        session.edit(document -> document.withEvaluation(now));
    }

    /** How it stands, new at most once a frame. */
    ReadOnlyObjectProperty<EvaluationState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    EvaluationState state() {
        return state.get();
    }

    /** Begins anew; the race goes on as it is. */
    void run() {
        if (obstacle().isEmpty()) {
            job = new EvaluationJob(hearing(), session.rules(), threads());
            fold.set(NO_FOLD);
            state.set(job.state());
            job.start();
        }
    }

    /** What would be judged now; to be asked for only where there is no obstacle. */
    Hearing hearing() {
        LoadedData data = session.dataProperty().get();
        return new Hearing(session.experiment(), data.imported().table(), data.prepared().task(), data.prepared().classNames(), method());
    }

    /** Threads that compute beside the window. */
    static int threads() {
        return RaceOptions.besideWindow().threads();
    }

    /** Ends what is on its way; what is finished stays. */
    void stop() {
        if (job != null) {
            job.stop();
        }
    }

    /** Once a frame. */
    void frame() {
        feed.frame();
        if (job != null && job.state() != state.get()) {
            state.set(job.state());
        }
    }

    /** Why nothing can be judged now, in the language of the window; empty where it can. */
    String obstacle() {
        String reason = Obstacles.noExperiment(session);
        if (!reason.isEmpty()) {
            return reason;
        }
        return state().running() ? Messages.text("why.evaluate.running") : lacking(session.experiment());
    }

    private String lacking(Experiment experiment) {
        if (!(experiment.problem() instanceof Problem.Learning)) {
            return Messages.text("why.evaluate.surface");
        }
        if (experiment.contenders().isEmpty()) {
            return Messages.text("why.evaluate.contenders");
        }
        LoadedData data = session.dataProperty().get();
        if (data == null || !data.isUsable()) {
            return Messages.text("why.evaluate.data");
        }
        boolean nameless = method().division().isGrouped() && method().group() == null && !isSeries();
        return nameless ? Messages.text("why.evaluate.group") : "";
    }

    /** Whether rows are windows of a series, which are always held out in their order. */
    boolean isSeries() {
        return session.experiment() != null && session.experiment().problem() instanceof Problem.Learning learning
                && learning.data().sequence() != null;
    }

    /** Whether rows that are held out by chance have the classes in the shares of all rows. */
    boolean isByClass() {
        boolean evenly = session.experiment() != null && session.experiment().problem() instanceof Problem.Learning learning
                && learning.data().split().stratified();
        return evenly && task() != null && task().isClassification();
    }

    /** What is learned; null as long as that is not known. */
    TaskKind task() {
        LoadedData data = session.dataProperty().get();
        return data == null || !data.isUsable() ? null : data.prepared().task();
    }

    /** What would be measured; null as long as it is not known what is learned. */
    ScoreMetric metric() {
        TaskKind task = task();
        if (task == null) {
            return null;
        }
        return ScoreMetric.fitting(task).stream().filter(each -> each.key().equals(method().metric())).findFirst()
                .orElse(ScoreMetric.usual(task));
    }

    /** Whether what is on show was judged of another experiment, or in another way, than would be now. */
    boolean isOutdated() {
        Hearing hearing = state().hearing();
        return hearing != null && session.experiment() != null && !hearing.isSameAs(session.experiment(), method());
    }

    /** How many more repeats would tell what is unsure; 0 where none would, or nothing is known yet. */
    int moreRepeats() {
        boolean whole = state().phase() == EvaluationState.Phase.DONE && !isOutdated();
        return whole ? Math.min(state().verdict().moreRepeats(), (int) MOST_REPEATS - method().repeats()) : 0;
    }

    /** Begins anew with so many repeats that they would tell. */
    void repeatMore() {
        setMethod(method().withRepeats(method().repeats() + moreRepeats()));
        run();
    }

    private void forget() {
        stop();
        job = null;
        fold.set(NO_FOLD);
        state.set(EvaluationState.NONE);
    }

    void dispose() {
        stop();
        feed.close();
        attached.dispose();
    }
}
