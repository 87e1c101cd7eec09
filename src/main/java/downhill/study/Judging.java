package downhill.study;

import downhill.analysis.score.ScoreMetric;
import downhill.data.DataSpec;
import downhill.data.TaskKind;
import downhill.data.prepare.FoldedRows;
import downhill.data.prepare.Prepared;
import downhill.optim.RuleLibrary;
import downhill.race.document.Experiment;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** By which rows trials are judged, and what of them is counted. The smaller, the better. */
public final class Judging {
    private interface Maker {
        Course begin(Experiment experiment, RuleLibrary library, int threads);
    }

    private final Maker maker;
    private final ScoreMetric metric;

    private Judging(Maker maker, ScoreMetric metric) {
        this.maker = maker;
        this.metric = metric;
    }

    /**
     * By the loss on the validation rows, to the last bit as a race has it.
     *
     * @param rows of a specification of data; asked once for each
     */
    public static Judging bySplit(Function<DataSpec, Prepared> rows) {
        Function<DataSpec, Prepared> known = remembering(rows);
        return new Judging((experiment, library, threads) -> new SplitCourse(experiment, known.apply(data(experiment)), library, threads),
                null);
    }

    /**
     * By the mean over folds of a metric on the rows held out of each, as a cross-validation has them.
     *
     * @param rows   of a specification of data; asked once for each
     * @param metric of which less is better, and which is defined on the rows of every fold
     */
    public static Judging byFolds(Function<DataSpec, FoldedRows> rows, ScoreMetric metric) {
        Function<DataSpec, FoldedRows> known = remembering(rows);
        return new Judging((experiment, library, threads) -> new FoldCourse(experiment, known.apply(data(experiment)), metric, library,
                threads), metric);
    }

    /** What folds are judged by: log loss for classes, the root of the mean squared error in the target's own unit for numbers. */
    public static ScoreMetric metric(TaskKind task) {
        return task.isClassification() ? ScoreMetric.LOG_LOSS : ScoreMetric.RMSE;
    }

    private static DataSpec data(Experiment experiment) {
        return PartSlot.learning(experiment).data();
    }

    private static <T> Function<DataSpec, T> remembering(Function<DataSpec, T> rows) {
        Map<DataSpec, T> known = new HashMap<>();
        return data -> {
            T found = known.get(data);
            if (found == null) {
                found = rows.apply(data);
                known.put(data, found);
            }
            return found;
        };
    }

    /** What is counted: {@code loss} for one split, else the key of the metric. */
    public String measure() {
        return metric == null ? "loss" : metric.key();
    }

    /** Whether trials that look at validation rows while they train learn from other rows than those that do not. */
    boolean tellsApart() {
        return metric != null;
    }

    Course begin(Experiment experiment, RuleLibrary library, int threads) {
        return maker.begin(experiment, library, threads);
    }
}
