package downhill.analysis.metric;

/**
 * Receiver operating characteristic of one class against the rest (Fawcett 2006). Point i is what is found with scores of at
 * least {@code thresholds[i]}; the first point is (0, 0) with threshold +∞, the last (1, 1). Rows of equal score are found
 * together. Empty, with area NaN, where a score is NaN or there are no positives or no negatives.
 *
 * @param thresholds         falling
 * @param falsePositiveRates 0 to 1, rising
 * @param truePositiveRates  0 to 1, rising
 * @param area               share of pairs (positive, negative) in the right order, ties counting half (Mann and Whitney's U)
 */
public record RocCurve(double[] thresholds, double[] falsePositiveRates, double[] truePositiveRates, double area) {
    private static final RocCurve UNDEFINED = new RocCurve(new double[0], new double[0], new double[0], Double.NaN);

    /**
     * @param scores   the larger, the more likely positive
     * @param positive which rows are of the class
     */
    public static RocCurve of(double[] scores, boolean[] positive) {
        return of(scores, positive, new double[0]);
    }

    /** @param weights what each row counts for, above 0; empty where all count the same */
    public static RocCurve of(double[] scores, boolean[] positive, double[] weights) {
        if (Ranking.hasNaN(scores)) {
            return UNDEFINED;
        }
        Ranking ranking = Ranking.of(scores, positive, weights);
        double positives = ranking.positives();
        double negatives = ranking.negatives();
        if (positives == 0 || negatives == 0) {
            return UNDEFINED;
        }
        int points = ranking.size() + 1;
        RocCurve curve = new RocCurve(new double[points], new double[points], new double[points],
                orderedPairs(ranking) / (2 * positives * negatives));
        curve.thresholds[0] = Double.POSITIVE_INFINITY;
        for (int i = 1; i < points; i++) {
            curve.thresholds[i] = ranking.thresholds()[i - 1];
            curve.falsePositiveRates[i] = ranking.falsePositives()[i - 1] / negatives;
            curve.truePositiveRates[i] = ranking.truePositives()[i - 1] / positives;
        }
        return curve;
    }

    /** Twice the number of pairs in order, ties counted once; without weights a whole number, so that the area is exact. */
    private static double orderedPairs(Ranking ranking) {
        double twice = 0;
        for (int i = 0; i < ranking.size(); i++) {
            double tpBefore = i == 0 ? 0 : ranking.truePositives()[i - 1];
            double fpBefore = i == 0 ? 0 : ranking.falsePositives()[i - 1];
            twice += (ranking.falsePositives()[i] - fpBefore) * (tpBefore + ranking.truePositives()[i]);
        }
        return twice;
    }

    /** Whether there is a curve. */
    public boolean defined() {
        return thresholds.length > 0;
    }
}
