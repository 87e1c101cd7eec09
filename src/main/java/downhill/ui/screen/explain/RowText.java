package downhill.ui.screen.explain;

import downhill.data.Visible;
import downhill.data.prepare.Prepared;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import java.util.Arrays;

/** What is predicted, and how far it is off, as a person reads it. */
final class RowText {
    private static final int DIGITS = 4;
    private static final int ERROR_DIGITS = 3;
    private static final int MOST_DECIMALS = 9;

    private RowText() {
    }

    /** Number of a row, from 1. */
    static String number(int tableRow) {
        return Numbers.plain(tableRow + 1.0);
    }

    /** A number in the target's unit, a date, or the name of a class; a dash where there is none. */
    static String value(Prepared prepared, double value) {
        if (Double.isNaN(value) || prepared.task().isClassification() && value < 0) {
            return "–";
        }
        if (prepared.task().isClassification()) {
            return Visible.line(prepared.classNames().get((int) value));
        }
        return prepared.preprocessing().predictsDates() ? prepared.preprocessing().date(value) : Numbers.significant(value, DIGITS);
    }

    /** A difference with its sign, or the share that the true class was not given. */
    static String error(Prepared prepared, double error) {
        if (Double.isNaN(error)) {
            return "–";
        }
        return prepared.task().isClassification() ? Numbers.percent(Numbers.fixed(100 * error, 0)) : signed(error, ERROR_DIGITS);
    }

    /** With its sign, also above 0. */
    static String signed(double value, int digits) {
        return value > 0 ? "+" + Numbers.significant(value, digits) : Numbers.significant(value, digits);
    }

    /** With its sign and so many decimals. */
    static String signedTo(double value, int decimals) {
        return value > 0 ? "+" + Numbers.fixed(value, decimals) : Numbers.fixed(value, decimals);
    }

    /** Decimals with which the largest of some shares has three digits. */
    static int decimals(double[] shares) {
        double most = Arrays.stream(shares).map(Math::abs).filter(Double::isFinite).max().orElse(1);
        int before = most > 0 ? (int) Math.floor(Math.log10(most)) + 1 : 1;
        return Math.max(0, Math.min(MOST_DECIMALS, ERROR_DIGITS - Math.max(0, before) + Math.max(0, -before)));
    }

    /** Words with a count in them; of one thing those of the key with {@code .one}. */
    static String counted(String key, int count) {
        return count == 1 ? Messages.text(key + ".one") : Messages.text(key, Numbers.count(count));
    }
}
