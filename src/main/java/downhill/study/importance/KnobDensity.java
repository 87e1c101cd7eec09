package downhill.study.importance;

import java.util.Arrays;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * How densely trials lie along one knob. Numbers: normal curves of Scott's width, cut at the ends, over {@value #GRID} cells, beside one
 * that is nearly even. Choices: how often each was taken, with one trial more shared among them. Nothing is impossible.
 */
final class KnobDensity {
    private static final int GRID = 50;
    private static final double SCOTT = 1.059;
    /** Of a normal curve, between its quartiles, in standard deviations. */
    private static final double QUARTILES = 1.34;
    /** Nine tenths of the narrowest curve lie in one cell. */
    private static final double NARROWEST = 0.5 / 1.64;

    private KnobDensity() {
    }

    /**
     * The mass in each cell, which adds up to 1.
     *
     * @param units   where the trials are, 0 to 1; at least one
     * @param choices how many there are; 0 for numbers
     */
    static double[] of(double[] units, int choices) {
        return choices > 0 ? shares(units, choices) : curves(counts(units));
    }

    private static double[] shares(double[] units, int choices) {
        double[] shares = new double[choices];
        Arrays.fill(shares, 1.0 / choices / (units.length + 1));
        for (double unit : units) {
            shares[(int) Math.min(choices - 1, unit * choices)] += 1.0 / (units.length + 1);
        }
        return shares;
    }

    /** Those in the middle between two places belong to the lower one. */
    private static int[] counts(double[] units) {
        int[] counts = new int[GRID];
        for (double unit : units) {
            counts[(int) Math.max(0, Math.ceil(unit * (GRID - 1) - 0.5))]++;
        }
        return counts;
    }

    private static double[] curves(int[] counts) {
        double[] density = new double[GRID];
        int trials = Arrays.stream(counts).sum();
        double width = Math.max(NARROWEST, SCOTT * Math.min(middle(counts, trials) / QUARTILES, deviation(counts, trials))
                * Math.pow(trials, -0.2));
        for (int at = 0; at < GRID; at++) {
            if (counts[at] > 0) {
                add(density, at, width, counts[at] / (trials + 1.0));
            }
        }
        add(density, (GRID - 1) / 2.0, GRID, 1 / (trials + 1.0));
        return density;
    }

    private static void add(double[] density, double at, double width, double weight) {
        NormalDistribution curve = new NormalDistribution(null, at, width);
        double inside = curve.probability(-0.5, GRID - 0.5);
        for (int i = 0; i < GRID; i++) {
            density[i] += weight * curve.probability(i - 0.5, i + 0.5) / inside;
        }
    }

    private static double deviation(int[] counts, int trials) {
        double mean = 0;
        for (int at = 0; at < GRID; at++) {
            mean += (double) counts[at] * at / trials;
        }
        double sum = 0;
        for (int at = 0; at < GRID; at++) {
            sum += counts[at] * (at - mean) * (at - mean);
        }
        return Math.sqrt(sum / Math.max(1, trials - 1));
    }

    /** Cells between the quarters of the trials: from the first with a quarter below or in it to the first with more than three. */
    private static int middle(int[] counts, int trials) {
        return reaching(counts, trials * 3 / 4 + 1) - reaching(counts, trials / 4);
    }

    /** The first cell that is not empty with so many trials below or in it, or the last that is not empty. */
    private static int reaching(int[] counts, int wanted) {
        int sum = 0;
        int last = 0;
        for (int at = 0; at < GRID; at++) {
            sum += counts[at];
            last = counts[at] > 0 ? at : last;
            if (counts[at] > 0 && sum >= wanted) {
                return at;
            }
        }
        return last;
    }
}
