package downhill.data.csv;

import java.util.List;

/** In what the records of a text end. */
final class LineEnds {
    /** Where there is more than one kind. */
    static final String MIXED = "mixed";
    private static final List<String> NAMES = List.of("", "CRLF", "LF", MIXED, "CR");

    private int seen;

    /** A record ends at {@code end}, and the next begins at {@code next}. */
    void note(char[] buffer, int end, int next, int limit) {
        if (next > end && end < limit) {
            int single = buffer[end] == '\n' ? 2 : 4;
            seen |= next - end == 2 ? 1 : single;
        }
    }

    /** LF, CRLF, CR, {@link #MIXED}, or nothing where there is no line end. */
    String name() {
        return Integer.bitCount(seen) > 1 ? MIXED : NAMES.get(seen);
    }
}
