package downhill.data.csv;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes from a number what is written around it. */
final class Units {
    private static final String SIGNS = "%‰$€£¥₹₽₩¢元円";
    private static final List<String> CODES = List.of("USD", "EUR", "GBP", "JPY", "CNY", "RMB", "CHF", "INR");
    private static final String UNIT = "[" + SIGNS + "]|" + String.join("|", CODES);
    private static final String SPACE = "[ \u00A0\u202F]*";
    /** 3 €, -€3, €-3, USD 3. */
    private static final Pattern WITH_UNIT = Pattern.compile("([-−]?)(?:(?:" + UNIT + ")" + SPACE + "(.*\\d.*)|(.*\\d.*?)" + SPACE + "(?:"
            + UNIT + "))");
    /** As in accounts: (3), 3-. */
    private static final Pattern NEGATIVE = Pattern.compile("\\(([^()-]*)\\)|([^()-]*)-");

    private Units() {
    }

    /** The number without a percent or currency sign before or after it and with its minus in front, or null if it has neither. */
    static String strip(String text) {
        return text.startsWith("(") || text.endsWith("-") ? account(text) : bare(text);
    }

    private static String account(String text) {
        Matcher negative = NEGATIVE.matcher(text);
        if (negative.matches()) {
            String inner = negative.group(1) != null ? negative.group(1).strip() : negative.group(2).strip();
            String bare = bare(inner);
            return "-" + (bare == null ? inner : bare);
        }
        return bare(text);
    }

    private static String bare(String text) {
        return mayHaveUnit(text) ? stripped(text) : null;
    }

    /** Whether there is a sign or the letters of a unit at all; of most texts this says that no pattern need be tried. */
    private static boolean mayHaveUnit(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (SIGNS.indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return CODES.stream().anyMatch(text::contains);
    }

    private static String stripped(String text) {
        Matcher unit = WITH_UNIT.matcher(text);
        if (!unit.matches()) {
            return null;
        }
        String number = unit.group(2) != null ? unit.group(2) : unit.group(3);
        return (unit.group(1).isEmpty() ? "" : "-") + number;
    }

    /** The number in ASCII: other digits, minus signs, points of full width and hard spaces are replaced; null if nothing was. */
    static String ascii(String text) {
        StringBuilder ascii = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (Character.isDigit(c)) {
                ascii.append((char) ('0' + Character.digit(c, 10)));
            } else if (c == 0x2212 || c == 0x2013 || c == 0xFF0D || c == 0xFE63) {
                ascii.append('-');
            } else if (c == 0xFF0E) {
                ascii.append('.');
            } else if (c != 0xA0 && c != 0x202F && c != 0x2009 && c != 0x200B && c != 0xFEFF) {
                ascii.appendCodePoint(c);
            }
        });
        String result = ascii.toString();
        return result.equals(text) ? null : result;
    }
}
