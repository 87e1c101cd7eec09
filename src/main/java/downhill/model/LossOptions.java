package downhill.model;

/**
 * Numbers that a loss can be given.
 *
 * @param huberDelta     δ of {@link Loss#HUBER}: where its square goes over into a line; above 0, in units of the (scaled) target
 * @param labelSmoothing ε of the cross-entropies: the share of each target that is spread evenly over all classes, from 0 (none) to below 1
 * @param classWeights   of the cross-entropies: what rows of each class count for; null where all classes count the same
 */
public record LossOptions(double huberDelta, double labelSmoothing, ClassWeights classWeights) {
    /** What a loss is without any. */
    public static final LossOptions DEFAULT = new LossOptions(1, 0, null);

    public LossOptions {
        if (!(huberDelta > 0 && huberDelta < Double.POSITIVE_INFINITY)) {
            throw new ModelException("the Huber loss needs a δ above 0, not " + huberDelta);
        }
        if (!(labelSmoothing >= 0 && labelSmoothing < 1)) {
            throw new ModelException("label smoothing must be at least 0 and below 1, not " + labelSmoothing);
        }
    }

    /** With classes that all count the same. */
    public LossOptions(double huberDelta, double labelSmoothing) {
        this(huberDelta, labelSmoothing, null);
    }

    /** Without what {@code loss} has no use for. */
    LossOptions fitting(Loss loss) {
        return new LossOptions(loss == Loss.HUBER ? huberDelta : DEFAULT.huberDelta, loss.onLogits() ? labelSmoothing : DEFAULT.labelSmoothing,
                loss.onLogits() ? classWeights : null);
    }
}
