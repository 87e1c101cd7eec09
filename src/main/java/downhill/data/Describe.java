package downhill.data;

import java.util.List;
import java.util.Locale;

/** Words for what preprocessing did. */
public final class Describe {
    private static final int SHOWN = 6;

    private Describe() {
    }

    public static String scaling(Scaling scaling, double center, double scale) {
        return scaling(ColumnType.NUMBER, scaling, center, scale);
    }

    public static String scaling(ColumnType type, Scaling scaling, double center, double scale) {
        return switch (scaling) {
            case NONE -> "left as it is";
            case STANDARD -> "standardised (z-score): mean " + value(type, center) + ", deviation " + number(scale);
            case MIN_MAX -> "scaled to [0, 1]: minimum " + value(type, center) + ", range " + number(scale);
        };
    }

    public static String constant(ColumnType type, double value) {
        return "one value only (" + value(type, value) + "), other values change nothing";
    }

    /** A number, or of dates, which are days since 1970-01-01, the nearest day. */
    public static String value(ColumnType type, double value) {
        String date = type == ColumnType.DATE ? Dates.text(value, false) : null;
        return date == null ? number(value) : date;
    }

    /** Four significant digits, without an exponent where people would write none. */
    public static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e7) {
            return Long.toString((long) value);
        }
        double size = Math.abs(value);
        if (size >= 1e-4 && size < 1e7) {
            int decimals = Math.max(0, 3 - (int) Math.floor(Math.log10(size)));
            return String.format(Locale.ROOT, "%." + Math.min(decimals, 8) + "f", value);
        }
        return String.format(Locale.ROOT, "%.3e", value);
    }

    public static String some(List<String> names) {
        String shown = String.join(", ", names.subList(0, Math.min(SHOWN, names.size())));
        return names.size() > SHOWN ? shown + ", …" : shown;
    }
}
