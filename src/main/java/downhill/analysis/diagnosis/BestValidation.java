package downhill.analysis.diagnosis;

import downhill.race.history.Curve;
import java.util.Optional;

/**
 * The best of the validations that were recorded: the points of the validation curve, each the mean over seeds.
 *
 * @param step of the lowest; of several that are equally low the first
 * @param loss the lowest validation loss
 */
public record BestValidation(long step, double loss) {
    /** Of a curve by rising step; empty where none of its points is a finite number. Curves thinned to extremes do as well. */
    public static Optional<BestValidation> of(Curve validation) {
        int best = -1;
        for (int i = 0; i < validation.size(); i++) {
            double loss = validation.y()[i];
            best = Double.isFinite(loss) && (best < 0 || loss < validation.y()[best]) ? i : best;
        }
        return best < 0 ? Optional.empty() : Optional.of(new BestValidation((long) validation.x()[best], validation.y()[best]));
    }
}
