package downhill.data;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads months, quarters and weeks of a year: 2020-03, 3/2020, Mar 2020, 2020年3月, 2020Q1, Q1 2020, 2020-W07. They are no dates, but have
 * an order.
 */
public final class PartOfYear {
    private static final int PARTS = 100;
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})(?:[-/. ]?[QMW]|[-/. ]|年)(\\d{1,2})月?", Pattern.CASE_INSENSITIVE);
    private static final Pattern YEAR_LAST = Pattern.compile("(?:[QMW]|)(\\d{1,2})[-/. ](\\d{4})", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAMED = Pattern.compile(DateText.MONTH + "[-/. ]{1,2}(\\d{4})", Pattern.CASE_INSENSITIVE);

    private PartOfYear() {
    }

    /** A number that rises with time among texts of one form; NaN where the text is no part of a year. */
    public static double number(String text) {
        String stripped = text.strip();
        Matcher matcher = YEAR_FIRST.matcher(stripped);
        if (matcher.matches()) {
            return number(matcher.group(1), Integer.parseInt(matcher.group(2)));
        }
        if (matcher.usePattern(YEAR_LAST).matches()) {
            return number(matcher.group(2), Integer.parseInt(matcher.group(1)));
        }
        return matcher.usePattern(NAMED).matches() ? number(matcher.group(2), DateText.month(matcher.group(1))) : Double.NaN;
    }

    private static double number(String year, int part) {
        return Integer.parseInt(year) * PARTS + part;
    }
}
