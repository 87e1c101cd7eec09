package downhill.race;

import downhill.race.document.TrainingSpec;
import java.util.function.Supplier;

/**
 * What early stopping remembers of the validations up to some step.
 *
 * @param loss       of the best validation, infinite before the first
 * @param step       of the best validation, −1 before the first
 * @param bad        validations since without enough gain
 * @param parameters with which each seed was asked at the best validation, null unless they may be needed; never written to
 */
public record BestSoFar(double loss, long step, int bad, double[][] parameters) {
    /** Before the first validation. */
    public static final BestSoFar NOTHING = new BestSoFar(Double.POSITIVE_INFINITY, -1, 0, null);

    BestSoFar after(long at, double validationLoss, TrainingSpec.EarlyStopping rule, Supplier<double[][]> now) {
        boolean first = step < 0 && !Double.isNaN(validationLoss);
        if (first || validationLoss < limit(rule)) {
            return new BestSoFar(validationLoss, at, 0, rule.restoreBest() ? now.get() : null);
        }
        return new BestSoFar(loss, step, bad + 1, parameters);
    }

    /** Below this a loss is better. Any number is better than an infinite loss, of which no part can be taken away. */
    private double limit(TrainingSpec.EarlyStopping rule) {
        return Double.isInfinite(loss) ? loss : loss - rule.minimumGain() * Math.abs(loss);
    }

    boolean exhausted(TrainingSpec.EarlyStopping rule) {
        return bad >= rule.patience();
    }
}
