package downhill.ui.chart;

import downhill.data.Dates;
import downhill.ui.chart.shape.Range;
import downhill.ui.i18n.Numbers;

/** What the numbers along an axis are, and how they are marked and told. */
public enum Marks {
    NUMBERS,
    /** Numbers of which only whole ones are marked. */
    WHOLE,
    /** Days since 1970-01-01, told as dates. */
    DATES;

    /** Below so many days across, a place on an axis has a time of day. */
    private static final double WITH_TIMES = 4;

    /** Dates, or numbers where they are none. */
    public static Marks of(boolean dates) {
        return dates ? DATES : NUMBERS;
    }

    /** A value at which somebody points, for a person. */
    public String words(double value, Range shown) {
        String date = this == DATES ? Dates.text(value, shown.length() < WITH_TIMES) : null;
        return date == null ? Numbers.format(value) : date.replace('T', ' ');
    }

    /** A value in full, for a file. */
    String cell(double value) {
        String date = this == DATES ? Dates.text(value, value != Math.rint(value)) : null;
        return date == null ? ChartTable.number(value) : date;
    }
}
