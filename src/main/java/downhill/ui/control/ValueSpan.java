package downhill.ui.control;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Optional;

/**
 * How far the numbers or days of a column reached in training, for a slider over them.
 *
 * @param least    the least of them
 * @param greatest the greatest, more than {@code least}
 * @param log      whether equal ways along the slider are equal ratios
 * @param decimals digits behind the point that a value on the slider has; below 0 for tens, hundreds, ...
 */
public record ValueSpan(double least, double greatest, boolean log, int decimals) {
    /** From so many times the least on, equal ratios may serve better than equal differences. */
    private static final double WIDE = 100;
    /** Places along a slider, at least. */
    private static final double PLACES = 1000;
    private static final int MOST_DECIMALS = 6;
    /** Along a slider of ratios. */
    private static final int DIGITS = 3;

    /** Of values in any order; empty where they are not at least two different finite ones. */
    public static Optional<ValueSpan> of(double[] values) {
        double[] sorted = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
        if (sorted.length == 0 || !(sorted[sorted.length - 1] > sorted[0])) {
            return Optional.empty();
        }
        double least = sorted[0];
        double greatest = sorted[sorted.length - 1];
        double middle = sorted[sorted.length / 2];
        return Optional.of(new ValueSpan(least, greatest, isWide(least, greatest, middle),
                Math.min(decimals(sorted), decimals(greatest - least))));
    }

    /** Where only the ends are known. */
    public static Optional<ValueSpan> between(double least, double greatest) {
        boolean some = Double.isFinite(least) && Double.isFinite(greatest) && greatest > least;
        return some ? Optional.of(new ValueSpan(least, greatest, false, decimals(greatest - least))) : Optional.empty();
    }

    /** The middle value lies nearer to the middle of the slider where it is one of ratios. */
    private static boolean isWide(double least, double greatest, double middle) {
        if (!(least > 0) || greatest < WIDE * least) {
            return false;
        }
        double even = (middle - least) / (greatest - least);
        double ratio = Math.log(middle / least) / Math.log(greatest / least);
        return Math.abs(ratio - 0.5) < Math.abs(even - 0.5);
    }

    /** As many as all values need, if that is not too many. */
    private static int decimals(double[] values) {
        for (int digits = 0; digits < MOST_DECIMALS; digits++) {
            double factor = Math.pow(10, digits);
            if (Arrays.stream(values).allMatch(value -> Math.abs(value * factor - Math.rint(value * factor)) < 1e-6)) {
                return digits;
            }
        }
        return Integer.MAX_VALUE;
    }

    private static int decimals(double range) {
        return (int) -Math.floor(Math.log10(range / PLACES));
    }

    /** Whether training has seen no value so small, or none so great. */
    public boolean isOutside(double value) {
        return value < least || value > greatest;
    }

    /** Where a slider begins. */
    public double from() {
        return place(least);
    }

    /** Where it ends. */
    public double to() {
        return place(greatest);
    }

    /** Where a value stands on it; at an end where it is outside. */
    public double place(double value) {
        double inside = Math.max(least, Math.min(greatest, value));
        return log ? Math.log10(inside) : inside;
    }

    /** The value at a place, with no more digits than the training values have. */
    public double value(double place) {
        double exact = log ? Math.pow(10, place) : place;
        BigDecimal tidy = BigDecimal.valueOf(exact);
        if (log) {
            tidy = tidy.round(new MathContext(DIGITS));
        }
        return Math.max(least, Math.min(greatest, tidy.setScale(decimals, RoundingMode.HALF_UP).doubleValue()));
    }

    /** What an arrow key moves it by. */
    public double stride() {
        double tidy = log ? 0 : Math.pow(10, -decimals);
        return Math.max(tidy, (to() - from()) / 100);
    }
}
