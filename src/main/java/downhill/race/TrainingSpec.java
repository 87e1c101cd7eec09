package downhill.race;

import downhill.optim.Clipping;
import downhill.optim.Penalty;

/**
 * What all contenders share unless one of them says otherwise.
 *
 * @param steps         the budget: updates of each contender
 * @param batchSize     rows per step, or 0 for the full batch
 * @param penalty       on weights
 * @param clipping      of gradients
 * @param earlyStopping or null
 * @param augmentation  of training inputs, or null
 */
public record TrainingSpec(long steps, int batchSize, Penalty penalty, Clipping clipping, EarlyStopping earlyStopping,
                           AugmentationSpec augmentation) {

    /** Nothing but a budget and a batch size. */
    public static TrainingSpec of(long steps, int batchSize) {
        return new TrainingSpec(steps, batchSize, Penalty.NONE, new Clipping.None(), null, null);
    }

    /**
     * Ends a contender whose validation loss no longer falls.
     *
     * @param patience    validations without improvement before the end, at least 1
     * @param minimumGain relative gain that counts as an improvement, 0 or more
     * @param restoreBest go back to the parameters of the best validation
     */
    public record EarlyStopping(int patience, double minimumGain, boolean restoreBest) {
    }

    /**
     * Changes to training inputs, drawn anew each step.
     *
     * @param jitter standard deviation of Gaussian noise added to each value, 0 for none
     * @param shift  images: largest shift in pixels along each axis, 0 for none
     * @param flip   images: mirrored left to right half of the time
     */
    public record AugmentationSpec(double jitter, int shift, boolean flip) {
    }
}
