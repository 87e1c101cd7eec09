package downhill.analysis.metric;

import java.util.Arrays;

/**
 * Rows in falling order of their score, cut after each distinct score: what a threshold at that score finds.
 *
 * @param thresholds     distinct scores, falling
 * @param truePositives  positives with at least that score
 * @param falsePositives negatives with at least that score
 */
record Ranking(double[] thresholds, int[] truePositives, int[] falsePositives) {

    static Ranking of(double[] scores, boolean[] positive) {
        Integer[] order = new Integer[scores.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(scores[b], scores[a]));
        Ranking ranking = new Ranking(new double[scores.length], new int[scores.length], new int[scores.length]);
        int cuts = 0;
        for (int i = 0; i < order.length; i++) {
            boolean first = i == 0 || scores[order[i]] != scores[order[i - 1]];
            cuts += first ? 1 : 0;
            int at = cuts - 1;
            if (first) {
                ranking.thresholds[at] = scores[order[i]];
                ranking.truePositives[at] = at == 0 ? 0 : ranking.truePositives[at - 1];
                ranking.falsePositives[at] = at == 0 ? 0 : ranking.falsePositives[at - 1];
            }
            (positive[order[i]] ? ranking.truePositives : ranking.falsePositives)[at]++;
        }
        return ranking.first(cuts);
    }

    private Ranking first(int count) {
        return new Ranking(Arrays.copyOf(thresholds, count), Arrays.copyOf(truePositives, count),
                Arrays.copyOf(falsePositives, count));
    }

    int size() {
        return thresholds.length;
    }

    int positives() {
        return size() == 0 ? 0 : truePositives[size() - 1];
    }

    int negatives() {
        return size() == 0 ? 0 : falsePositives[size() - 1];
    }

    /** Where a score is NaN no order exists. */
    static boolean hasNaN(double[] scores) {
        return Arrays.stream(scores).anyMatch(Double::isNaN);
    }
}
