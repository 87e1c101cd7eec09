package downhill.analysis.diagnosis;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers in sentences. */
final class ShortFigures {
    private static final MathContext SHORT = new MathContext(3);

    private ShortFigures() {
    }

    /** With five digits. */
    static String full(double value) {
        return String.format(Locale.ROOT, "%.5g", value);
    }

    /** With three below 1, else with five, without zeros at the end. */
    static String of(double value) {
        String text = Math.abs(value) < 1 ? String.format(Locale.ROOT, "%.3g", value) : full(value);
        return text.replaceAll("(\\.\\d*?)0+(?=e|$)", "$1").replaceAll("\\.(?=e|$)", "");
    }

    /** Rounded to three digits, so that it can be typed. */
    static double round(double value) {
        return new BigDecimal(value).round(SHORT).doubleValue();
    }
}
