package downhill.ui.screen.explain;

import downhill.analysis.explain.anew.Anew;
import downhill.analysis.score.ScoreMetric;
import downhill.data.Progress;
import downhill.data.Table;
import downhill.data.prepare.Prepared;
import downhill.optim.RuleLibrary;
import downhill.race.RaceOptions;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.ui.session.LoadedData;
import downhill.ui.tune.Sweep;
import downhill.words.Said;
import java.util.List;

/**
 * The contender that is explained, trained anew in folds as a person asks for it, on threads beside race and window. What came of it stays
 * until it is asked for again. FX thread.
 *
 * @param <R> what comes of it
 */
final class Retraining<R> {
    /** Work on a thread of its own. */
    @FunctionalInterface
    interface Work<R> {
        /** Does it, with so many threads; asks now and then whether to give up. */
        R run(Anew anew, RuleLibrary library, int threads, Progress progress);
    }

    /**
     * What came of it.
     *
     * @param anew   who was trained on what
     * @param result of it
     */
    record Found<R>(Anew anew, R result) {
    }

    private final ExplainModel model;
    private final int repeats;
    private final Work<R> work;
    private Sweep<Found<R>> sweep;
    private Found<R> found;

    /** {@code repeats} is how often the rows are divided anew. */
    Retraining(ExplainModel model, int repeats, Work<R> work) {
        this.model = model;
        this.repeats = repeats;
        this.work = work;
    }

    /** Whether there are rows and somebody to be trained. */
    boolean isPossible() {
        LoadedData data = model.session().dataProperty().get();
        return !isAtWork() && model.obstacle().isEmpty() && data != null && data.isUsable();
    }

    /** Columns that it could do without, as far as the data are known. */
    List<String> columns() {
        LoadedData data = model.session().dataProperty().get();
        return data == null || !data.isUsable() ? List.of() : Anew.columns(data.prepared());
    }

    /** Begins anew, where it can; while a race runs with one thread, so that the race keeps its own. */
    void begin() {
        if (!isPossible()) {
            return;
        }
        LoadedData data = model.session().dataProperty().get();
        Table table = data.imported().table();
        Prepared prepared = data.prepared();
        Experiment experiment = model.session().experiment();
        ContenderSpec contender = model.contender();
        RuleLibrary rules = model.session().rules();
        int threads = model.isRunning() ? 1 : RaceOptions.besideWindow().threads();
        found = null;
        sweep = Sweep.start("explain-anew", (into, told) -> {
            Anew anew = Anew.of(experiment, contender, table, prepared, Anew.FOLDS, repeats, ScoreMetric.usual(prepared.task()));
            into.put(new Found<>(anew, work.run(anew, rules, threads, told)));
        });
    }

    /** Asks what is under way to end. */
    void stop() {
        if (sweep != null) {
            sweep.stop();
        }
    }

    boolean isAtWork() {
        return sweep != null && !sweep.isOver();
    }

    /** How far it is, 0 to 1. */
    double share() {
        return sweep == null ? 0 : sweep.share();
    }

    /** Takes what has come; once a frame. Gives whether that is news. */
    boolean take() {
        if (sweep == null || !sweep.isOver() || found != null && found == sweep.newest()) {
            return false;
        }
        boolean news = sweep.newest() != null;
        found = sweep.newest();
        return news;
    }

    /** What came of it; null before. */
    Found<R> found() {
        return found;
    }

    /** Why nothing came of it; nothing where something did, or nobody asked. */
    Said problem() {
        return sweep == null || !sweep.isOver() ? Said.NOTHING : sweep.problem();
    }

    /** Whether what came of it is of another contender than would be trained now, or of an experiment that was changed since. */
    boolean isOutdated() {
        ContenderSpec contender = model.contender();
        return found != null && contender != null && !found.anew.experiment().withTitle("")
                .equals(model.session().experiment().withTitle("").withContenders(List.of(contender)));
    }

    /** Nothing of it is of the experiment that is open now. */
    void forget() {
        stop();
        sweep = null;
        found = null;
    }
}
