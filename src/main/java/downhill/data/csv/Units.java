package downhill.data.csv;

/** Takes from a number what is written around it. */
final class Units {
    private static final String CURRENCIES = "$€£¥₹₽₩¢";

    private Units() {
    }

    /** The number without a percent or currency sign before or after it, or null if there is none. */
    static String strip(String text) {
        int start = 0;
        int end = text.length();
        boolean negative = end > 1 && text.charAt(0) == '-' && isUnit(text.charAt(1));
        start += negative ? 1 : 0;
        if (start < end && isUnit(text.charAt(start)) && text.charAt(start) != '%') {
            start++;
        } else if (end > start && isUnit(text.charAt(end - 1))) {
            end--;
        } else {
            return null;
        }
        String bare = text.substring(start, end).strip().replaceAll("^[\u00A0\u202F]+|[\u00A0\u202F]+$", "");
        return negative ? "-" + bare : bare;
    }

    private static boolean isUnit(char c) {
        return c == '%' || c == '‰' || CURRENCIES.indexOf(c) >= 0;
    }

    /** The number in ASCII: other digits, minus signs, points of full width and hard spaces are replaced; null if nothing was. */
    static String ascii(String text) {
        StringBuilder ascii = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (Character.isDigit(c)) {
                ascii.append((char) ('0' + Character.digit(c, 10)));
            } else if (c == 0x2212 || c == 0xFF0D || c == 0xFE63) {
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
