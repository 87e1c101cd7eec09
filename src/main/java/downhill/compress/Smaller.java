package downhill.compress;

import downhill.analysis.ensemble.Estimate;
import downhill.analysis.score.ScoreMetric;
import downhill.model.TrainedModel;
import downhill.words.Said;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;

/**
 * A form of a model, and what it costs and is worth.
 *
 * @param model    itself
 * @param rows     microseconds that an answer takes
 * @param estimate the score on the rows that judge, with its interval of 95 %; not finite where training diverged
 * @param gain     by how much it is better than the model that it was made of on these rows, with its interval of 95 %
 */
public record Smaller(TrainedModel model, Microseconds rows, Estimate estimate, Estimate gain) {
    private static final int DIGITS = 3;

    /** What it is called. */
    public String name() {
        return model.name();
    }

    /** Numbers it has. */
    public int parameters() {
        return model.parameters().length;
    }

    /** Numbers it has that are not 0. */
    public long nonZero() {
        return Arrays.stream(model.parameters()).filter(each -> each != 0).count();
    }

    /**
     * How it stands beside the model that it was made of, in a sentence: better, worse, level (what it may lose is nothing that anybody
     * would care for, {@link ScoreMetric#negligible}), or not told apart.
     *
     * @param metric that both were scored by
     * @param whole  score of the model that it was made of
     */
    public Said verdict(ScoreMetric metric, double whole) {
        if (!isSound() || !Double.isFinite(gain.value())) {
            return Said.of("compress.verdict.lost", metric.said());
        }
        String value = digits(gain.value());
        String low = digits(gain.low());
        String high = digits(gain.high());
        if (gain.low() > 0) {
            return Said.of("compress.verdict.better", metric.said(), value, low, high);
        }
        if (gain.low() >= -metric.negligible(whole)) {
            return Said.of("compress.verdict.level", metric.said(), value, low, high);
        }
        return gain.high() < 0
                ? Said.of("compress.verdict.worse", metric.said(), digits(-gain.value()), digits(-gain.high()), digits(-gain.low()))
                : Said.of("compress.verdict.open", metric.said(), value, low, high);
    }

    private static String digits(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).round(new MathContext(DIGITS)).stripTrailingZeros();
        return Math.abs(value) >= 1e-4 || value == 0 ? rounded.toPlainString() : rounded.toString();
    }

    /** Whether its numbers are finite. */
    public boolean isSound() {
        return Arrays.stream(model.parameters()).allMatch(Double::isFinite);
    }
}
