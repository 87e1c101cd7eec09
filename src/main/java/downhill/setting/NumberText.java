package downhill.setting;

import java.math.BigDecimal;

/** Numbers as people write them in a formula or a range: 0.001, 1e-8, −2. */
public final class NumberText {
    private static final String MINUS = "−";
    /** Whole numbers below it are written with all their digits. */
    private static final double LONG = 1e7;
    /** Whole numbers below it are doubles, all of them. */
    private static final double EXACT = 1e15;

    private NumberText() {
    }

    /** With a true minus sign; infinity as ∞. */
    public static String of(double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : MINUS + "∞";
        }
        return value < 0 ? MINUS + plain(-value) : plain(value);
    }

    /** All digits of a number that was rounded, with a true minus sign. */
    public static String of(BigDecimal value) {
        return value.signum() < 0 ? MINUS + value.negate().toPlainString() : value.toPlainString();
    }

    /** In the letters of ASCII, as {@link Double#parseDouble} reads it back. */
    public static String plain(double value) {
        if (value == Math.rint(value) && Math.abs(value) < LONG) {
            return value == 0 ? "0" : Long.toString((long) value);
        }
        String scientific = Double.toString(value).replace(".0E", "E").replace('E', 'e');
        return value == Math.rint(value) && Math.abs(value) < EXACT ? shorter(Long.toString((long) value), scientific) : scientific;
    }

    private static String shorter(String digits, String scientific) {
        return digits.length() < scientific.length() ? digits : scientific;
    }
}
