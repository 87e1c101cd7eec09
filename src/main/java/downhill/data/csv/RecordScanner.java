package downhill.data.csv;

import downhill.data.Dialect;

/**
 * Finds the end of one record in a buffer and what is wrong with it, without building its cells: a state machine over delimiter, quote,
 * escape and line end. A quote opens a quoted field only at the field's start, spaces apart; elsewhere it is a character like any other.
 */
final class RecordScanner {
    /** Characters in one cell; a longer quoted cell is taken for a quote that was never closed. */
    static final int MAX_FIELD = 1 << 20;
    /** Fields in one record. */
    static final int MAX_FIELDS = 10_000;
    static final char BYTE_ORDER_MARK = '\uFEFF';

    private final byte[] kinds;
    private final String delimiter;
    private final char quote;
    private final boolean quoted;
    private final boolean backslash;

    // What the last scan found.
    private int end;
    private int next;
    private int fields;
    private int lines;
    private int firstLineNext;
    private ProblemKind defect;
    private int defectField;
    private boolean quoteInField;
    private boolean sawEscape;
    private boolean sawMark;
    private boolean sawSpaceAroundQuote;
    private boolean cut;

    RecordScanner(Dialect dialect) {
        delimiter = dialect.delimiter();
        quoted = !dialect.quote().isEmpty();
        quote = quoted ? dialect.quote().charAt(0) : 0;
        backslash = dialect.escape().equals("\\");
        kinds = CharacterKinds.of(dialect);
    }

    /** Scans from {@code start}; false if the record may go on beyond {@code limit}. */
    boolean scan(char[] buffer, int start, int limit, boolean last) {
        reset();
        boolean fresh = true;
        int fieldStart = start;
        int i = start;
        while (i < limit) {
            char c = buffer[i];
            switch (kinds[c]) {
                case CharacterKinds.PLAIN -> {
                    fresh = false;
                    while (i + 1 < limit && kinds[buffer[i + 1]] == CharacterKinds.PLAIN) {
                        i++;
                    }
                }
                case CharacterKinds.LINE_FEED -> {
                    return finish(i, i + 1);
                }
                case CharacterKinds.RETURN -> {
                    if (i + 1 == limit && !last) {
                        return false;
                    }
                    return finish(i, i + 1 < limit && buffer[i + 1] == '\n' ? i + 2 : i + 1);
                }
                case CharacterKinds.DELIMITER -> {
                    int matched = delimiter(buffer, i, limit);
                    if (matched < 0 && !last) {
                        return false;
                    }
                    if (matched > 0) {
                        fields++;
                        fresh = true;
                        i += matched - 1;
                        fieldStart = i + 1;
                    } else {
                        fresh = false;
                    }
                }
                case CharacterKinds.QUOTE -> {
                    if (fresh) {
                        sawSpaceAroundQuote |= i > fieldStart;
                        int after = quoted(buffer, i + 1, limit, last);
                        if (after < 0) {
                            return after == FAILED && finish(firstLineEnd(buffer, start, limit), next);
                        }
                        i = after - 1;
                        fresh = false;
                    } else {
                        quoteInField = true;
                    }
                }
                case CharacterKinds.NUL -> {
                    bad(buffer, i, start);
                    fresh = false;
                }
                case CharacterKinds.MARK -> sawMark = true;
                default -> { }
            }
            i++;
        }
        return last && finish(limit, limit);
    }

    private void reset() {
        fields = 1;
        lines = 1;
        firstLineNext = -1;
        defect = null;
        quoteInField = false;
        sawEscape = false;
        sawMark = false;
        sawSpaceAroundQuote = false;
        cut = false;
    }

    private static final int MORE = -1;
    private static final int FAILED = -2;

    /** Position after the closing quote and the spaces behind it, or MORE, or FAILED. */
    private int quoted(char[] buffer, int from, int limit, boolean last) {
        int i = from;
        while (i < limit) {
            char c = buffer[i];
            if (c == quote) {
                if (i + 1 == limit && !last) {
                    return MORE;
                }
                if (i + 1 < limit && buffer[i + 1] == quote) {
                    i += 2;
                    continue;
                }
                return afterQuote(buffer, i + 1, limit, last);
            }
            if (c == '\\' && backslash) {
                sawEscape = true;
                i++;
            }
            if (i < limit) {
                within(buffer, i, limit, from);
            }
            i++;
            if (i - from > MAX_FIELD) {
                return fail(ProblemKind.UNCLOSED_QUOTE);
            }
        }
        return last ? fail(ProblemKind.UNCLOSED_QUOTE) : MORE;
    }

