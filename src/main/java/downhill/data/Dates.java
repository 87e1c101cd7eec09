package downhill.data;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads calendar dates, with or without a time of day: with the year first (ISO 8601, 2020/1/31), with the name of the month in English,
 * and day.month.year or month/day/year where the numbers leave no doubt or the order is given.
 */
public final class Dates {
    private static final Pattern ISO = Pattern.compile(
            "(\\d{4})-(\\d{2})-(\\d{2})(?:[T ](\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?)(Z|[+-]\\d{2}:?\\d{2})?)?");
    private static final DateTimeFormatter STRICT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final int DAY_LENGTH = 10;
    private static final double SECONDS_IN_A_DAY = 86_400;
    private static final double FIRST_DAY = LocalDate.of(1, 1, 1).toEpochDay();
    private static final double LAST_DAY = LocalDate.of(9999, 12, 31).toEpochDay();

    /** The order of day and month in a column of dates. */
    public enum Order { ISO, DAY_FIRST, MONTH_FIRST, AMBIGUOUS, NONE }

    /** Whether a text is written like a date, and if it is, whether its form says which part is which. */
    public enum Form { CLEAR, NUMERIC, NONE }

    private Dates() {
    }

    /** What a text looks like; it need not be a day of the calendar. */
    public static Form form(String text) {
        DateText date = DateText.of(text);
        if (date == null) {
            return Form.NONE;
        }
        return date.clear() ? Form.CLEAR : Form.NUMERIC;
    }

    /** Days since 1970-01-01 UTC with the time of day as a fraction, or NaN if the text is no date that can be read without doubt. */
    public static double days(String text) {
        return isDigitsOfADay(text) ? day(text) : daysOfAny(text);
    }

    private static double daysOfAny(String text) {
        Matcher iso = ISO.matcher(text);
        return iso.matches() ? isoDays(text, iso) : isoDays(toIso(text, Order.NONE));
    }

    /** What the order of day and month is in all of these texts; one order that fits all and is shown by at least one. */
    public static Order order(List<String> texts) {
        boolean iso = true;
        boolean dayFirst = true;
        boolean monthFirst = true;
        for (String text : texts) {
            DateText date = DateText.of(text);
            boolean numeric = date != null && !date.clear();
            iso &= date != null && date.clear() && !Double.isNaN(days(text));
            dayFirst &= numeric && isDay(date.iso(true));
            monthFirst &= numeric && isDay(date.iso(false));
        }
        if (texts.isEmpty() || !iso && !dayFirst && !monthFirst) {
            return Order.NONE;
        }
        if (iso || dayFirst && monthFirst) {
            return iso ? Order.ISO : Order.AMBIGUOUS;
        }
        return dayFirst ? Order.DAY_FIRST : Order.MONTH_FIRST;
    }

    /**
     * A date as ISO 8601. Without an order, only what can be read in one way; what is no date, or leaves doubt, stays as it is.
     */
    public static String toIso(String text, Order order) {
        if (isDigitsOfADay(text)) {
            return text;
        }
        DateText date = ISO.matcher(text).matches() ? null : DateText.of(text);
        if (date == null) {
            return text;
        }
        if (date.clear() || order == Order.DAY_FIRST || order == Order.MONTH_FIRST) {
            return date.iso(order == Order.DAY_FIRST);
        }
        String dayFirst = date.iso(true);
        String monthFirst = date.iso(false);
        boolean doubtful = isDay(dayFirst) == isDay(monthFirst) && !dayFirst.equals(monthFirst);
        if (doubtful) {
            return text;
        }
        return isDay(dayFirst) ? dayFirst : monthFirst;
    }

    /**
     * The other way of {@link #days}: ISO 8601 in UTC.
     *
     * @param times with the time of day, to the second; else the nearest day
     * @return null where there is no such date in the years 1 to 9999
     */
    public static String text(double days, boolean times) {
        if (!(days >= FIRST_DAY && days <= LAST_DAY)) {
            return null;
        }
        if (!times) {
            return LocalDate.ofEpochDay(Math.round(days)).toString();
        }
        LocalDateTime time = LocalDateTime.ofEpochSecond(Math.round(days * SECONDS_IN_A_DAY), 0, ZoneOffset.UTC);
        return time.format(DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT));
    }

    /** Whether a text has the form of 2020-01-31, in which most files write most days: told without a pattern. */
    private static boolean isDigitsOfADay(String text) {
        if (text.length() != DAY_LENGTH) {
            return false;
        }
        for (int i = 0; i < DAY_LENGTH; i++) {
            char c = text.charAt(i);
            if (i == 4 || i == 7 ? c != '-' : c < '0' || c > '9') {
                return false;
            }
        }
        return true;
    }

    /** Days of such a text, NaN where the calendar has no such day. */
    private static double day(String text) {
        int year = number(text, 0) * 100 + number(text, 2);
        int month = number(text, 5);
        int day = number(text, 8);
        boolean there = month >= 1 && month <= 12 && day >= 1 && day <= YearMonth.of(year, month).lengthOfMonth();
        return there ? LocalDate.of(year, month, day).toEpochDay() : Double.NaN;
    }

    private static int number(String text, int at) {
        return (text.charAt(at) - '0') * 10 + text.charAt(at + 1) - '0';
    }

    private static boolean isDay(String iso) {
        return !Double.isNaN(isoDays(iso));
    }

    private static double isoDays(String text) {
        Matcher iso = ISO.matcher(text);
        return iso.matches() ? isoDays(text, iso) : Double.NaN;
    }

    private static double isoDays(String text, Matcher iso) {
        try {
            if (iso.group(4) == null) {
                return LocalDate.parse(text, STRICT).toEpochDay();
            }
            String local = text.substring(0, 10) + "T" + iso.group(4);
            LocalDateTime time = LocalDateTime.parse(local, DateTimeFormatter.ISO_LOCAL_DATE_TIME);
            String zone = iso.group(5);
            ZoneOffset offset = zone == null ? ZoneOffset.UTC : ZoneOffset.of(zone);
            OffsetDateTime instant = time.atOffset(offset);
            return (instant.toEpochSecond() + instant.getNano() * 1e-9) / SECONDS_IN_A_DAY;
        } catch (DateTimeParseException noDate) {
            return Double.NaN;
        } catch (java.time.DateTimeException noZone) {
            return Double.NaN;
        }
    }
}
