package downhill.study.automl;

import downhill.analysis.score.ScoreMetric;
import downhill.data.DataSpec;
import downhill.data.Table;
import downhill.optim.RuleLibrary;

/**
 * What all trials of AutoML have in common, beside how they are made.
 *
 * @param rows    divided
 * @param metric  by which they are judged
 * @param steps   of a trial
 * @param threads that may compute, at least 1
 */
public record AutoCourse(AutoRows rows, ScoreMetric metric, long steps, RuleLibrary library, int threads) {
    /**
     * Divides the rows.
     *
     * @param table as it was read
     * @param data  with a share under seal
     * @throws downhill.words.RefusedException of one sentence where these rows are too few
     */
    public static AutoCourse of(Table table, DataSpec data, ScoreMetric metric, long steps, RuleLibrary library, int threads) {
        return new AutoCourse(new AutoRows(table, data), metric, steps, library, threads);
    }

    /** The same rows, with another number of threads. */
    public AutoCourse withThreads(int other) {
        return new AutoCourse(rows, metric, steps, library, other);
    }
}
