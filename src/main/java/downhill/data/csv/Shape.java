package downhill.data.csv;

/** What the text of a cell looks like, before it is known what its column is. */
enum Shape {
    EMPTY,
    /** A word that means "no value". */
    MISSING_WORD,
    /** A lone -, ?, . or the like, up to three of them, which means "no value" only among numbers. */
    DASH,
    /** Digits with or without sign. */
    INTEGER,
    /** Whole number beyond 2⁵³, which a double cannot hold exactly. */
    BIG_INTEGER,
    /** Digits with a zero before them that a number would lose. */
    LEADING_ZERO,
    /** A decimal point, or an exponent. */
    POINT,
    /** One to three digits, a point, three digits. */
    POINT_OR_GROUPS,
    /** 1.234.567 */
    POINT_GROUPS,
    /** A decimal comma. */
    COMMA,
    /** One to three digits, a comma, three digits. */
    COMMA_OR_GROUPS,
    /** 1,234,567 */
    COMMA_GROUPS,
    /** 1,234.5 */
    COMMA_GROUPS_POINT,
    /** 1.234,5 */
    POINT_GROUPS_COMMA,
    /** 1 234 or 1 234.5, with any kind of space. */
    SPACE_GROUPS,
    /** 1 234,5 */
    SPACE_GROUPS_COMMA,
    /** 1'234 or 1'234.5 */
    APOSTROPHE_GROUPS,
    /** Infinity in one of its spellings. */
    INFINITE,
    /** A number with percent or currency sign, or with its minus written as in accounts. */
    UNIT,
    /** A number in digits or signs other than ASCII's. */
    UNICODE_NUMBER,
    /** true, false, yes, no in any case. */
    TRUTH,
    /** A calendar date with the year first, or with the name of the month. */
    CLEAR_DATE,
    /** Day and month as numbers in some order, then the year. */
    NUMERIC_DATE,
    TEXT;

    /** Whether the cell holds no value whatever the column is. */
    boolean isMissing() {
        return this == EMPTY || this == MISSING_WORD;
    }

    /** Whether the cell tells by itself what its marks mean. */
    boolean tells() {
        return this == POINT || this == COMMA || this == POINT_GROUPS || this == COMMA_GROUPS || this == POINT_GROUPS_COMMA
                || this == COMMA_GROUPS_POINT || this == SPACE_GROUPS_COMMA;
    }

    /** Whether the cell is a number in some way of writing. */
    boolean isNumeric() {
        return ordinal() >= INTEGER.ordinal() && ordinal() <= UNICODE_NUMBER.ordinal() && this != LEADING_ZERO;
    }
}
