package downhill.ui.screen.explain;

import downhill.analysis.explain.Explained;
import downhill.analysis.explain.ExplainedColumn;
import downhill.analysis.explain.ExplainedRows;
import downhill.analysis.explain.Shap;
import downhill.data.Progress;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What pairs of features do beyond what each does.
 *
 * @param asked   which model
 * @param columns the features
 * @param pairs   the strongest first
 * @param rows    over which their sizes were averaged
 * @param refused why there is nothing; null where there is
 */
record PairShares(Asked asked, List<ExplainedColumn> columns, List<Pair> pairs, int rows, Said refused) {
    private static final int MOST_ROWS = 60;
    private static final int FEW_ROWS = 4;
    private static final long RUNNING = 200_000;

    /**
     * Two features.
     *
     * @param size mean size of their SHAP interaction over the rows
     */
    record Pair(int one, int other, double size) {
    }

    PairShares {
        columns = List.copyOf(columns);
        pairs = List.copyOf(pairs);
    }

    static PairShares of(Question question, Engines engines, Progress progress) {
        return of(question.asked(), engines, question.running() ? RUNNING : ShareWork.RESTING, progress);
    }

    /** The same with so many answers of the model at most, about. */
    static PairShares of(Asked asked, Engines engines, long answers, Progress progress) {
        Explained model = engines.of(asked);
        ExplainedRows all = engines.rows(asked);
        ExplainedRows behind = engines.behind(asked);
        long each = Math.max(1, Background.answers(model.columns().size(), behind.count()));
        long most = answers / each;
        ExplainedRows some = all.pick(Evenly.of(all.count(), (int) Math.max(FEW_ROWS, Math.min(MOST_ROWS, most))));
        if (model.columns().size() < 2) {
            return new PairShares(asked, model.columns(), List.of(), 0, Said.of("explain.pairs.one"));
        }
        try {
            double[][][][] found = new Shap(model, behind, 1).interactions(some, progress);
            return new PairShares(asked, model.columns(), sorted(found, asked.isOfClasses() ? asked.chosen() : 0), some.count(), null);
        } catch (RefusedException refused) {
            return new PairShares(asked, model.columns(), List.of(), 0, Said.message(refused));
        }
    }

    /** Of a pair twice what stands in one of its two places: the two are halves. */
    private static List<Pair> sorted(double[][][][] found, int output) {
        List<Pair> pairs = new ArrayList<>();
        for (int one = 0; one < found[0].length; one++) {
            for (int other = one + 1; other < found[0].length; other++) {
                double sum = 0;
                for (double[][][] row : found) {
                    sum += 2 * Math.abs(row[one][other][output]);
                }
                pairs.add(new Pair(one, other, sum / found.length));
            }
        }
        pairs.sort(Comparator.comparingDouble(pair -> -pair.size()));
        return pairs;
    }

    /** How much two features of these names do together; NaN where they are none of a pair. */
    double size(List<String> names) {
        return pairs.stream().filter(pair -> names(pair).containsAll(names)).mapToDouble(Pair::size).findFirst().orElse(Double.NaN);
    }

    /** Names of the two. */
    List<String> names(Pair pair) {
        return List.of(columns.get(pair.one()).name(), columns.get(pair.other()).name());
    }
}
