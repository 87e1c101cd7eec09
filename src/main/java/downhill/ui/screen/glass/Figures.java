package downhill.ui.screen.glass;

import downhill.ui.i18n.Numbers;
import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers inside formulas. */
final class Figures {
    private static final int DIGITS = 4;
    private static final int MOST_DECIMALS = 9;
    private static final double LARGE = 1e7;

    private Figures() {
    }

    /** Four digits. */
    static String of(double value) {
        return Numbers.significant(value, DIGITS);
    }

    /** A number that all parameters share: no more digits than it needs. */
    static String constant(double value) {
        boolean tiny = value != 0 && Math.abs(value) < 1e-4;
        String text = tiny || !Double.isFinite(value) || Math.abs(value) >= 1e7 ? of(value)
                : Numbers.plain(new BigDecimal(value).round(new MathContext(DIGITS)).doubleValue());
        return text.indexOf('·') >= 0 ? "(" + text + ")" : text;
    }

    /** The same as a factor: a power of ten stands in brackets, so that nothing outside seems to belong to it. */
    static String factor(double value) {
        String text = of(value);
        return text.indexOf('·') >= 0 || text.startsWith("10") && text.indexOf('⁻') >= 0 ? "(" + text + ")" : text;
    }

    /** A parameter with so many decimals that a change of the size of {@code change} is seen. */
    static String parameter(double value, double change) {
        if (!Double.isFinite(value) || !Double.isFinite(change) || Math.abs(value) >= LARGE) {
            return of(value);
        }
        int forChange = change == 0 ? 0 : (int) Math.ceil(-Math.log10(Math.abs(change))) + 1;
        int own = value == 0 ? 1 : (int) Math.ceil(-Math.log10(Math.abs(value))) + DIGITS - 1;
        int decimals = Math.max(forChange, own);
        return decimals > MOST_DECIMALS ? Numbers.significant(value, 2 * DIGITS) : Numbers.fixed(value, Math.max(0, decimals));
    }
}
