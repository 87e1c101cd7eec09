package downhill.analysis.ensemble;

import downhill.analysis.score.Predictions;
import downhill.analysis.score.ScoreMetric;
import java.io.Serializable;

/**
 * How good predictions are, the better the smaller: by the metric asked for and, where that makes no difference, by the logarithmic loss or
 * the squared error. What is no number is worse than all.
 */
public record Merit(double first, double second) implements Comparable<Merit>, Serializable {
    /** Of predictions. */
    public static Merit of(ScoreMetric metric, Predictions predictions) {
        ScoreMetric fine = predictions.probabilities() == null ? ScoreMetric.RMSE : ScoreMetric.LOG_LOSS;
        double first = loss(metric, metric.of(predictions));
        return new Merit(first, metric == fine ? first : loss(fine, fine.of(predictions)));
    }

    /** A score as something to be made small; infinite where it is no number. */
    public static double loss(ScoreMetric metric, double score) {
        if (Double.isNaN(score)) {
            return Double.POSITIVE_INFINITY;
        }
        return metric.higherIsBetter() ? -score : score;
    }

    @Override
    public int compareTo(Merit other) {
        int by = Double.compare(first, other.first);
        return by != 0 ? by : Double.compare(second, other.second);
    }
}
