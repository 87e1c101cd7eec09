package downhill.analysis.curvature;

import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/**
 * The loss along a way from one point of the parameters to another.
 *
 * @param at     where on the way, from 0 to 1
 * @param losses there
 */
public record LossLine(double[] at, double[] losses) {
    private static final int NODES = 9;
    /** Of the largest slope: what is smaller is not magnified to a whole step. */
    private static final double ROUNDING = 1e-8;
    private static final double FORGET = 0.9;
    private static final double FORGET_SQUARES = 0.99;

    /** Along the straight line (Goodfellow, Vinyals &amp; Saxe 2015). */
    public static LossLine straight(ToDoubleFunction<double[]> loss, double[] from, double[] to, int points) {
        return curved(loss, from, middle(from, to), to, points);
    }

    /** Along the quadratic Bézier curve (1 − t)²·from + 2t(1 − t)·bend + t²·to (Garipov et al. 2018, section 3.2). */
    public static LossLine curved(ToDoubleFunction<double[]> loss, double[] from, double[] bend, double[] to, int points) {
        double[] at = new double[points];
        double[] losses = new double[points];
        for (int i = 0; i < points; i++) {
            at[i] = (double) i / (points - 1);
            losses[i] = loss.applyAsDouble(point(from, bend, to, at[i]));
        }
        return new LossLine(at, losses);
    }

    /** The most by which the loss exceeds what lies straight between the losses of both ends (Frankle et al. 2020); at least 0. */
    public double barrier() {
        double most = 0;
        double first = losses[0];
        double last = losses[losses.length - 1];
        for (int i = 0; i < losses.length; i++) {
            double over = losses[i] - (1 - at[i]) * first - at[i] * last;
            most = Double.isNaN(over) ? Double.NaN : Math.max(most, over);
        }
        return most;
    }

    /**
     * The bend of a Bézier curve along which the mean loss is low (Garipov et al. 2018, algorithm of section 3.3): Adam's steps on the
     * mean over nine places of the curve, beginning with the straight line, their length falling to 0.
     *
     * @param gradient of the loss
     * @param steps    of the bend; each takes nine gradients
     */
    public static double[] bend(UnaryOperator<double[]> gradient, double[] from, double[] to, int steps) {
        double[] bend = middle(from, to);
        double[] mean = new double[bend.length];
        double[] squares = new double[bend.length];
        double length = distance(from, to) / Math.sqrt(bend.length) / 10;
        for (int step = 1; step <= steps; step++) {
            double[] slope = slope(gradient, from, bend, to);
            double rate = length * (1 + Math.cos(Math.PI * (step - 1) / steps)) / 2;
            double most = 0;
            for (int i = 0; i < bend.length; i++) {
                mean[i] = FORGET * mean[i] + (1 - FORGET) * slope[i];
                squares[i] = FORGET_SQUARES * squares[i] + (1 - FORGET_SQUARES) * slope[i] * slope[i];
                most = Math.max(most, squares[i]);
            }
            double correction = Math.sqrt(1 - Math.pow(FORGET_SQUARES, step)) / (1 - Math.pow(FORGET, step));
            for (int i = 0; i < bend.length && most > 0; i++) {
                bend[i] -= rate * correction * mean[i] / (Math.sqrt(squares[i]) + ROUNDING * Math.sqrt(most));
            }
        }
        return bend;
    }

    private static double[] slope(UnaryOperator<double[]> gradient, double[] from, double[] bend, double[] to) {
        double[] sum = new double[bend.length];
        for (int node = 0; node < NODES; node++) {
            double t = (node + 0.5) / NODES;
            double[] one = gradient.apply(point(from, bend, to, t));
            for (int i = 0; i < sum.length; i++) {
                sum[i] += 2 * t * (1 - t) * one[i] / NODES;
            }
        }
        return sum;
    }

    private static double[] point(double[] from, double[] bend, double[] to, double t) {
        double[] made = new double[from.length];
        for (int i = 0; i < made.length; i++) {
            made[i] = (1 - t) * (1 - t) * from[i] + 2 * t * (1 - t) * bend[i] + t * t * to[i];
        }
        return made;
    }

    private static double[] middle(double[] from, double[] to) {
        double[] made = new double[from.length];
        for (int i = 0; i < made.length; i++) {
            made[i] = (from[i] + to[i]) / 2;
        }
        return made;
    }

    private static double distance(double[] from, double[] to) {
        double sum = 0;
        for (int i = 0; i < from.length; i++) {
            sum += (from[i] - to[i]) * (from[i] - to[i]);
        }
        return Math.sqrt(sum);
    }
}
