package downhill.data.csv;

import downhill.data.Dialect;

/** Knows lines that hold no record: blank ones, and those that only rule off others. */
record BareLines(Dialect dialect) {
    /** What old programs write behind the last line. */
    private static final char END_OF_FILE = '\u001A';
    private static final String STROKES = "-=+|:";

    boolean isBlank(char[] buffer, int from, int to) {
        char delimiter = dialect.delimiter().charAt(0);
        for (int i = from; i < to; i++) {
            char c = buffer[i];
            boolean space = c == ' ' || c == '\t' || c == '\f' || c == RecordScanner.BYTE_ORDER_MARK || c == END_OF_FILE;
            if (!space || c == delimiter && !dialect.runs()) {
                return false;
            }
        }
        return true;
    }

    /** As printed tables have below their names: made of nothing but strokes, and at least three of one kind in a row. */
    boolean isRule(char[] buffer, int from, int to) {
        if (from >= to || STROKES.indexOf(buffer[from]) < 0 || "-=+:".contains(dialect.delimiter().substring(0, 1))) {
            return false;
        }
        boolean stroke = false;
        for (int i = from; i < to; i++) {
            char c = buffer[i];
            if (STROKES.indexOf(c) < 0 && c != ' ' && dialect.delimiter().indexOf(c) < 0) {
                return false;
            }
            stroke |= (c == '-' || c == '=') && i >= from + 2 && buffer[i - 1] == c && buffer[i - 2] == c;
        }
        return stroke;
    }
}
