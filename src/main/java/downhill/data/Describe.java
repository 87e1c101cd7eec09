package downhill.data;

import downhill.words.Said;
import java.util.List;
import java.util.Locale;

/** Words for what preprocessing did. */
public final class Describe {
    private static final int SHOWN = 6;

    private Describe() {
    }

    public static Said scaling(Scaling scaling, double center, double scale) {
        return scaling(ColumnType.NUMBER, scaling, center, scale);
    }

    public static Said scaling(ColumnType type, Scaling scaling, double center, double scale) {
        return switch (scaling) {
            case NONE -> Said.of("done.asIs");
            case STANDARD -> Said.of("done.standard", value(type, center), number(scale));
            case MIN_MAX -> Said.of("done.range", value(type, center), number(scale));
        };
    }

    public static Said constant(ColumnType type, double value) {
        return Said.of("done.constant", value(type, value));
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
