package downhill.data;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text in the form of a date, taken apart; it need not be a day of the calendar.
 *
 * @param clear whether its form says which part is which; if so {@code first} is the day
 * @param time  as in ISO 8601 with the T before it and any zone behind it, or empty
 */
record DateText(boolean clear, int year, int first, int second, String time) {
    private static final int SHORTEST = 8;
    private static final int LONGEST = 40;
    private static final int NOON = 12;
    private static final List<String> MONTHS = List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    static final String MONTH =
            "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?"
            + "|dec(?:ember)?)\\.?";
    private static final String TIME =
            "(?:,?[T ] ?(\\d{1,2}):(\\d{2})(:\\d{2}(?:[.,]\\d{1,9})?)? ?([AP]M)?(?: ?(Z|UTC|GMT|[+-]\\d{2}:?\\d{2}))?)?";
    private static final Pattern YEAR_FIRST = pattern("(\\d{4})([-/.])(0?[1-9]|1[0-2])\\2(0?[1-9]|[12]\\d|3[01])");
    private static final Pattern CHINESE = pattern("(\\d{4})年(0?[1-9]|1[0-2])月(0?[1-9]|[12]\\d|3[01])[日号]");
    private static final Pattern NUMERIC = pattern("(\\d{1,2})([./-])(\\d{1,2})\\2(\\d{4})");
    private static final Pattern DAY_NAMED = pattern("(\\d{1,2})[. -]{1,2}" + MONTH + "[ -](\\d{4})");
    private static final Pattern MONTH_NAMED = pattern(MONTH + " (\\d{1,2}),? (\\d{4})");

    private static Pattern pattern(String date) {
        return Pattern.compile(date + TIME, Pattern.CASE_INSENSITIVE);
    }

    /** The parts of a date, or null if the text has not the form of one. */
    static DateText of(String text) {
        if (text.length() < SHORTEST || text.length() > LONGEST) {
            return null;
        }
        Matcher matcher = YEAR_FIRST.matcher(text);
        if (matcher.matches()) {
            return new DateText(true, number(matcher, 1), number(matcher, 4), number(matcher, 3), time(matcher, 5));
        }
        if (matcher.usePattern(NUMERIC).matches()) {
            return new DateText(false, number(matcher, 4), number(matcher, 1), number(matcher, 3), time(matcher, 5));
        }
        if (matcher.usePattern(CHINESE).matches()) {
            return new DateText(true, number(matcher, 1), number(matcher, 3), number(matcher, 2), time(matcher, 4));
        }
        if (matcher.usePattern(DAY_NAMED).matches()) {
            return new DateText(true, number(matcher, 3), number(matcher, 1), month(matcher.group(2)), time(matcher, 4));
        }
        return matcher.usePattern(MONTH_NAMED).matches()
                ? new DateText(true, number(matcher, 3), number(matcher, 2), month(matcher.group(1)), time(matcher, 4)) : null;
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    /** 1 to 12 of a name that {@link #MONTH} matched. */
    static int month(String name) {
        return MONTHS.indexOf(name.substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
    }

    private static String time(Matcher matcher, int group) {
        if (matcher.group(group) == null) {
            return "";
        }
        int hour = number(matcher, group);
        String half = matcher.group(group + 3);
        if (half != null) {
            boolean afternoon = half.equalsIgnoreCase("PM");
            int morning = hour % NOON;
            int counted = afternoon ? morning + NOON : morning;
            hour = hour < 1 || hour > NOON ? 99 : counted;
        }
        String seconds = matcher.group(group + 2);
        String zone = matcher.group(group + 4);
        return "T" + two(hour) + ":" + matcher.group(group + 1) + (seconds == null ? "" : seconds.replace(',', '.'))
                + zone(zone);
    }

    private static String zone(String zone) {
        if (zone == null) {
            return "";
        }
        return Character.isLetter(zone.charAt(0)) ? "Z" : zone;
    }

    /** In the form of ISO 8601, whether there is such a day or not. */
    String iso(boolean dayFirst) {
        boolean firstIsDay = clear || dayFirst;
        return two(year / 100) + two(year % 100) + "-" + two(firstIsDay ? second : first) + "-" + two(firstIsDay ? first : second) + time;
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : String.valueOf(number);
    }
}
