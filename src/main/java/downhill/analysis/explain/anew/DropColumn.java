package downhill.analysis.explain.anew;

import downhill.analysis.score.ScoreMetric;
import downhill.analysis.score.Variants;
import downhill.analysis.verdict.PairedTest;
import downhill.data.ColumnSpec;
import downhill.data.DataSpec;
import downhill.data.Progress;
import downhill.data.Role;
import downhill.data.Table;
import downhill.data.prepare.FoldedRows;
import downhill.data.split.Fold;
import downhill.optim.RuleLibrary;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a column is worth to a model that learned without it: the score on rows held out of folds with all columns, less the score of the
 * same contender trained anew on the same folds without one (drop-column importance; Parr, Turgutlu, Csiszar, Howard 2018). A column that
 * others stand in for is worth little here, whatever the model with all of them makes of it.
 *
 * @param column without which was trained; of the target's own past in a series there is none
 * @param byFold what each fold lost without it, more being worse
 * @param test   of these differences, by the corrected resampled t-test
 */
public record DropColumn(String column, double[] byFold, PairedTest test) {
    /** More trainings than this are refused. */
    public static final int MOST_TRAININGS = 1000;
    /** More updates in all than this are refused. */
    public static final long MOST_UPDATES = 20_000_000;

    /**
     * All of them.
     *
     * @param score  of the rows held out with all columns, by fold
     * @param each   one for each column, in their order
     */
    public record Dropped(double[] score, List<DropColumn> each) {
    }

    /** How often is trained for so many columns. */
    public static long trainings(Experiment experiment, FoldedRows rows, int columns) {
        return trainings(experiment.contenders().get(0), rows.folds().size(), columns);
    }

    /** The same before the rows are divided into so many folds. */
    public static long trainings(ContenderSpec contender, int folds, int columns) {
        return (columns + 1L) * folds * Math.max(1, contender.seeds());
    }

    /**
     * Refuses what would take too long.
     *
     * @throws RefusedException of one sentence that tells the bound
     */
    static void requireAffordable(Experiment experiment, long trainings) {
        long updates = Math.multiplyExact(trainings, experiment.training().steps());
        if (trainings > MOST_TRAININGS || updates > MOST_UPDATES) {
            throw new RefusedException(Said.of("explain.drop.cost", trainings, updates, MOST_TRAININGS, MOST_UPDATES));
        }
    }

    /**
     * Trains without each column by itself.
     *
     * @param experiment of one contender
     * @param columns    at most all but one of those that are learned from
     * @throws RefusedException where that is too much, or the rows with all columns have no score
     */
    public static Dropped of(Experiment experiment, Table table, FoldedRows rows, List<String> columns, ScoreMetric metric,
                             RuleLibrary library, int threads, Progress progress) {
        requireAffordable(experiment, trainings(experiment, rows, columns.size()));
        List<FoldedRows> variants = new ArrayList<>(List.of(rows));
        columns.forEach(column -> variants.add(rows.preparedBy(without(rows.spec(), table, column))));
        double[][] scores = new Variants(experiment, metric, library, threads).scores(variants, progress);
        if (!Arrays.stream(scores[0]).allMatch(Double::isFinite)) {
            throw new RefusedException(Said.of("explain.anew.none", metric.key()));
        }
        List<DropColumn> each = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            double[] lost = lost(metric, scores[0], scores[i + 1]);
            boolean finite = Arrays.stream(lost).allMatch(Double::isFinite);
            each.add(new DropColumn(columns.get(i), lost, PairedTest.of(finite ? lost : new double[] {Double.NaN},
                    Fold.ratio(rows.folds()), 0)));
        }
        return new Dropped(scores[0], each);
    }

    /** How much worse the second are, fold by fold. */
    static double[] lost(ScoreMetric metric, double[] with, double[] without) {
        double[] lost = new double[with.length];
        Arrays.setAll(lost, i -> metric.higherIsBetter() ? with[i] - without[i] : without[i] - with[i]);
        return lost;
    }

    /** The same data without a column to learn from, and without what is made of it. */
    static DataSpec without(DataSpec spec, Table table, String column) {
        ColumnSpec ignored = new ColumnSpec(column, table.column(column).type(), Role.IGNORED);
        DataSpec rest = spec.withMade(spec.madeColumns().stream().filter(each -> !each.of().contains(column)).toList());
        return rest.withColumns(Stream.concat(spec.columns().stream().filter(each -> !each.name().equals(column)), Stream.of(ignored))
                .toList());
    }
}
