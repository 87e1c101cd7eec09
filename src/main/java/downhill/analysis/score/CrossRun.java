package downhill.analysis.score;

import downhill.data.Progress;
import downhill.data.prepare.FoldedRows;
import downhill.data.split.Fold;
import downhill.optim.RuleLibrary;
import downhill.race.document.Experiment;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * A cross-validation that can be watched, and given up with what was finished by then: it goes on by some folds of one repeat at a time,
 * and tells how all of them stand some times on their way. At its end its scores are those of {@link CrossValidation}, bit for bit.
 * Belongs to one thread at a time.
 */
public final class CrossRun {
    private static final int MOST_GLANCES = 24;
    /** Rows that are scored, at most, for each row that is trained on: what a look costs is little beside the training. */
    private static final double SHARE = 0.25;

    private final Experiment experiment;
    private final FoldedRows rows;
    private final ScoreMetric metric;
    private final RuleLibrary library;
    private final int threads;
    private final Map<ScoreMetric, Map<String, List<FoldScore>>> scores = new EnumMap<>(ScoreMetric.class);
    private final Map<String, List<HeldOut>> answers;
    private int done;

    /** Nothing is trained yet. Arguments as those of {@link CrossValidation#run}. */
    public CrossRun(Experiment experiment, FoldedRows rows, ScoreMetric metric, RuleLibrary library, int threads) {
        this.experiment = experiment;
        this.rows = rows;
        this.metric = metric;
        this.library = library;
        this.threads = threads;
        ScoreMetric.fitting(metric).forEach(each -> scores.put(each, lists()));
        answers = lists();
    }

    private <T> Map<String, List<T>> lists() {
        Map<String, List<T>> lists = new LinkedHashMap<>();
        experiment.contenders().forEach(each -> lists.put(each.id(), new ArrayList<>()));
        return lists;
    }

    /** Folds in all. */
    public int folds() {
        return rows.folds().size();
    }

    /** Folds that are finished. */
    public int done() {
        return done;
    }

    /** Whether all folds are. */
    public boolean isDone() {
        return done == folds();
    }

    /**
     * Trains the next folds to the end of the budget; where that is given up or fails, what was finished before stays.
     *
     * @param progress told the part done of all folds
     * @param glances  told how these folds stand, some times and at their end
     * @throws java.util.concurrent.CancellationException where {@code progress} said to give up
     * @throws downhill.words.RefusedException            where a contender or the metric does not fit, in a sentence
     */
    public void advance(Progress progress, Consumer<Glance> glances) {
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
                    keep(stand);
                }
            }
        }
        done += width;
    }

    /** All scores, and of the first repeat all that was said: in it each row was held out once. */
    private void keep(List<ContenderAnswers> finished) {
        finished.forEach(each -> {
            scores.forEach((measured, lists) -> lists.get(each.id()).addAll(each.scores(measured).runs()));
            each.runs().stream().filter(run -> run.repeat() == 0).forEach(answers.get(each.id())::add);
        });
    }

    /** Folds of one repeat that have room. */
    private int width() {
        int repeat = rows.folds().get(done).repeat();
        long left = rows.folds().stream().skip(done).filter(fold -> fold.repeat() == repeat).count();
        return (int) Math.min(left, CrossValidation.together(experiment, rows));
    }

    /** Looks at a stack tell the part of its budget; folds of other shapes begin again at 0. */
    private Progress stretch(Progress progress, int width, double from, double to) {
        Progress whole = progress.stretch((double) done / folds(), (double) (done + width) / folds());
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

    /** Scores of the folds that are finished. */
    public CrossScores scores() {
        return scores(metric);
    }

    /** The same by another metric that fits what is learned; NaN also where it is not defined on the rows of a fold. */
    public CrossScores scores(ScoreMetric measured) {
        return new CrossScores(measured, rows.folds().subList(0, done), experiment.contenders().stream()
                .map(each -> new ContenderScores(each.id(), each.name(), scores.get(measured).get(each.id()))).toList());
    }

    /** What was said of the rows held out in the folds of the first repeat that are finished, in the order of the document. */
    public List<ContenderAnswers> answers() {
        return experiment.contenders().stream().map(each -> new ContenderAnswers(each.id(), each.name(), answers.get(each.id()))).toList();
    }
}
