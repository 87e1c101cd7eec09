package downhill.ui.screen.evaluate;

import downhill.analysis.score.CrossRun;
import downhill.analysis.score.CrossScores;
import downhill.analysis.score.CrossVerdict;
import downhill.analysis.score.FoldRun;
import downhill.analysis.score.Glance;
import downhill.analysis.score.ScoreMetric;
import downhill.data.Progress;
import downhill.data.prepare.FoldedRows;
import downhill.data.split.FoldSpec;
import downhill.engine.Threads;
import downhill.optim.RuleLibrary;
import downhill.optim.Schedule;
import downhill.race.document.NestedSpec;
import downhill.study.NestedKnobs;
import downhill.study.NestedRun;
import downhill.study.NestedTuning;
import downhill.study.Tuned;
import downhill.ui.session.Failures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * An evaluation on a thread of its own, beside the race and without a word to it. How it stands is there for whoever asks, once a frame;
 * it calls nobody.
 */
final class EvaluationJob implements Progress {
    private static final double NANOS = 1e-9;

    private final Hearing hearing;
    private final RuleLibrary library;
    private final int threads;
    private final CourseNotes notes = new CourseNotes();
    private final AtomicReference<EvaluationState> state;
    private final long begin = System.nanoTime();
    private volatile boolean cancelled;
    private ScoreMetric metric;
    private FoldedRows rows;
    /** Null where nothing is tuned. */
    private NestedTuning tuning;

    /** Nothing is done before {@link #start}; {@code threads} may compute. */
    EvaluationJob(Hearing hearing, RuleLibrary library, int threads) {
        this.hearing = hearing;
        this.library = library;
        this.threads = threads;
        state = new AtomicReference<>(new EvaluationState(EvaluationState.Phase.RUNNING, hearing, null, null, 0, 0, 0, null, null,
                List.of(), null));
    }

    void start() {
        Threads.start("evaluate", this::perform);
    }

    /** Asks it to end with what is finished; it does soon. */
    void stop() {
        cancelled = true;
    }

    /** How it stands. */
    EvaluationState state() {
        return state.get();
    }

    void perform() {
        try {
            run();
        } catch (CancellationException given) {
            end(EvaluationState.Phase.STOPPED, null);
        } catch (RuntimeException | Error failure) {
            end(EvaluationState.Phase.FAILED, Failures.words(failure));
        }
    }

    private void run() {
        FoldSpec folds = hearing.foldSpec();
        rows = hearing.rows();
        metric = hearing.metric();
        FoldRun run = foldRun(folds);
        while (!run.isDone()) {
            run.advance(this, glance -> {
                note(glance);
                put(state.get().verdict(), state.get().finished(), run.done(), state.get().fraction(), EvaluationState.Phase.RUNNING);
            });
            put(CrossVerdict.of(run.scores(), folds, perRepeat(folds), hearing.method().margin(), hearing.experiment().seed()),
                    finished(run), run.done(), (double) run.done() / run.folds(), EvaluationState.Phase.RUNNING);
        }
        end(EvaluationState.Phase.DONE, null);
    }

    private FoldRun foldRun(FoldSpec folds) {
        NestedSpec nested = hearing.method().nested();
        if (nested == null) {
            return new CrossRun(hearing.experiment(), rows, metric, library, threads);
        }
        NestedKnobs knobs = new NestedKnobs(List.of(), nested.over() == NestedSpec.Over.ALL, library, text -> Schedule.CONSTANT);
        tuning = new NestedTuning(hearing.experiment(), hearing.table(), folds, metric, knobs, nested.trials(), library, threads);
        return new NestedRun(tuning, hearing.experiment(), metric);
    }

    /** Where settings are sought in each fold nobody looks on the way. */
    private void note(Glance glance) {
        if (tuning == null) {
            notes.add(glance, metric.lossLike());
        }
    }

    private int perRepeat(FoldSpec folds) {
        return rows.folds().size() / folds.repeats();
    }

    /** The metric that was chosen stands first. */
    private EvaluationState.Finished finished(FoldRun run) {
        List<CrossScores> all = new ArrayList<>(ScoreMetric.fitting(metric).stream().map(run::scores).toList());
        all.sort(Comparator.comparing(each -> each.metric() != metric));
        return new EvaluationState.Finished(all, run.answers(), tuning == null ? Tuned.NOTHING : tuning.found());
    }

    private void end(EvaluationState.Phase phase, Supplier<String> problem) {
        EvaluationState now = state.get();
        state.set(new EvaluationState(phase, hearing, metric, rows, now.done(), phase == EvaluationState.Phase.DONE ? 1 : now.fraction(),
                seconds(), now.verdict(), now.finished(), now.courses(), problem));
    }

    private void put(CrossVerdict verdict, EvaluationState.Finished finished, int done, double fraction, EvaluationState.Phase phase) {
        state.set(new EvaluationState(phase, hearing, metric, rows, done, fraction, seconds(), verdict, finished, notes.courses(), null));
    }

    private double seconds() {
        return (System.nanoTime() - begin) * NANOS;
    }

    @Override
    public void done(double fraction) {
        EvaluationState now = state.get();
        state.set(new EvaluationState(now.phase(), hearing, metric, rows, now.done(), fraction, seconds(), now.verdict(), now.finished(),
                now.courses(), null));
    }

    @Override
    public boolean cancelled() {
        return cancelled;
    }
}
