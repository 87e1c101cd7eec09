package downhill.data.csv;

import java.util.Locale;

/** What can be wrong with a row, a cell or a column. */
public enum ProblemKind {
    TOO_FEW_FIELDS(true),
    TOO_MANY_FIELDS(true),
    UNCLOSED_QUOTE(true),
    TEXT_AFTER_QUOTE(true),
    INVALID_BYTES(true),
    NUL_CHARACTER(true),
    FIELD_TOO_LONG(true),
    SECOND_HEADER(true),
    TOTAL_ROW(true),
    NOT_A_NUMBER(false),
    NOT_FINITE(false),
    NOT_A_DATE(false),
    UNDERFLOW(false),
    NORMALISED_NUMBER(false),
    PRECISION(false),
    AMBIGUOUS_NUMBER(false),
    AMBIGUOUS_DATE(false),
    SHORT_YEARS(false),
    QUOTE_IN_FIELD(false),
    EMPTY_EXTRA_FIELDS(false),
    NAME_CHANGED(false),
    COLUMN_DROPPED(false),
    REPEATED_HEADER(false),
    TRIMMED(false),
    LINE_SKIPPED(false),
    SECOND_TABLE(false),
    FOOTER(false),
    BYTE_ORDER_MARK(false),
    LINE_ENDS(false),
    UNITS(false),
    LEADING_ZEROS(false),
    DUPLICATE_ROWS(false),
    MISSING_OR_VALUE(false),
    MISSING_ONLY(false),
    CONSTANT(false),
    IDENTIFIER(false),
    ALIKE(false),
    FEW_ROWS(false),
    ENCODING(false),
    SAMPLED(false);

    private final boolean rejects;

    ProblemKind(boolean rejects) {
        this.rejects = rejects;
    }

    /** As it stands in lists: too few fields. */
    String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Whether a row with this problem is left out. */
    public boolean rejects() {
        return rejects;
    }
}
