package downhill.analysis.curve;

import downhill.analysis.verdict.PairedTest;
import downhill.analysis.verdict.Verdict;
import downhill.setting.NumberText;
import downhill.words.Said;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;

/**
 * What more rows would bring, read off the upper part of a learning curve: the same folds with about half and with all of their training
 * rows are compared as two contenders are. What goes on so need not go on for ever: a gain for each doubling is the most to hope for.
 *
 * @param name     of the contender
 * @param from     rows learned from
 * @param to       more of them
 * @param test     of the gain of each run, above 0 where more rows are better
 * @param doubling gain by twice as many rows, if it goes on like the gain seen
 */
public record MoreRows(String name, double from, double to, PairedTest test, double doubling) {
    /**
     * Of a learning curve.
     *
     * @param ratio  held out rows for each training row
     * @param margin what is negligible
     */
    public static MoreRows of(ScoreLine line, double ratio, double margin, boolean higherIsBetter) {
        double[] x = line.held().x();
        int half = x.length / 2;
        int all = x.length - 1;
        double sign = higherIsBetter ? 1 : -1;
        double[] gains = Arrays.stream(line.held().each()).mapToDouble(run -> sign * (run[all] - run[half])).toArray();
        boolean whole = Arrays.stream(gains).allMatch(Double::isFinite);
        PairedTest test = PairedTest.of(whole ? gains : new double[] {Double.NaN}, ratio, margin);
        return new MoreRows(line.name(), x[half], x[all], test, test.mean() / (Math.log(x[all] / x[half]) / Math.log(2)));
    }

    /** The same of each of several. */
    public static List<MoreRows> of(List<ScoreLine> lines, double ratio, double margin, boolean higherIsBetter) {
        return lines.stream().map(line -> of(line, ratio, margin, higherIsBetter)).toList();
    }

    /** A sentence on what more rows would bring. */
    public Said said() {
        if (Double.isNaN(test.mean())) {
            return Said.of("moreRows.diverged", name);
        }
        if (test.above() >= Verdict.SURE) {
            return Said.of("moreRows.help", name, text(test.mean()), rows(from), rows(to), text(doubling));
        }
        if (test.below() >= Verdict.SURE) {
            return Said.of("moreRows.worse", name, text(-test.mean()), rows(from), rows(to));
        }
        if (test.equivalent() >= Verdict.SURE) {
            return Said.of("moreRows.level", name, rows(from), rows(to));
        }
        return Double.isNaN(test.low()) ? Said.of("moreRows.one", name, text(test.mean()), rows(from), rows(to)) : unsure();
    }

    /** All three with the decimals that its wider end needs: 0 is not the rounding that is left of sums. */
    private Said unsure() {
        double widest = Math.max(Math.abs(test.low()), Math.abs(test.high()));
        int decimals = widest > 0 && Double.isFinite(widest) ? Math.max(0, 1 - (int) Math.floor(Math.log10(widest))) : 0;
        return Said.of("moreRows.unsure", name, text(test.mean(), decimals), text(test.low(), decimals), text(test.high(), decimals),
                rows(from), rows(to));
    }

    private static String text(double value, int decimals) {
        return Double.isFinite(value) ? NumberText.of(new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN)) : text(value);
    }

    private static String rows(double mean) {
        return Said.count(Math.round(mean));
    }

    private static String text(double value) {
        return Double.isFinite(value) ? NumberText.of(digits(value)) : "";
    }

    private static BigDecimal digits(double value) {
        return new BigDecimal(value).round(new MathContext(2)).stripTrailingZeros();
    }
}
