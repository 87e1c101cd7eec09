package downhill.data.csv;

import downhill.data.Dates;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells the shape of a cell. Plain numbers are told by one pass over the characters; the rest by patterns. The forms of a number are
 * those of JSON, and also +5, 5. and .5; what Java's own parser takes beyond them (1f, 1d, 0x1p3, NaN) is text.
 */
final class CellShapes {
    private static final String LARGEST_EXACT = "9007199254740992";
    private static final int LONGEST_NUMBER = 400;
    private static final Set<String> INFINITIES = Set.of("inf", "infinity", "∞", "1.#inf");
    /** As C libraries write what is no number. */
    private static final Set<String> NANS = Set.of("-nan", "+nan", "nan(ind)", "-nan(ind)", "1.#qnan", "-1.#qnan", "1.#ind", "-1.#ind");
    private static final String DASHES = "-?.*–—…";
    private static final int LONGEST_DASH = 3;
    private static final Set<String> TRUTHS = Set.of("true", "false", "yes", "no");
    /** Of these all patterns below are made. */
    private static final String GROUPED = "0123456789.,+-eE \u00A0\u202F\u2009'\u2019";
    private static final Pattern COMMA_DECIMAL = Pattern.compile("[+-]?(\\d+,\\d*|,\\d+)([eE][+-]?\\d+)?");
    private static final Pattern COMMA_THREE = Pattern.compile("[+-]?[1-9]\\d{0,2},\\d{3}");
    private static final Pattern POINT_THREE = Pattern.compile("[+-]?[1-9]\\d{0,2}\\.\\d{3}");
    /** Groups of three digits, or as in India of two before the last three. */
    private static final Pattern COMMAS = Pattern.compile("[+-]?[1-9](\\d{0,2}(,\\d{3}){2,}|\\d?(,\\d{2})+,\\d{3})");
    private static final Pattern POINTS = Pattern.compile("[+-]?[1-9]\\d{0,2}(\\.\\d{3}){2,}");
    private static final Pattern COMMAS_POINT = Pattern.compile("[+-]?[1-9](\\d{0,2}(,\\d{3})+|\\d?(,\\d{2})+,\\d{3})\\.\\d*");
    private static final Pattern POINTS_COMMA = Pattern.compile("[+-]?[1-9]\\d{0,2}(\\.\\d{3})+,\\d*");
    private static final String SPACES = "[ \u00A0\u202F\u2009]";
    private static final Pattern SPACED = Pattern.compile("[+-]?[1-9]\\d{0,2}(" + SPACES + "\\d{3})+(\\.\\d*)?");
    private static final Pattern SPACED_COMMA = Pattern.compile("[+-]?[1-9]\\d{0,2}(" + SPACES + "\\d{3})+,\\d*");
    private static final Pattern APOSTROPHES = Pattern.compile("[+-]?[1-9]\\d{0,2}(['\u2019]\\d{3})+(\\.\\d*)?");

    private final Set<String> missing = new HashSet<>();
    /** Whether a plain number or day may be one of these texts; if not, they need not be looked for among them. */
    private boolean plainMayBeMissing;

    /** @param missingTexts words that mean "no value", compared without regard to case */
    CellShapes(Collection<String> missingTexts) {
        for (String text : missingTexts) {
            missing.add(text.toLowerCase(Locale.ROOT));
            char[] chars = text.toCharArray();
            plainMayBeMissing |= chars.length > 0 && (plain(chars, 0, chars.length) != null || isDay(chars, 0, chars.length));
        }
    }

    Shape of(char[] chars, int start, int end) {
        Shape quick = quick(chars, start, end);
        return quick != null ? quick : slow(new String(chars, start, end - start));
    }

    /** The shape where it takes no more than one pass over the characters, or null. */
    Shape quick(char[] chars, int start, int end) {
        if (start == end) {
            return Shape.EMPTY;
        }
        Shape plain = plain(chars, start, end);
        Shape quick = plain == null && isDay(chars, start, end) ? Shape.CLEAR_DATE : plain;
        return quick != null && plainMayBeMissing && missing.contains(new String(chars, start, end - start)) ? Shape.MISSING_WORD : quick;
    }

    /** The most frequent form of a date, 2020-01-31, told without making a text of it. */
    private static boolean isDay(char[] chars, int start, int end) {
        if (end - start != 10 || chars[start + 4] != '-' || chars[start + 7] != '-') {
            return false;
        }
        int month = number(chars, start + 5);
        int day = number(chars, start + 8);
        return number(chars, start) >= 0 && number(chars, start + 2) >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
    }

    /** The number of two digits that stands there, or a negative one. */
    private static int number(char[] chars, int at) {
        boolean digits = chars[at] >= '0' && chars[at] <= '9' && chars[at + 1] >= '0' && chars[at + 1] <= '9';
        return digits ? (chars[at] - '0') * 10 + chars[at + 1] - '0' : -1;
    }

    Shape of(String text) {
        return of(text.toCharArray(), 0, text.length());
    }

