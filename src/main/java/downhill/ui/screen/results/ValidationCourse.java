package downhill.ui.screen.results;

import downhill.analysis.diagnosis.BestValidation;
import downhill.analysis.diagnosis.Overfitting;
import downhill.race.history.Curve;
import java.util.function.Supplier;

/**
 * What the validations recorded up to the step shown say of a contender.
 *
 * @param best        the lowest so far; null where there is none
 * @param overfitting null where it does not overfit
 */
public record ValidationCourse(BestValidation best, Overfitting overfitting) {
    /** Where nothing was validated. */
    public static final ValidationCourse NONE = new ValidationCourse(null, null);

    /**
     * Of two curves up to the step shown; the training loss is read only where the validation loss gives reason to.
     *
     * @param told the validation loss told now
     */
    static ValidationCourse of(Curve validated, Supplier<Curve> training, double told) {
        BestValidation best = BestValidation.of(validated).orElse(null);
        return best == null || !(told > best.loss()) ? new ValidationCourse(best, null)
                : new ValidationCourse(best, Overfitting.of(validated, training.get(), told).orElse(null));
    }

    /** NaN where there is none. */
    public double loss() {
        return best == null ? Double.NaN : best.loss();
    }

    /** NaN where there is none. */
    public double step() {
        return best == null ? Double.NaN : best.step();
    }
}
