package downhill.model;

import java.io.Serializable;
import downhill.words.Said;

/**
 * How the first values are drawn.
 *
 * @param scheme the distribution
 * @param value  the constant of CONSTANT or the standard deviation of NORMAL; not used by the others
 */
public record Initializer(Scheme scheme, double value) implements Serializable {

    /** Distributions of weights. Biases start at zero in all but {@link #TORCH}; gains of a layer norm start at 1. */
    public enum Scheme {
        /** Uniform within ±1/√fanIn, biases too: PyTorch's default (He et al. 2015 with a = √5); recurrent cells ±1/√hidden. */
        TORCH,
        /** Uniform within ±√(6/(fanIn + fanOut)) (Glorot &amp; Bengio 2010). */
        XAVIER_UNIFORM,
        /** Normal with variance 2/(fanIn + fanOut) (Glorot &amp; Bengio 2010). */
        XAVIER_NORMAL,
        /** Normal with variance 2/fanIn (He et al. 2015). */
        HE_NORMAL,
        /**
         * Normal with variance 1/fanIn, and 1/fanIn² in the last layer: μP, in which the best rate does not depend on the width where the
         * steps of hidden and last layers shrink by 1/fanIn for Adam (Yang et al. 2021, table 3).
         */
        MU_P,
        /** All weights 0. */
        ZEROS,
        /** All weights {@link Initializer#value()}. */
        CONSTANT,
        /** Normal with standard deviation {@link Initializer#value()}. */
        NORMAL
    }

    /** PyTorch's default. */
    public static final Initializer DEFAULT = of(ModelSettings.INITIALIZER.usual());

    public Initializer {
        if (!Double.isFinite(value) || scheme == Scheme.NORMAL && value < 0) {
            throw new ModelException(Said.of("model.initializer", value));
        }
    }

    /** A scheme without a value of its own; NORMAL with σ = 0.1, CONSTANT with 0. */
    public static Initializer of(Scheme scheme) {
        return new Initializer(scheme, scheme == Scheme.NORMAL ? 0.1 : 0);
    }

    public static Initializer constant(double value) {
        return new Initializer(Scheme.CONSTANT, value);
    }

    public static Initializer normal(double standardDeviation) {
        return new Initializer(Scheme.NORMAL, standardDeviation);
    }
}
