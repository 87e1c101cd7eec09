package downhill.analysis.score;

import downhill.data.Progress;
import downhill.data.prepare.FoldedRows;
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
    private final Experiment experiment;
    private final FoldedRows rows;
    private final ScoreMetric metric;
    private final RuleLibrary library;
    private final int threads;
    private final FoldLedger ledger;
    private final List<FoldPart> parts;
    private int next;

    /** Nothing is trained yet. Arguments as those of {@link CrossValidation#run}. */
    public CrossRun(Experiment experiment, FoldedRows rows, ScoreMetric metric, RuleLibrary library, int threads) {
        this.experiment = experiment;
        this.rows = rows;
        this.metric = metric;
        this.library = library;
        this.threads = threads;
        ledger = new FoldLedger(experiment, rows, metric);
        parts = FoldPart.of(experiment, rows);
    }

    @Override
    public FoldLedger ledger() {
        return ledger;
    }

    @Override
    public void advance(Progress progress, Consumer<Glance> glances) {
        FoldPart now = parts.get(next);
        int width = now.width();
        int[] part = IntStream.range(now.from(), now.from() + width).toArray();
        try (FoldScoring scoring = new FoldScoring(experiment, rows, part, metric, library, threads)) {
            int count = now.looks().size();
            for (int i = 1; i <= count; i++) {
                long step = now.looks().get(i - 1);
                scoring.advance(step, stretch(progress, width, (i - 1.0) / count, (double) i / count));
                List<ContenderAnswers> stand = scoring.answers();
                glances.accept(new Glance(step, stand));
                if (i == count) {
                    ledger.keep(stand, width);
                    next++;
                }
            }
        }
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
}
