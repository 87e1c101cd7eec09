package downhill.analysis.score;

import downhill.data.split.Fold;
import downhill.race.Outcome;
import java.io.Serializable;

/**
 * What one run said of the rows held out of its fold.
 *
 * @param repeat      which division of all rows, from 0
 * @param fold        which fold of it, from 0
 * @param seed        of initial values and batches
 * @param outcome     how the run stands
 * @param steps       updates done
 * @param rows        rows of the table that it was asked about; do not write to them
 * @param predictions of these rows; null where the run has no answer, since it diverged
 */
public record HeldOut(int repeat, int fold, long seed, Outcome outcome, long steps, int[] rows, Predictions predictions)
        implements Serializable {

    /** Whether its rows are those of a fold. */
    public boolean isOf(Fold other) {
        return repeat == other.repeat() && fold == other.number();
    }

    /** By a metric; NaN where there is no answer or it is no number. */
    public FoldScore score(ScoreMetric metric) {
        return new FoldScore(repeat, fold, seed, predictions == null ? Double.NaN : metric.of(predictions), outcome, steps);
    }
}
