package downhill.optim;

import downhill.setting.Interval;
import downhill.setting.Kind;
import downhill.setting.Setting;

/** How a gradient is kept from being too large, before the rule sees it. */
public sealed interface Clipping {

    /** The greatest norm of a gradient. */
    Setting<Double> NORM = Setting.of("training.clipping.norm", Kind.real(Interval.ABOVE_ZERO), 1.0).option("--clip-norm").whenAsked();
    /** The greatest size of a component. */
    Setting<Double> VALUE = Setting.of("training.clipping.value", Kind.real(Interval.ABOVE_ZERO), 1.0).option("--clip-value").whenAsked();

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
            NORM.checked(limit);
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
            VALUE.checked(limit);
        }

        @Override
        public void apply(double[] gradient) {
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] = Math.max(-limit, Math.min(limit, gradient[i]));
            }
        }
    }
}
