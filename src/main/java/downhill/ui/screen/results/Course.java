package downhill.ui.screen.results;

import downhill.analysis.diagnosis.BestValidation;
import downhill.analysis.diagnosis.Overfitting;
import downhill.race.Outcome;
import downhill.race.RaceSnapshot.Standing;
import downhill.race.Racing;
import downhill.race.Racing.Quantity;
import downhill.race.history.Curve;

/**
 * What the validations recorded up to the step shown say of a contender.
 *
 * @param best        the lowest so far; null where there is none
 * @param overfitting null where it does not overfit
 */
public record Course(BestValidation best, Overfitting overfitting) {
    /** Where nothing was validated. */
    public static final Course NONE = new Course(null, null);
    private static final int POINTS = 4000;

    /** Of a contender that stands so; the training loss is read only where the validation loss gives reason to. */
    static Course of(Racing race, Standing standing, double validation) {
        if (race == null || standing == null || standing.outcome() == Outcome.UNBORN) {
            return NONE;
        }
        Curve validated = read(race, standing, Quantity.VALIDATION_LOSS);
        BestValidation best = BestValidation.of(validated).orElse(null);
        return best == null || !(validation > best.loss()) ? new Course(best, null)
                : new Course(best, Overfitting.of(validated, read(race, standing, Quantity.TRAINING_LOSS), validation).orElse(null));
    }

    private static Curve read(Racing race, Standing standing, Quantity quantity) {
        return race.curve(standing.id(), quantity, POINTS).upTo(standing.step());
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
