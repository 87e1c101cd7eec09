package downhill.model;

import java.io.Serializable;

/**
 * Numbers that a loss can be given.
 *
 * @param huberDelta     δ of {@link Loss#HUBER}: where its square goes over into a line; above 0, in units of the (scaled) target
 * @param labelSmoothing ε of the cross-entropies: the share of each target that is spread evenly over all classes, from 0 (none) to below 1
 * @param classWeights   of the cross-entropies: what rows of each class count for; null where all classes count the same
 */
public record LossOptions(double huberDelta, double labelSmoothing, ClassWeights classWeights) implements Serializable {
    /** What a loss is without any. */
    public static final LossOptions DEFAULT =
            new LossOptions(ModelSettings.HUBER_DELTA.usual(), ModelSettings.LABEL_SMOOTHING.usual(), null);

    public LossOptions {
        ModelSettings.require(ModelSettings.HUBER_DELTA, huberDelta);
        ModelSettings.require(ModelSettings.LABEL_SMOOTHING, labelSmoothing);
    }

    /** With classes that all count the same. */
    public LossOptions(double huberDelta, double labelSmoothing) {
        this(huberDelta, labelSmoothing, null);
    }

    /** Without what {@code loss} has no use for. */
    LossOptions fitting(Loss loss) {
        double delta = loss == Loss.HUBER ? huberDelta : DEFAULT.huberDelta;
        return loss.onLogits() ? new LossOptions(delta, labelSmoothing, classWeights) : new LossOptions(delta, DEFAULT.labelSmoothing);
    }
}
