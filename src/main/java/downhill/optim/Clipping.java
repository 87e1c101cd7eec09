package downhill.optim;

import downhill.words.Said;

/** How a gradient is kept from being too large, before the rule sees it. */
public sealed interface Clipping {

    /** Clips in place. */
    void apply(double[] gradient);

    /** The gradient as it is. */
    record None() implements Clipping {
        @Override
        public void apply(double[] gradient) {
            // Nothing to do: that is the point of this choice.
        }
    }

    /**
     * Scales the whole gradient so that its Euclidean norm does not exceed {@code limit}: by limit / (norm + 1e-6) where that is
     * below 1. The 1e-6 is PyTorch's ({@code clip_grad_norm_}).
     */
    record ByNorm(double limit) implements Clipping {
        /** PyTorch's guard against division by zero. */
        public static final double GUARD = 1e-6;

        /** Refuses limits that are not above 0. */
        public ByNorm {
            NumberChecks.positive(limit, Said.of("clipping.norm"));
        }

        /** The factor for a gradient of this norm, at most 1. */
        public double factor(double norm) {
            return Math.min(1, limit / (norm + GUARD));
        }

        @Override
        public void apply(double[] gradient) {
            double squares = 0;
            for (double g : gradient) {
                squares += g * g;
            }
            double factor = factor(Math.sqrt(squares));
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] *= factor;
            }
        }
    }

    /** Limits each component to [−limit, limit]. */
    record ByValue(double limit) implements Clipping {
        /** Refuses limits that are not above 0. */
        public ByValue {
            NumberChecks.positive(limit, Said.of("clipping.value"));
        }

        @Override
        public void apply(double[] gradient) {
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] = Math.max(-limit, Math.min(limit, gradient[i]));
            }
        }
    }
}
