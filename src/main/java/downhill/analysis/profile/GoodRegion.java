package downhill.analysis.profile;

import downhill.words.Said;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * How exactly a setting must be hit, such as the learning rate (Schneider et al. 2019, DeepOBS): the stretch around the best place in which
 * the score is as good as the best but for what is negligible. Between places it is followed in a straight line over the logarithm of the
 * setting.
 *
 * @param best    place of the best score
 * @param low     where the stretch begins
 * @param high    where it ends
 * @param decades its width, log₁₀(high/low)
 * @param ends    whether both ends lie between places, and not where the places end: else it is at least so wide
 */
public record GoodRegion(double best, double low, double high, double decades, boolean ends) {

    /**
     * Of one contender.
     *
     * @param x      places, rising, above 0
     * @param scores at them; NaN where it diverged
     * @param margin what is negligible, 0 or more
     * @return null where there is no score
     */
    public static GoodRegion of(double[] x, double[] scores, double margin, boolean higherIsBetter) {
        double sign = higherIsBetter ? 1 : -1;
        int best = -1;
        for (int i = 0; i < x.length; i++) {
            best = !Double.isNaN(scores[i]) && (best < 0 || sign * scores[i] > sign * scores[best]) ? i : best;
        }
        if (best < 0) {
            return null;
        }
        double bound = sign * scores[best] - margin;
        int from = best;
        while (from > 0 && sign * scores[from - 1] >= bound) {
            from--;
        }
        int to = best;
        while (to + 1 < x.length && sign * scores[to + 1] >= bound) {
            to++;
        }
        double low = from == 0 ? x[0] : crossing(x, scores, from, from - 1, sign, bound);
        double high = to == x.length - 1 ? x[to] : crossing(x, scores, to, to + 1, sign, bound);
        return new GoodRegion(x[best], low, high, Math.log10(high / low), from > 0 && to < x.length - 1);
    }

    /** A sentence on it; {@code margin} is what was negligible. */
    public Said said(String name, double margin) {
        return Said.of(ends ? "knob.region" : "knob.region.open", name, text(best), text(margin), text(low), text(high), text(decades));
    }

    private static String text(double value) {
        return new BigDecimal(value).round(new MathContext(2)).stripTrailingZeros().toPlainString();
    }

    /** Beside one that diverged the stretch ends where it was still good. */
    private static double crossing(double[] x, double[] scores, int inside, int outside, double sign, double bound) {
        if (!Double.isFinite(scores[outside])) {
            return x[inside];
        }
        double share = (sign * scores[inside] - bound) / (sign * scores[inside] - sign * scores[outside]);
        return x[inside] * Math.pow(x[outside] / x[inside], share);
    }
}
