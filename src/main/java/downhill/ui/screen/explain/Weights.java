package downhill.ui.screen.explain;

import downhill.analysis.explain.ColumnImportance;
import downhill.analysis.explain.Explained;
import downhill.analysis.explain.ExplainedColumn;
import downhill.analysis.explain.ExplainedRows;
import downhill.analysis.explain.PermutationImportance;
import downhill.analysis.score.ScoreMetric;
import downhill.data.Progress;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How much worse a model is where the values of a column are shuffled.
 *
 * @param asked   which model
 * @param columns the features
 * @param each    of them
 * @param metric  that is lost
 */
record Weights(Asked asked, List<ExplainedColumn> columns, List<ColumnImportance> each, ScoreMetric metric) {
    private static final int REPEATS = 5;
    private static final int ROWS = 1000;

    static Weights of(Question question, Engines engines, Progress progress) {
        return of(question.asked(), engines, progress);
    }

    static Weights of(Asked asked, Engines engines, Progress progress) {
        Explained model = engines.of(asked);
        ExplainedRows all = engines.rows(asked);
        ScoreMetric metric = ScoreMetric.usual(asked.prepared().task());
        List<int[]> groups = IntStream.range(0, model.columns().size()).mapToObj(i -> new int[] {i}).toList();
        List<ColumnImportance> each = new PermutationImportance(model, all.pick(Evenly.of(all.count(), ROWS)), metric, 1)
                .of(groups, REPEATS, 0, progress);
        return new Weights(asked, model.columns(), each, metric);
    }

    /** Columns, that which matters most first. */
    List<Integer> order() {
        return IntStream.range(0, each.size()).boxed().sorted(Comparator.comparingDouble((Integer i) -> -each.get(i).mean())).toList();
    }
}
