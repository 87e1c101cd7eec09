package downhill.analysis.metric;

/**
 * Precision and recall of one class against the rest at each threshold. Point i is what is found with scores of at least
 * {@code thresholds[i]}; the first point is recall 0, precision 1, threshold +∞. Rows of equal score are found together.
 * Empty, with average precision NaN, where a score is NaN or there are no positives.
 *
 * @param thresholds       falling
 * @param recalls          0 to 1, rising
 * @param precisions       0 to 1
 * @param averagePrecision Σ (Rᵢ − Rᵢ₋₁)·Pᵢ, without interpolation
 */
public record PrecisionRecallCurve(double[] thresholds, double[] recalls, double[] precisions, double averagePrecision) {
    private static final PrecisionRecallCurve UNDEFINED =
            new PrecisionRecallCurve(new double[0], new double[0], new double[0], Double.NaN);

    /**
     * @param scores   the larger, the more likely positive
     * @param positive which rows are of the class
     */
    public static PrecisionRecallCurve of(double[] scores, boolean[] positive) {
        return of(scores, positive, new double[0]);
    }

    /** @param weights what each row counts for, above 0; empty where all count the same */
    public static PrecisionRecallCurve of(double[] scores, boolean[] positive, double[] weights) {
        if (Ranking.hasNaN(scores)) {
            return UNDEFINED;
        }
        Ranking ranking = Ranking.of(scores, positive, weights);
        double positives = ranking.positives();
        if (positives == 0) {
            return UNDEFINED;
        }
        int points = ranking.size() + 1;
        double[] thresholds = new double[points];
        double[] recalls = new double[points];
        double[] precisions = new double[points];
        thresholds[0] = Double.POSITIVE_INFINITY;
        precisions[0] = 1;
        double average = 0;
        for (int i = 1; i < points; i++) {
            double found = ranking.truePositives()[i - 1];
            thresholds[i] = ranking.thresholds()[i - 1];
            recalls[i] = found / positives;
            precisions[i] = found / (found + ranking.falsePositives()[i - 1]);
            average += (recalls[i] - recalls[i - 1]) * precisions[i];
        }
        return new PrecisionRecallCurve(thresholds, recalls, precisions, average);
    }

    /** Whether there is a curve. */
    public boolean defined() {
        return thresholds.length > 0;
    }
}
