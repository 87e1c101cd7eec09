package downhill.analysis.step;

import downhill.engine.train.RunSpec;
import downhill.optim.Clipping;

/**
 * How the gradient that a rule sees comes about, in float64: (data + penalty)·factor + decay, or with clipping by value each
 * component of data + penalty kept within its limit. Of what is frozen nothing but decay counts. All arrays [P].
 *
 * @param data    gradient of the data loss
 * @param penalty gradient of the penalty: l1·sign(θ) + l2·θ for weights, 0 for others
 * @param norm    Euclidean norm of data + penalty, of all that is not frozen
 * @param factor  what clipping multiplies each component by, 1 where it does nothing
 * @param decay   coupled weight decay λ·θ, added after clipping
 * @param total   what the rule sees as g
 */
public record GradientParts(double[] data, double[] penalty, double norm, double[] factor, double[] decay, double[] total) {

    /**
     * Takes a gradient through a run's penalty, clipping and decay.
     *
     * @param mask 1 for parameters that penalties hold for, else 0
     */
    public static GradientParts of(RunSpec run, double[] mask, double[] theta, double[] data) {
        int size = data.length;
        GradientParts parts = new GradientParts(data, new double[size], norm(run, mask, theta, data), new double[size],
                new double[size], new double[size]);
        for (int i = 0; i < size; i++) {
            parts.penalty[i] = mask[i] * run.penalty().gradient(theta[i]);
            double raw = run.isFrozen(i) ? 0 : data[i] + parts.penalty[i];
            parts.factor[i] = factor(run.clipping(), raw, parts.norm);
            parts.decay[i] = run.weightDecay() * theta[i];
            parts.total[i] = raw * parts.factor[i] + parts.decay[i];
        }
        return parts;
    }

    private static double norm(RunSpec run, double[] mask, double[] theta, double[] data) {
        double squares = 0;
        for (int i = 0; i < data.length; i++) {
            double raw = run.isFrozen(i) ? 0 : data[i] + mask[i] * run.penalty().gradient(theta[i]);
            squares += raw * raw;
        }
        return Math.sqrt(squares);
    }

    private static double factor(Clipping clipping, double raw, double norm) {
        if (clipping instanceof Clipping.ByNorm byNorm) {
            return byNorm.factor(norm);
        }
        boolean beyond = clipping instanceof Clipping.ByValue byValue && Math.abs(raw) > byValue.limit();
        return beyond ? ((Clipping.ByValue) clipping).limit() / Math.abs(raw) : 1;
    }
}