    /** Notes what a character within quotes is beside being there. */
    private void within(char[] buffer, int at, int limit, int from) {
        char c = buffer[at];
        if (c == '\n' || c == '\r' && at + 1 < limit && buffer[at + 1] != '\n') {
            lines++;
            firstLineNext = firstLineNext < 0 ? at + 1 : firstLineNext;
        } else if (kinds[c] == CharacterKinds.NUL) {
            bad(buffer, at, from);
        }
    }

    private int afterQuote(char[] buffer, int from, int limit, boolean last) {
        int i = from;
        while (i < limit && buffer[i] == ' ' && !delimiter.equals(" ")) {
            i++;
        }
        if (i + delimiter.length() > limit && !last) {
            return MORE;
        }
        sawSpaceAroundQuote |= i > from;
        boolean ends = i >= limit || buffer[i] == '\n' || buffer[i] == '\r' || delimiter(buffer, i, limit) > 0;
        if (!ends && firstLineNext >= 0) {
            return fail(ProblemKind.TEXT_AFTER_QUOTE);
        }
        if (!ends) {
            note(ProblemKind.TEXT_AFTER_QUOTE);
        }
        return i;
    }

    private int fail(ProblemKind kind) {
        defect = null;
        note(kind);
        return FAILED;
    }

    private void bad(char[] buffer, int at, int start) {
        if (buffer[at] == 0) {
            note(ProblemKind.NUL_CHARACTER);
        } else if (EscapingReader.isBroken(at > start ? buffer[at - 1] : 0, buffer[at])) {
            note(ProblemKind.INVALID_BYTES);
        }
    }

    private void note(ProblemKind kind) {
        if (defect == null) {
            defect = kind;
            defectField = fields - 1;
        }
    }

    /** Length of the delimiter here, 0 if it is not here, −1 if that cannot be said yet. */
    private int delimiter(char[] buffer, int at, int limit) {
        int length = delimiter.length();
        for (int i = 0; i < length; i++) {
            if (at + i >= limit) {
                return -1;
            }
            if (buffer[at + i] != delimiter.charAt(i)) {
                return 0;
            }
        }
        return length;
    }

    /** Where the first line of the record ends; a record that cannot be trusted costs this line only. */
    private int firstLineEnd(char[] buffer, int start, int limit) {
        int i = start;
        while (i < limit && buffer[i] != '\n' && buffer[i] != '\r') {
            i++;
        }
        next = i + 1 < limit && buffer[i] == '\r' && buffer[i + 1] == '\n' ? i + 2 : Math.min(limit, i + 1);
        lines = 1;
        cut = i == limit;
        return i;
    }

    private boolean finish(int recordEnd, int recordNext) {
        end = recordEnd;
        next = recordNext;
        return true;
    }

    /** Treats the record as only its first line, which is given up. */
    void giveUpFirstLine(char[] buffer, int start, int limit) {
        end = firstLineEnd(buffer, start, limit);
        defect = ProblemKind.UNCLOSED_QUOTE;
        defectField = 0;
    }

    /** Takes one line for the record, whatever is in it; false if it may go on beyond {@code limit}. */
    boolean line(char[] buffer, int start, int limit, boolean last) {
        reset();
        end = firstLineEnd(buffer, start, limit);
        boolean whole = last || end + 1 < limit || end < limit && buffer[end] == '\n';
        cut = false;
        return whole;
    }

    /** Whether the end of the first line given up lies beyond the text at hand. */
    boolean cut() {
        return cut;
    }

    /** End of the record, its line end left out. */
    int end() {
        return end;
    }

    /** Start of the next record. */
    int next() {
        return next;
    }

    int fields() {
        return fields;
    }

    /** Lines of the file that the record takes up. */
    int lines() {
        return lines;
    }

    ProblemKind defect() {
        return defect;
    }

    int defectField() {
        return defectField;
    }

    boolean quoteInField() {
        return quoteInField;
    }

    boolean spaceAroundQuote() {
        return sawSpaceAroundQuote;
    }

    /** Whether there are backslash escapes, byte order marks or spaces around quotes, which the parser does not know. */
    boolean needsRewriting() {
        return sawEscape || sawMark || sawSpaceAroundQuote;
    }

    boolean byteOrderMark() {
        return sawMark;
    }
}
