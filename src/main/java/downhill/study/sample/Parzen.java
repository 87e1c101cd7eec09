package downhill.study.sample;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.math3.special.Erf;

/**
 * A mixture on [0, 1] made of normal ones around points, cut off at both ends, each as wide as the larger distance to its neighbours, and
 * one around the middle that stands for not knowing (Bergstra et al. 2011), as Optuna makes it. What is compared is not the density: each
 * normal one counts by its height, however wide, so that narrow ones do not hold the search where it has been (as in Optuna 3.1.0; later
 * releases divide by the width, with which the best of 64 trials is worse on each of four functions).
 */
final class Parzen {
    private static final double ROOT_2 = Math.sqrt(2);
    /** The narrowest is this part of the whole, or one over the points where they are fewer. */
    private static final double FINEST = 100;

    private final double[] centres;
    private final double[] widths;
    private final double[] weights;
    /** The part of each normal one that lies between the ends. */
    private final double[] within;

    /**
     * @param points  in [0, 1], in the order in which they were tried
     * @param weights of each point; that of the middle is 1
     */
    Parzen(double[] points, double[] weights) {
        int n = points.length;
        centres = Arrays.copyOf(points, n + 1);
        centres[n] = 0.5;
        widths = widths(centres);
        widths[n] = 1;
        this.weights = Arrays.copyOf(weights, n + 1);
        this.weights[n] = 1;
        double sum = Arrays.stream(this.weights).sum();
        Arrays.setAll(this.weights, i -> this.weights[i] / sum);
        within = new double[n + 1];
        Arrays.setAll(within, i -> below(1, i) - below(0, i));
    }

    private static double[] widths(double[] centres) {
        Integer[] order = new Integer[centres.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(centres[a], centres[b]));
        double[] widths = new double[centres.length];
        double least = 1 / Math.min(FINEST, centres.length + 1.0);
        for (int i = 0; i < order.length; i++) {
            double left = i > 0 ? centres[order[i]] - centres[order[i - 1]] : 0;
            double right = i < order.length - 1 ? centres[order[i + 1]] - centres[order[i]] : 0;
            widths[order[i]] = Math.max(least, Math.max(left, right)); // the ends are no neighbours
        }
        return widths;
    }

    /** A point drawn from it. */
    double draw(SplittableRandom random) {
        double target = random.nextDouble();
        int i = 0;
        while (i < weights.length - 1 && target >= weights[i]) {
            target -= weights[i++];
        }
        while (true) { // a third of each normal one at least lies between the ends
            double x = centres[i] + widths[i] * Draws.gaussian(random);
            if (x >= 0 && x <= 1) {
                return x;
            }
        }
    }

    /** The logarithm of the weighted heights, each a part of what lies between the ends. */
    double log(double x) {
        double sum = 0;
        for (int i = 0; i < centres.length; i++) {
            double z = (x - centres[i]) / widths[i];
            sum += weights[i] * Math.exp(-z * z / 2) / within[i];
        }
        return Math.log(sum);
    }

    private double below(double end, int i) {
        return 0.5 * Erf.erfc(-(end - centres[i]) / (widths[i] * ROOT_2));
    }
}
