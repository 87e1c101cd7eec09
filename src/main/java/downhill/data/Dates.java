package downhill.data;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads calendar dates: ISO 8601, and day.month.year or month/day/year where the numbers leave no doubt. */
public final class Dates {
    private static final Pattern ISO = Pattern.compile(
            "(\\d{4})-(\\d{2})-(\\d{2})(?:[T ](\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?)(Z|[+-]\\d{2}:?\\d{2})?)?");
    private static final Pattern NUMERIC = Pattern.compile("(\\d{1,2})([./-])(\\d{1,2})\\2(\\d{4})");
    private static final DateTimeFormatter STRICT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);
    private static final double SECONDS_IN_A_DAY = 86_400;

    /** The order of day and month in a column of dates. */
    public enum Order { ISO, DAY_FIRST, MONTH_FIRST, AMBIGUOUS, NONE }

    private Dates() {
    }

    /** Days since 1970-01-01 UTC with the time of day as a fraction, or NaN if the text is no date that can be read without doubt. */
    public static double days(String text) {
        Matcher iso = ISO.matcher(text);
        if (iso.matches()) {
            return isoDays(text, iso);
        }
        Matcher numeric = NUMERIC.matcher(text);
        return numeric.matches() ? numericDays(numeric) : Double.NaN;
    }

    /** What the order of day and month is in all of these texts; one order that fits all and is shown by at least one. */
    public static Order order(List<String> texts) {
        boolean iso = true;
        boolean dayFirst = true;
        boolean monthFirst = true;
        for (String text : texts) {
            iso &= !Double.isNaN(days(text)) && ISO.matcher(text).matches();
            Matcher numeric = NUMERIC.matcher(text);
            boolean matches = numeric.matches();
            dayFirst &= matches && valid(numeric.group(4), numeric.group(3), numeric.group(1));
            monthFirst &= matches && valid(numeric.group(4), numeric.group(1), numeric.group(3));
        }
        if (texts.isEmpty() || !iso && !dayFirst && !monthFirst) {
            return Order.NONE;
        }
        return iso ? Order.ISO : dayFirst && monthFirst ? Order.AMBIGUOUS : dayFirst ? Order.DAY_FIRST : Order.MONTH_FIRST;
    }

    /** A date written day first or month first as ISO 8601. */
    public static String toIso(String text, Order order) {
        Matcher numeric = NUMERIC.matcher(text);
        if (!numeric.matches()) {
            return text;
        }
        boolean dayFirst = order == Order.DAY_FIRST;
        return iso(numeric.group(4), numeric.group(dayFirst ? 3 : 1), numeric.group(dayFirst ? 1 : 3));
    }

    private static double numericDays(Matcher numeric) {
        boolean dayFirst = valid(numeric.group(4), numeric.group(3), numeric.group(1));
        boolean monthFirst = valid(numeric.group(4), numeric.group(1), numeric.group(3));
        if (dayFirst == monthFirst && !numeric.group(1).equals(numeric.group(3))) {
            return Double.NaN;
        }
        return days(iso(numeric.group(4), numeric.group(dayFirst ? 3 : 1), numeric.group(dayFirst ? 1 : 3)));
    }

    private static boolean valid(String year, String month, String day) {
        return !Double.isNaN(days(iso(year, month, day)));
    }

    private static String iso(String year, String month, String day) {
        return year + "-" + (month.length() == 1 ? "0" : "") + month + "-" + (day.length() == 1 ? "0" : "") + day;
    }

    private static double isoDays(String text, Matcher iso) {
        try {
            if (iso.group(4) == null) {
                return java.time.LocalDate.parse(text, STRICT).toEpochDay();
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
