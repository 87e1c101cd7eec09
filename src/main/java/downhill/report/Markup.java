package downhill.report;

import downhill.data.Visible;
import java.util.Locale;

/** The one way of texts and numbers into a page: nothing that comes from a file can end an element, an attribute or a script. */
final class Markup {
    private Markup() {
    }

    /** As content of an element, or within quotes as an attribute. */
    static String text(String text) {
        StringBuilder safe = new StringBuilder();
        Visible.text(text).chars().forEach(unit -> safe.append(switch (unit) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            case '\'' -> "&#39;";
            default -> String.valueOf((char) unit);
        }));
        return safe.toString();
    }

    /** JSON within a script: a less-than sign is in strings only, where its escape means the same. */
    static String json(String json) {
        return json.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029");
    }

    /** A number as a person reads it; nothing where there is none. */
    static String number(double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "−∞";
        }
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
        return (whole ? String.format(Locale.ROOT, "%.0f", value) : plain(value)).replace('-', '−');
    }

    /** Four digits without zeros at the end; powers of ten where it would be long. */
    private static String plain(double value) {
        String digits = String.format(Locale.ROOT, "%.4g", value);
        int power = digits.indexOf('e');
        String front = power < 0 ? digits : digits.substring(0, power);
        String back = power < 0 ? "" : digits.substring(power).replaceFirst("e\\+?(-?)0*", "e$1");
        return front.replaceFirst("(\\.\\d*?)0+$", "$1").replaceFirst("\\.$", "") + back;
    }

    /** A length in a drawing. */
    static String length(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
