package downhill.engine.train;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Loss and gradient of some rows as sums in float64, so that those of several workers can be added up: what the rows count for, Σ w, and
 * Σ w·loss and Σ w·∂loss/∂θ over them. The (weighted) mean of all is the sum divided by the weight.
 */
public final class SummedGradient implements Serializable {
    private static final long serialVersionUID = 1L;

    private final double[] gradient;
    private double weight;
    private double loss;

    /** Of no rows. */
    public SummedGradient(int parameters) {
        gradient = new double[parameters];
    }

    /** Adds rows of which the mean is known. */
    public void add(double rows, double meanLoss, double[] meanGradient) {
        weight += rows;
        loss += rows * meanLoss;
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] += rows * meanGradient[i];
        }
    }

    /** Adds the rows of another. */
    public void add(SummedGradient other) {
        weight += other.weight;
        loss += other.loss;
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] += other.gradient[i];
        }
    }

    /** What the rows count for; their number where all count the same. */
    public double weight() {
        return weight;
    }

    /** Mean loss; NaN of no rows. */
    public double loss() {
        return loss / weight;
    }

    /** Mean gradient [P]; NaN of no rows. */
    public double[] gradient() {
        return Arrays.stream(gradient).map(each -> each / weight).toArray();
    }
}
