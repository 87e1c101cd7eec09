package downhill.model;

import downhill.words.Said;

/**
 * How a model learns from another.
 *
 * @param temperature by which logits are divided before they become probabilities; at least 1
 * @param mixture     share of the loss that goes by the teacher, the rest by the targets; 0 to 1
 */
public record Teaching(double temperature, double mixture) {
    /** @throws ModelException for other numbers */
    public Teaching {
        if (!(temperature >= 1) || Double.isInfinite(temperature) || !(mixture >= 0 && mixture <= 1)) {
            throw new ModelException(Said.of("compress.teaching", temperature, mixture));
        }
    }
}
