package downhill.data.csv;

/**
 * How numbers are written in a file, and reading them.
 *
 * @param decimal  . or ,
 * @param grouping mark between thousands, or 0; a space stands for every kind of space
 */
record NumberStyle(char decimal, char grouping) {
    private static final int EXACT_DIGITS = 15;
    private static final double[] POWERS = new double[23];

    static {
        double power = 1;
        for (int i = 0; i < POWERS.length; i++) {
            POWERS[i] = power;
            power *= 10;
        }
    }

    /** Whether a cell of this shape is a number in this style. */
    boolean accepts(Shape shape) {
        boolean point = decimal == '.';
        return switch (shape) {
            case INTEGER, BIG_INTEGER, INFINITE -> true;
            case POINT -> point;
            case POINT_OR_GROUPS -> point || grouping == '.';
            case POINT_GROUPS, POINT_GROUPS_COMMA -> grouping == '.';
            case COMMA -> !point;
            case COMMA_OR_GROUPS -> !point || grouping == ',';
            case COMMA_GROUPS, COMMA_GROUPS_POINT -> grouping == ',';
            case SPACE_GROUPS -> grouping == ' ';
            case SPACE_GROUPS_COMMA -> grouping == ' ' && !point;
            case APOSTROPHE_GROUPS -> grouping == '\'';
            default -> false;
        };
    }

    /**
     * Reads a number whose shape is accepted, correctly rounded (up to 15 digits and powers of ten up to 22 by one exact operation, after
     * Clinger 1990; the rest by Java's own reader). May be infinite.
     */
    double read(char[] chars, int start, int end) {
        int i = start;
        boolean negative = chars[i] == '-';
        i += negative || chars[i] == '+' ? 1 : 0;
        long mantissa = 0;
        int digits = 0;
        int scale = 0;
        boolean fraction = false;
        for (; i < end; i++) {
            char c = chars[i];
            if (c >= '0' && c <= '9') {
                digits += digits > 0 || c != '0' ? 1 : 0;
                if (digits > EXACT_DIGITS) {
                    return slow(chars, start, end);
                }
                mantissa = mantissa * 10 + (c - '0');
                scale += fraction ? 1 : 0;
            } else if (c == decimal) {
                fraction = true;
            } else if (!isGrouping(c)) {
                return slow(chars, start, end);
            }
        }
        if (scale >= POWERS.length) {
            return slow(chars, start, end);
        }
        double value = mantissa / POWERS[scale];
        return negative ? -value : value;
    }

    double read(String text) {
        return read(text.toCharArray(), 0, text.length());
    }

    private boolean isGrouping(char c) {
        return grouping != 0 && (c == grouping || grouping == ' ' && (c == '\u00A0' || c == '\u202F' || c == '\u2009')
                || grouping == '\'' && c == '\u2019');
    }

    private double slow(char[] chars, int start, int end) {
        StringBuilder text = new StringBuilder(end - start);
        for (int i = start; i < end; i++) {
            char c = chars[i];
            if (!isGrouping(c)) {
                text.append(c == decimal ? '.' : c);
            }
        }
        String number = text.toString();
        boolean infinite = number.indexOf('i') >= 0 || number.indexOf('I') >= 0 || number.indexOf('∞') >= 0;
        if (infinite) {
            return number.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        return Double.parseDouble(number);
    }
}
