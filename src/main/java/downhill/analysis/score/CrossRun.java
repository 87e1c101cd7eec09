package downhill.analysis.score;

import downhill.data.Progress;
import downhill.data.prepare.FoldedRows;
import downhill.data.split.Fold;
import downhill.optim.RuleLibrary;
import downhill.race.document.Experiment;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * A cross-validation that can be watched, and given up with what was finished by then: it goes on by some folds of one repeat at a time,
 * and tells how all of them stand some times on their way. At its end its scores are those of {@link CrossValidation}, bit for bit.
 * Belongs to one thread at a time.
 */
public final class CrossRun implements FoldRun {
    private static final int MOST_GLANCES = 24;
    /** Rows that are scored, at most, for each row that is trained on: what a look costs is little beside the training. */
    private static final double SHARE = 0.25;

    private final Experiment experiment;
    private final FoldedRows rows;
    private final ScoreMetric metric;
    private final RuleLibrary library;
    private final int threads;
    private final FoldLedger ledger;

    /** Nothing is trained yet. Arguments as those of {@link CrossValidation#run}. */
    public CrossRun(Experiment experiment, FoldedRows rows, ScoreMetric metric, RuleLibrary library, int threads) {
        this.experiment = experiment;
        this.rows = rows;
        this.metric = metric;
        this.library = library;
        this.threads = threads;
        ledger = new FoldLedger(experiment, rows, metric);
    }

    @Override
    public FoldLedger ledger() {
        return ledger;
    }

    @Override
    public void advance(Progress progress, Consumer<Glance> glances) {
        int done = done();
        int width = width();
        int[] part = IntStream.range(done, done + width).toArray();
        try (FoldScoring scoring = new FoldScoring(experiment, rows, part, metric, library, threads)) {
            long budget = experiment.training().steps();
            int count = glances(part);
            for (int i = 1; i <= count; i++) {
                long step = i == count ? budget : Math.max(1, budget * i / count);
                scoring.advance(step, stretch(progress, width, (i - 1.0) / count, (double) i / count));
                List<ContenderAnswers> stand = scoring.answers();
                glances.accept(new Glance(step, stand));
                if (i == count) {
                    ledger.keep(stand, width);
                }
            }
        }
    }

    /** Folds of one repeat that have room. */
    private int width() {
        int repeat = rows.folds().get(done()).repeat();
        long left = rows.folds().stream().skip(done()).filter(fold -> fold.repeat() == repeat).count();
        return (int) Math.min(left, CrossValidation.together(experiment, rows));
    }

    /** Looks at a stack tell the part of its budget; folds of other shapes begin again at 0. */
    private Progress stretch(Progress progress, int width, double from, double to) {
        Progress whole = progress.stretch((double) done() / folds(), (double) (done() + width) / folds());
        return new Progress() {
            @Override
            public void done(double fraction) {
                whole.done(Math.max(from, Math.min(to, fraction)));
            }

            @Override
            public boolean cancelled() {
                return whole.cancelled();
            }
        };
    }

    private int glances(int[] part) {
        Fold first = rows.folds().get(part[0]);
        long steps = experiment.training().steps();
        int batch = experiment.training().batchSize();
        double trained = (double) steps * (batch == 0 ? first.training().length : Math.min(batch, first.training().length));
        long most = Math.min(steps, MOST_GLANCES);
        return (int) Math.max(1, Math.min(most, SHARE * trained / Math.max(1, first.held().length)));
    }
}
