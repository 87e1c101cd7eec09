package downhill.race.document;

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

    /** The same with another budget. */
    public TrainingSpec withSteps(long budget) {
        return new TrainingSpec(budget, batchSize, penalty, clipping, earlyStopping, augmentation);
    }

    public TrainingSpec withBatchSize(int other) {
        return new TrainingSpec(steps, other, penalty, clipping, earlyStopping, augmentation);
    }

    public TrainingSpec withPenalty(Penalty other) {
        return new TrainingSpec(steps, batchSize, other, clipping, earlyStopping, augmentation);
    }

    public TrainingSpec withClipping(Clipping other) {
        return new TrainingSpec(steps, batchSize, penalty, other, earlyStopping, augmentation);
    }

    /** With early stopping, or with none where it is null. */
    public TrainingSpec withEarlyStopping(EarlyStopping other) {
        return new TrainingSpec(steps, batchSize, penalty, clipping, other, augmentation);
    }

    /** With other changes to training inputs; one that changes nothing is none. */
    public TrainingSpec withAugmentation(AugmentationSpec other) {
        return new TrainingSpec(steps, batchSize, penalty, clipping, earlyStopping, other == null || other.isNone() ? null : other);
    }

    /** Whether what the model sees of a row is changed anew in each step. */
    public boolean isNoisy() {
        return augmentation != null && augmentation.isOfInputs();
    }

    /** Whether targets are shuffled among the training rows, again and again. */
    public boolean relabels() {
        return augmentation != null && augmentation.relabel() > 0;
    }

    /**
     * Ends a contender whose validation loss no longer falls. With {@code restoreBest} one that ends, so or with its last step,
     * answers with the parameters of its best validation: the latest that fell by more than the gain below the best before it.
     *
     * @param patience    validations without improvement before the end, at least 1
     * @param minimumGain relative gain that counts as an improvement, 0 or more
     * @param restoreBest answer with the parameters of the best validation, else with those of the end
     */
    public record EarlyStopping(int patience, double minimumGain, boolean restoreBest) {
    }

    /**
     * Changes to training inputs, drawn anew each step. Standard deviations are in the units that the model sees, after scaling.
     *
     * @param jitter standard deviation of Gaussian noise added to each value, 0 for none
     * @param shift  images: largest shift in pixels along each axis, 0 for none
     * @param flip   images: mirrored left to right half of the time
     * @param noise  images: standard deviation of Gaussian noise added to each pixel after moving, 0 for none
     * @param relabel steps after which the targets are shuffled among the training rows anew, from the first step on; 0 for never
     */
    public record AugmentationSpec(double jitter, int shift, boolean flip, double noise, int relabel) {
        /** No change. */
        static final AugmentationSpec NONE = new AugmentationSpec(0, 0, false, 0);

        /** Refuses what the settings refuse. */
        public AugmentationSpec {
            TrainingSettings.JITTER.checked(jitter);
            TrainingSettings.SHIFT.checked((long) shift);
            TrainingSettings.NOISE.checked(noise);
            TrainingSettings.RELABEL.checked((long) relabel);
        }

        /** With the targets that the rows have. */
        public AugmentationSpec(double jitter, int shift, boolean flip, double noise) {
            this(jitter, shift, flip, noise, 0);
        }

        /** Of a table. */
        public static AugmentationSpec jitter(double deviation) {
            return new AugmentationSpec(deviation, 0, false, 0);
        }

        /** Of images. */
        public static AugmentationSpec image(int shift, boolean flip, double noise) {
            return new AugmentationSpec(0, shift, flip, noise);
        }

        /** Whether there is a change that only images can have. */
        public boolean isOfImages() {
            return shift != 0 || flip || noise != 0;
        }

        /** Whether what the model sees of a row is changed. */
        public boolean isOfInputs() {
            return jitter != 0 || isOfImages();
        }

        /** Whether nothing is changed. */
        public boolean isNone() {
            return relabel == 0 && !isOfInputs();
        }
    }
}
