package downhill.model;

import downhill.words.Said;
import java.io.Serializable;

/**
 * Everything that says what a model is, before any data. A value: it can be stored, compared and shown.
 *
 * @param architecture the family and its sizes
 * @param loss         what is minimised
 * @param initializer  how the first values are drawn
 * @param dropout      share of hidden values set to zero in each training step, 0 (none) to below 1
 * @param lossOptions  what the loss is given; null where nothing differs from {@link LossOptions#DEFAULT}, as in documents of before
 * @param quantisation how its weights are whole numbers; null where they are real ones
 */
public record ModelSpec(Architecture architecture, Loss loss, Initializer initializer, double dropout, LossOptions lossOptions,
                        Quantisation quantisation) implements Serializable {
    public ModelSpec {
        if (architecture == null || loss == null || initializer == null) {
            throw new ModelException(Said.of("model.parts"));
        }
        ModelSettings.require(ModelSettings.DROPOUT, dropout);
        lossOptions = LossOptions.DEFAULT.equals(lossOptions) ? null : lossOptions;
        if (lossOptions != null && !lossOptions.fitting(loss).equals(lossOptions)) {
            throw new ModelException(misplaced(lossOptions, loss));
        }
    }

    private static Said misplaced(LossOptions options, Loss loss) {
        if (loss != Loss.HUBER && options.huberDelta() != LossOptions.DEFAULT.huberDelta()) {
            return Said.of("model.delta.huber");
        }
        return options.classWeights() == null ? Said.of("model.smoothing.classes")
                : Said.of("model.classes.misplaced");
    }

    /** With weights that are real numbers. */
    public ModelSpec(Architecture architecture, Loss loss, Initializer initializer, double dropout, LossOptions lossOptions) {
        this(architecture, loss, initializer, dropout, lossOptions, null);
    }

    /** With a loss that is given nothing. */
    public ModelSpec(Architecture architecture, Loss loss, Initializer initializer, double dropout) {
        this(architecture, loss, initializer, dropout, null);
    }

    /** With the default initializer and no dropout. */
    public ModelSpec(Architecture architecture, Loss loss) {
        this(architecture, loss, Initializer.DEFAULT, ModelSettings.DROPOUT.usual());
    }

    /** The same with what {@code value} has for its loss; the rest of {@code value}, and null, are as by default. */
    public ModelSpec withLossOptions(LossOptions value) {
        return new ModelSpec(architecture, loss, initializer, dropout, value == null ? null : value.fitting(loss), quantisation);
    }

    /** The same with another share of hidden values left out, 0 for none. */
    public ModelSpec withDropout(double other) {
        return new ModelSpec(architecture, loss, initializer, other, lossOptions, quantisation);
    }

    /** The same with weights of this kind; null for real numbers. */
    public ModelSpec withQuantisation(Quantisation other) {
        return new ModelSpec(architecture, loss, initializer, dropout, lossOptions, other);
    }

    /** The same with an architecture of other sizes. */
    public ModelSpec withArchitecture(Architecture other) {
        return new ModelSpec(other, loss, initializer, dropout, lossOptions, quantisation);
    }

    /** What the loss is given, whether it is written down or not. */
    public LossOptions settledOptions() {
        return lossOptions == null ? LossOptions.DEFAULT : lossOptions;
    }
}
