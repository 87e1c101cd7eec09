package downhill.analysis.explain;

import downhill.analysis.ensemble.Mixture;
import downhill.analysis.score.Predictions;
import downhill.analysis.score.ScoreMetric;
import downhill.data.CounterRandom;
import downhill.data.Progress;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How much worse a model is where the values of a column are shuffled over the rows (Breiman 2001), as scikit-learn's {@code
 * permutation_importance} defines it: the score as it is less the score then, of metrics of which less is better the other way round.
 * Columns that move together are shuffled together, by one order.
 */
public final class PermutationImportance {
    private static final long SHUFFLES = 2001;

    /** Gives the order of the rows of one feature in one repeat. */
    interface Orders {
        int[] of(int feature, int repeat);
    }

    private final Explained model;
    private final ExplainedRows rows;
    private final ScoreMetric metric;
    private final int threads;

    /**
     * Uses the rows whose target is known.
     *
     * @throws RefusedException where no target is known, or the metric is not defined on these rows
     */
    public PermutationImportance(Explained model, ExplainedRows rows, ScoreMetric metric, int threads) {
        this.model = model.in(ClassScale.PROBABILITY);
        this.rows = rows.pick(IntStream.range(0, rows.count()).filter(row -> counts(rows, row)).toArray());
        this.metric = metric;
        this.threads = threads;
        if (this.rows.count() == 0) {
            throw new RefusedException(Said.of("explain.targets.none", model.preprocessing().target().column()));
        }
        if (!Double.isFinite(score(this.rows.values(), Progress.NONE))) {
            throw new RefusedException(Said.of("explain.metric.undefined", metric.key()));
        }
    }

    private static boolean counts(ExplainedRows rows, int row) {
        return !Double.isNaN(rows.targets()[row]) && (rows.weights().length == 0 || rows.weights()[row] > 0);
    }

    /** Rows that are measured. */
    public int count() {
        return rows.count();
    }

    /** The score of the rows as they are. */
    public double score() {
        return score(rows.values(), Progress.NONE);
    }

    /**
     * Shuffles each group of columns by itself.
     *
     * @param groups  indexes of columns, each group one feature
     * @param repeats times that each is shuffled, at least 2
     * @return one for each group
     */
    public List<ColumnImportance> of(List<int[]> groups, int repeats, long seed, Progress progress) {
        return of(groups, repeats, (feature, repeat) ->
                CounterRandom.permutation(seed, SHUFFLES, (long) feature * repeats + repeat, rows.count()), progress);
    }

    List<ColumnImportance> of(List<int[]> groups, int repeats, Orders orders, Progress progress) {
        double baseline = score();
        double[][] losses = new double[groups.size()][repeats];
        Workers.run(groups.size() * repeats, threads, progress, (task, asked) -> {
            int feature = task / repeats;
            double shuffled = score(shuffled(groups.get(feature), orders.of(feature, task % repeats)), asked);
            losses[feature][task % repeats] = metric.higherIsBetter() ? baseline - shuffled : shuffled - baseline;
        });
        return Arrays.stream(losses).map(ColumnImportance::of).toList();
    }

    private double[] shuffled(int[] group, int[] order) {
        double[] values = rows.values().clone();
        for (int column : group) {
            for (int row = 0; row < order.length; row++) {
                model.columns().get(column).copy(rows.values(), order[row] * rows.size(), values, row * rows.size());
            }
        }
        return values;
    }

    private double score(double[] values, Progress progress) {
        double[] answers = model.answers(values, Progress.asking(() -> !progress.cancelled()));
        Predictions said = model.classes()
                ? new Predictions(Mixture.probabilities(model.outputs().size(), answers), new double[0], rows.targets(), rows.weights())
                : new Predictions(null, answers, rows.targets(), rows.weights());
        return metric.of(said);
    }
}
