package downhill.analysis.metric;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Rows in falling order of their score, cut after each distinct score: what a threshold at that score finds. Positives and
 * negatives are sorted apart and merged, so that a million rows need no objects unless they have weights.
 *
 * @param thresholds     distinct scores, falling
 * @param truePositives  weight of the positives with at least that score: their number where all rows count the same
 * @param falsePositives of the negatives
 */
record Ranking(double[] thresholds, double[] truePositives, double[] falsePositives) {

    /**
     * Scores must not be NaN.
     *
     * @param weights what each row counts for; empty where all count the same
     */
    static Ranking of(double[] scores, boolean[] positive, double[] weights) {
        return weights.length == 0 ? of(scores, positive) : weighted(scores, positive, weights);
    }

    private static Ranking weighted(double[] scores, boolean[] positive, double[] weights) {
        int[] falling = IntStream.range(0, scores.length).boxed().sorted(Comparator.comparingDouble(i -> -scores[i])).mapToInt(i -> i)
                .toArray();
        Ranking ranking = new Ranking(new double[scores.length], new double[scores.length], new double[scores.length]);
        int cuts = 0;
        double found = 0;
        double wrong = 0;
        for (int i = 0; i < falling.length; i++) {
            int row = falling[i];
            found += positive[row] ? weights[row] : 0;
            wrong += positive[row] ? 0 : weights[row];
            if (i + 1 == falling.length || scores[falling[i + 1]] != scores[row]) {
                ranking.thresholds[cuts] = scores[row];
                ranking.truePositives[cuts] = found;
                ranking.falsePositives[cuts++] = wrong;
            }
        }
        return ranking.first(cuts);
    }

    private static Ranking of(double[] scores, boolean[] positive) {
        double[] positives = sorted(scores, positive, true);
        double[] negatives = sorted(scores, positive, false);
        int size = scores.length;
        Ranking ranking = new Ranking(new double[size], new double[size], new double[size]);
        int cuts = 0;
        int above = positives.length;
        int below = negatives.length;
        while (above > 0 || below > 0) {
            double threshold = Math.max(last(positives, above), last(negatives, below));
            while (above > 0 && positives[above - 1] == threshold) {
                above--;
            }
            while (below > 0 && negatives[below - 1] == threshold) {
                below--;
            }
            ranking.thresholds[cuts] = threshold;
            ranking.truePositives[cuts] = positives.length - above;
            ranking.falsePositives[cuts++] = negatives.length - below;
        }
        return ranking.first(cuts);
    }

    private static double last(double[] rising, int count) {
        return count == 0 ? Double.NEGATIVE_INFINITY : rising[count - 1];
    }

    private static double[] sorted(double[] scores, boolean[] positive, boolean wanted) {
        double[] chosen = new double[scores.length];
        int count = 0;
        for (int i = 0; i < scores.length; i++) {
            if (positive[i] == wanted) {
                chosen[count++] = scores[i];
            }
        }
        double[] rising = Arrays.copyOf(chosen, count);
        Arrays.sort(rising);
        return rising;
    }

    private Ranking first(int count) {
        return new Ranking(Arrays.copyOf(thresholds, count), Arrays.copyOf(truePositives, count),
                Arrays.copyOf(falsePositives, count));
    }

    int size() {
        return thresholds.length;
    }

    double positives() {
        return size() == 0 ? 0 : truePositives[size() - 1];
    }

    double negatives() {
        return size() == 0 ? 0 : falsePositives[size() - 1];
    }

    /** Where a score is NaN no order exists. */
    static boolean hasNaN(double[] scores) {
        return Arrays.stream(scores).anyMatch(Double::isNaN);
    }
}
