package downhill.study.trial;

import java.io.Serializable;
import java.util.List;

/**
 * What is known of a complete trial beside its loss. A value.
 *
 * @param folds what it came to on each fold, repeat by repeat; empty where it was judged by one split
 * @param outer the same measure on rows that no trial is judged by; NaN where none were kept aside
 */
public record TrialScores(List<Double> folds, double outer) implements Serializable {
    /** Judged by one split, with no rows kept aside. */
    public static final TrialScores NONE = new TrialScores(List.of(), Double.NaN);

    /** Keeps a copy. */
    public TrialScores {
        folds = List.copyOf(folds);
    }

    /** Over the folds; NaN where one diverged, or there are none. */
    public double mean() {
        return folds.stream().mapToDouble(each -> each).average().orElse(Double.NaN);
    }

    /** Standard deviation over the folds (of a sample); NaN of fewer than two. */
    public double spread() {
        double mean = mean();
        double squares = folds.stream().mapToDouble(each -> (each - mean) * (each - mean)).sum();
        return folds.size() < 2 ? Double.NaN : Math.sqrt(squares / (folds.size() - 1));
    }
}