    /** Shape of a number written with ASCII digits, sign, point and exponent alone; null for anything else. */
    private static Shape plain(char[] chars, int start, int end) {
        int i = start + (chars[start] == '-' || chars[start] == '+' ? 1 : 0);
        int first = i;
        i = digits(chars, i, end);
        int whole = i - first;
        int fraction = -1;
        if (i < end && chars[i] == '.') {
            int from = i + 1;
            i = digits(chars, from, end);
            fraction = i - from;
        }
        if (whole + Math.max(0, fraction) == 0 || end - start > LONGEST_NUMBER) {
            return null;
        }
        boolean exponent = i < end && (chars[i] | 0x20) == 'e';
        if (exponent) {
            int from = i + 1 < end && (chars[i + 1] == '-' || chars[i + 1] == '+') ? i + 2 : i + 1;
            i = digits(chars, from, end);
            if (i == from) {
                return null;
            }
        }
        return i < end ? null : plainShape(chars, first, whole, fraction, exponent);
    }

    private static Shape plainShape(char[] chars, int first, int whole, int fraction, boolean exponent) {
        if (whole > 1 && chars[first] == '0') {
            return Shape.LEADING_ZERO;
        }
        if (exponent || fraction >= 0) {
            boolean group = !exponent && fraction == 3 && whole >= 1 && whole <= 3 && chars[first] != '0';
            return group ? Shape.POINT_OR_GROUPS : Shape.POINT;
        }
        return isBig(chars, first, whole) ? Shape.BIG_INTEGER : Shape.INTEGER;
    }

    private static boolean isBig(char[] chars, int first, int length) {
        if (length != LARGEST_EXACT.length()) {
            return length > LARGEST_EXACT.length();
        }
        return new String(chars, first, length).compareTo(LARGEST_EXACT) > 0;
    }

    private static int digits(char[] chars, int from, int end) {
        int i = from;
        while (i < end && chars[i] >= '0' && chars[i] <= '9') {
            i++;
        }
        return i;
    }

    /** The shape of a text for which there is no quick one. */
    Shape slow(String text) {
        String lower = text.length() > LONGEST_NUMBER ? text : text.toLowerCase(Locale.ROOT);
        if (text.isBlank() || missing.contains(lower)) {
            return text.isBlank() ? Shape.EMPTY : Shape.MISSING_WORD;
        }
        if (NANS.contains(lower) && missing.contains("nan")) {
            return Shape.MISSING_WORD;
        }
        if (isDash(text)) {
            return Shape.DASH;
        }
        if (text.length() > LONGEST_NUMBER) {
            return Shape.TEXT;
        }
        if (TRUTHS.contains(lower)) {
            return Shape.TRUTH;
        }
        if (INFINITIES.contains(lower.startsWith("+") || lower.startsWith("-") ? lower.substring(1) : lower)) {
            return Shape.INFINITE;
        }
        return hasDigit(text) ? withDigits(text) : Shape.TEXT;
    }

    private static boolean isDash(String text) {
        return text.length() <= LONGEST_DASH && text.chars().allMatch(c -> c == text.charAt(0)) && DASHES.indexOf(text.charAt(0)) >= 0;
    }

    private static boolean hasDigit(String text) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (Character.isDigit(text.codePointAt(i))) {
                return true;
            }
        }
        return false;
    }

    private Shape withDigits(String text) {
        Shape grouped = grouped(text);
        if (grouped != null) {
            return grouped;
        }
        Dates.Form date = Dates.form(text);
        if (date != Dates.Form.NONE) {
            return date == Dates.Form.CLEAR ? Shape.CLEAR_DATE : Shape.NUMERIC_DATE;
        }
        String bare = Units.strip(text);
        if (bare != null && isNumber(bare)) {
            return Shape.UNIT;
        }
        String ascii = Units.ascii(text);
        return ascii != null && isNumber(ascii) ? Shape.UNICODE_NUMBER : Shape.TEXT;
    }

    private static boolean isNumber(String text) {
        Shape plain = text.isEmpty() ? null : plain(text.toCharArray(), 0, text.length());
        return plain != null && plain != Shape.LEADING_ZERO || grouped(text) != null;
    }

    /** Whether a text has no other characters than those of grouped numbers, so that it is worth trying the patterns. */
    private static boolean mayBeGrouped(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (GROUPED.indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    private static Shape grouped(String text) {
        return mayBeGrouped(text) ? tried(text) : null;
    }

    private static Shape tried(String text) {
        if (COMMA_THREE.matcher(text).matches()) {
            return Shape.COMMA_OR_GROUPS;
        }
        if (POINT_THREE.matcher(text).matches()) {
            return Shape.POINT_OR_GROUPS;
        }
        if (COMMA_DECIMAL.matcher(text).matches()) {
            return text.matches("[+-]?0\\d.*") ? Shape.TEXT : Shape.COMMA;
        }
        if (COMMAS.matcher(text).matches()) {
            return Shape.COMMA_GROUPS;
        }
        if (POINTS.matcher(text).matches()) {
            return Shape.POINT_GROUPS;
        }
        if (COMMAS_POINT.matcher(text).matches()) {
            return Shape.COMMA_GROUPS_POINT;
        }
        if (POINTS_COMMA.matcher(text).matches()) {
            return Shape.POINT_GROUPS_COMMA;
        }
        if (SPACED.matcher(text).matches()) {
            return Shape.SPACE_GROUPS;
        }
        if (SPACED_COMMA.matcher(text).matches()) {
            return Shape.SPACE_GROUPS_COMMA;
        }
        return APOSTROPHES.matcher(text).matches() ? Shape.APOSTROPHE_GROUPS : null;
    }
}
