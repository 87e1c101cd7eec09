package downhill.analysis.profile;

import java.util.ArrayList;
import java.util.List;

/**
 * Rank over time: who would be said to be best if all had been stopped there. Rankings flip on the way (Wen et al. 2025, "Fantastic
 * pretraining optimizers"), which is why contenders are judged at the end of their schedule.
 *
 * @param steps rising
 * @param ranks [contender][step]: mean over the runs of the rank among the contenders, 1 the best; equal scores share theirs, and whoever
 *              diverged is behind all others
 * @param flips places of the steps at which another contender has the best mean rank than at the step before
 */
public record Ranks(double[] steps, double[][] ranks, List<Integer> flips) {
    public Ranks {
        flips = List.copyOf(flips);
    }

    /** Of contenders with as many runs each. */
    public static Ranks of(Progression progression, boolean higherIsBetter) {
        double[][][] scores = progression.scores();
        double[][] ranks = new double[scores.length][progression.steps().length];
        List<Integer> flips = new ArrayList<>();
        for (int step = 0; step < progression.steps().length; step++) {
            for (int i = 0; i < scores.length; i++) {
                ranks[i][step] = mean(scores, i, step, higherIsBetter);
            }
            if (step > 0 && leader(ranks, step) != leader(ranks, step - 1)) {
                flips.add(step);
            }
        }
        return new Ranks(progression.steps(), ranks, flips);
    }

    private static double mean(double[][][] scores, int contender, int step, boolean higherIsBetter) {
        double sum = 0;
        for (int run = 0; run < scores[contender].length; run++) {
            double rank = 1;
            for (int other = 0; other < scores.length; other++) {
                rank += other == contender ? 0 : before(scores[other][run][step], scores[contender][run][step], higherIsBetter);
            }
            sum += rank;
        }
        return sum / scores[contender].length;
    }

    /** 1 where {@code other} is better, one half where they are equal. */
    private static double before(double other, double own, boolean higherIsBetter) {
        double sign = higherIsBetter ? 1 : -1;
        double first = Double.isNaN(other) ? Double.NEGATIVE_INFINITY : sign * other;
        double second = Double.isNaN(own) ? Double.NEGATIVE_INFINITY : sign * own;
        double ahead = first > second ? 1 : 0;
        return first == second ? 0.5 : ahead;
    }

    private static int leader(double[][] ranks, int step) {
        int best = 0;
        for (int i = 1; i < ranks.length; i++) {
            best = ranks[i][step] < ranks[best][step] ? i : best;
        }
        return best;
    }
}
