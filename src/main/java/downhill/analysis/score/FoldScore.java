package downhill.analysis.score;

import downhill.race.Outcome;

/**
 * One run on the rows held out of its fold.
 *
 * @param repeat  which division of all rows, from 0
 * @param fold    which fold of it, from 0
 * @param seed    of initial values and batches
 * @param value   NaN where it diverged, or its outputs there are no numbers
 * @param outcome how the run stands
 * @param steps   updates done
 */
public record FoldScore(int repeat, int fold, long seed, double value, Outcome outcome, long steps) {
    /** Whether there is no score because the run, or what it says, is not finite. */
    public boolean diverged() {
        return outcome == Outcome.DIVERGED || Double.isNaN(value);
    }
}
