package downhill.ui.i18n;

import downhill.expr.Printer;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Arrays;
import java.util.Locale;

/** Numbers as people read them: sensible digits, thousands separated, a true minus sign. Thread-safe. */
public final class Numbers {
    static final String MINUS = "\u2212";
    static final String SUPERSCRIPTS = "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079";

    private Numbers() {
    }

    /** Three significant digits: {@code 0.311}, {@code 12.5}, {@code 8,400}, {@code 3.2·10⁻⁷}, {@code ∞}. */
    public static String format(double value) {
        return significant(value, 3);
    }

    /** Decimals that tell the largest of {@code values} to three digits: with them all numbers of a column line up. */
    public static int decimals(double... values) {
        double most = Arrays.stream(values).filter(Double::isFinite).map(Math::abs).max().orElse(0);
        return most == 0 ? 0 : Math.max(0, 3 - (int) Math.ceil(Math.log10(most)));
    }

    /** The given count of significant digits, whole numbers in full below ten million, powers of ten beyond. */
    public static String significant(double value, int digits) {
        if (!Double.isFinite(value) || value == 0) {
            return special(value);
        }
        double size = Math.abs(value);
        if (size >= 1e7 || size < 1e-4) {
            return scientific(value, digits);
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
        boolean whole = size >= Math.pow(10, digits);
        return fixed(whole ? value : rounded.doubleValue(), whole ? 0 : Math.max(0, rounded.scale()));
    }

    /** Exactly {@code decimals} digits after the point, so that figures in a column line up. */
    public static String fixed(double value, int decimals) {
        if (!Double.isFinite(value)) {
            return special(value);
        }
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        format.setRoundingMode(RoundingMode.HALF_EVEN);
        String text = format.format(Math.abs(value));
        boolean zero = text.chars().allMatch(c -> c == '0' || c == '.');
        return value < 0 && !zero ? MINUS + text : text;
    }

    /** Two or three digits and a letter for thousands or millions, for where room is scarce: {@code 12}, {@code 8.4k}, {@code 1.2M}. */
    public static String brief(double value) {
        if (!Double.isFinite(value) || Math.abs(value) < 999.5) {
            return significant(value, Math.abs(value) < 100 ? 2 : 3);
        }
        boolean millions = Math.abs(value) >= 999_500;
        double scaled = value / (millions ? 1e6 : 1e3);
        return significant(scaled, Math.abs(scaled) < 99.5 ? 2 : 3) + (millions ? "M" : "k");
    }

    /** Three significant digits, or two and a power of ten where that is shorter: it fits into a narrow column. */
    public static String narrow(double value) {
        double size = Math.abs(value);
        boolean power = Double.isFinite(value) && value != 0 && (size >= 1e5 || size < 1e-3);
        return power ? scientific(value, 2) : significant(value, 3);
    }

    /** A whole number, thousands separated. */
    public static String count(long value) {
        return fixed(value, 0);
    }

    /** A share from 0 to 1 as {@code 96.7 %}; in Chinese {@code 96.7%}. */
    public static String percent(double share) {
        return percent(fixed(100 * share, 1));
    }

    /** A number of hundredths, as written, with its sign as the language of the window sets it. */
    public static String percent(String hundredths) {
        return Messages.text("number.percent", hundredths);
    }

    /** As many digits as {@code value} needs and no more, for a field that is read back or an axis: {@code 0.05}, {@code 2,000}. */
    public static String plain(double value) {
        if (!Double.isFinite(value) || value == 0) {
            return special(value);
        }
        double size = Math.abs(value);
        BigDecimal exact = BigDecimal.valueOf(value).round(new MathContext(12)).stripTrailingZeros();
        if (size >= 1e7 || size < 1e-4) {
            return scientific(value, Math.min(6, exact.precision()));
        }
        return fixed(value, Math.max(0, exact.scale()));
    }

    /** Reads what a person typed or what this class wrote; {@code NaN} where it is no number. */
    public static double parse(String text) {
        return NumberReader.read(text);
    }

    private static String special(double value) {
        if (value == 0) {
            return "0";
        }
        return Printer.nonFinite(value, "\u2013", "\u221e", MINUS + "\u221e");
    }

    private static String scientific(double value, int digits) {
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN)).stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        BigDecimal mantissa = rounded.movePointLeft(exponent).stripTrailingZeros();
        String power = "10" + superscript(exponent);
        if (mantissa.abs().compareTo(BigDecimal.ONE) == 0) {
            return (value < 0 ? MINUS : "") + power;
        }
        return fixed(mantissa.doubleValue(), Math.max(0, mantissa.scale())) + "\u00b7" + power;
    }

    private static String superscript(int exponent) {
        StringBuilder text = new StringBuilder(exponent < 0 ? "\u207b" : "");
        for (char digit : Integer.toString(Math.abs(exponent)).toCharArray()) {
            text.append(SUPERSCRIPTS.charAt(digit - '0'));
        }
        return text.toString();
    }
}
