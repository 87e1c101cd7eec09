package downhill.data.csv;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates whose year has two digits, such as 31/12/98 or 31-Dec-98. Their century is not guessed, but it is told why they stay text. */
final class ShortYears {
    private static final String TIME = "(?:[ T]\\d{1,2}:\\d{2}.*)?";
    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,2})([./-])(\\d{1,2})\\2(\\d{1,2})" + TIME);
    private static final Pattern NAMED = Pattern.compile("(?i)(?:\\d{1,2}[. -]{1,2}M[ -]|M \\d{1,2},? )'?\\d{2}".replace("M",
            "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?") + TIME);
    private static final int MONTHS = 12;
    private static final int DAYS = 31;

    private ShortYears() {
    }

    /** Whether a text looks like one, its parts in any order that there is. */
    static boolean isIn(String text) {
        Matcher numbers = NUMBERS.matcher(text);
        return numbers.matches() ? isDay(numbers.group(1), numbers.group(3), numbers.group(4)) : NAMED.matcher(text).matches();
    }

    private static boolean isDay(String first, String second, String third) {
        boolean yearLast = third.length() == 2 && (fits(first, DAYS) && fits(second, MONTHS) || fits(first, MONTHS) && fits(second, DAYS));
        return yearLast || first.length() == 2 && fits(second, MONTHS) && fits(third, DAYS);
    }

    private static boolean fits(String number, int most) {
        int value = Integer.parseInt(number);
        return value >= 1 && value <= most;
    }
}
