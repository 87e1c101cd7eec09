package downhill.study;

import downhill.analysis.score.ScoreMetric;
import downhill.data.DataSpec;
import downhill.data.TaskKind;
import downhill.data.prepare.FoldData;
import downhill.data.prepare.FoldedRows;
import downhill.data.prepare.Prepared;
import downhill.optim.RuleLibrary;
import downhill.race.document.Experiment;
import downhill.study.trial.Trial;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** By which rows trials are judged, and what of them is counted. The smaller, the better. */
public final class Judging {
    private final Function<DataSpec, Prepared> split;
    private final Function<DataSpec, FoldedRows> folds;
    private final ScoreMetric metric;
    private final Function<DataSpec, Outside> outer;

    /** Rows kept aside, and the same as one fold. */
    private record Outside(FoldedRows rows, FoldData fold) {
        static Outside of(FoldedRows rows) {
            return new Outside(rows, rows.prepare(0, false));
        }

        /** Those that are judged take the place of the validation rows. */
        Prepared judged(Prepared rows) {
            return new Prepared(rows.training(), fold.held(), rows.task(), rows.featureNames(), rows.classNames(), rows.targetName(),
                    rows.preprocessing(), rows.notices());
        }
    }

    private Judging(Function<DataSpec, Prepared> split, Function<DataSpec, FoldedRows> folds, ScoreMetric metric,
                    Function<DataSpec, Outside> outer) {
        this.split = split;
        this.folds = folds;
        this.metric = metric;
        this.outer = outer;
    }

    /**
     * By the loss on the validation rows, to the last bit as a race has it.
     *
     * @param rows of a specification of data; asked once for each
     */
    public static Judging bySplit(Function<DataSpec, Prepared> rows) {
        return new Judging(remembering(rows), null, null, null);
    }

    /**
     * By the mean over folds of a metric on the rows held out of each, as a cross-validation has them.
     *
     * @param rows   of a specification of data; asked once for each
     * @param metric of which less is better, and which is defined on the rows of every fold
     */
    public static Judging byFolds(Function<DataSpec, FoldedRows> rows, ScoreMetric metric) {
        return new Judging(null, remembering(rows), metric, null);
    }

    /**
     * With the same measure taken of each complete trial on rows that no trial is judged by, so that it can be told what the choice among
     * many has added.
     *
     * @param sealed the rows of a race and those under seal, as {@link FoldedRows#sealed} gives them; asked once for each
     */
    public Judging keepingAside(Function<DataSpec, FoldedRows> sealed) {
        return new Judging(split, folds, metric, remembering(sealed.andThen(Outside::of)));
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
            synchronized (known) {
                T found = known.get(data);
                if (found == null) {
                    found = rows.apply(data);
                    known.put(data, found);
                }
                return found;
            }
        };
    }

    /** What is counted: {@code loss} for one split, else the key of the metric. */
    public String measure() {
        return metric == null ? "loss" : metric.key();
    }

    /** What guessing comes to on the rows kept aside, and how many there are; empty where there are none. */
    public Optional<Guess> guess(Experiment experiment) {
        return outer == null ? Optional.empty()
                : Optional.of(Guess.of(outer.apply(data(experiment)).fold, metric, PartSlot.learning(experiment).model()));
    }

    /** Whether trials that look at validation rows while they train learn from other rows than those that do not. */
    private boolean tellsApart() {
        return metric != null;
    }

    /** Trials as races, each a document whose contenders are called by the trials' numbers. */
    public List<Experiment> races(Recipe recipe, List<Trial> trials) {
        return recipe.races(trials, one -> tellsApart() && one.heedsValidation());
    }

    /** Races as {@link #races} gives them, trained side by side. */
    public Lap lap(List<Experiment> races, RuleLibrary library, int threads) {
        return new Heats(races, this, library, threads);
    }

    Course begin(Experiment experiment, RuleLibrary library, int threads) {
        DataSpec data = data(experiment);
        if (metric != null) {
            return new FoldCourse(experiment, folds.apply(data), outer == null ? null : outer.apply(data).rows, metric, library, threads);
        }
        Prepared rows = split.apply(data);
        return new SplitCourse(experiment, rows, outer == null ? null : outer.apply(data).judged(rows), library, threads);
    }
}
