package downhill.data.csv;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The cells of the current record in one reused array; unquoted cells without the spaces around them. Filled by the parser. Where it
 * gathers, the records before the current one stay in the array and can be shown again.
 */
final class Row extends AbstractBaseCsvCallbackHandler<Row> {
    private final boolean gathering;
    private char[] own = new char[1024];
    /** Where the cells stand: in its own array, or in the text that it lies over. */
    private char[] chars = own;
    private int[] ends = new int[64];
    private int[] starts = new int[64];
    private boolean[] quoted = new boolean[64];
    private int first;
    private int count;
    private int used;
    private int trimmed;
    private long line;

    Row() {
        this(false);
    }

    /** @param gathering whether records stay until {@link #clear()} */
    Row(boolean gathering) {
        this.gathering = gathering;
    }

    /** Forgets all records. */
    void clear() {
        chars = own;
        first = 0;
        count = 0;
        used = 0;
    }

    /** Forgets all records and lies over a text, whose cells stay where they are. */
    void over(char[] text) {
        clear();
        chars = text;
    }

    /**
     * Takes a record of the text that it lies over, without the parser, whose work are quotes.
     *
     * @param at     where the record begins
     * @param length of the text
     * @return where the next record begins, or −1 if there is a quote
     */
    int record(int at, int length, char delimiter, char quote) {
        handleBegin(0);
        int from = at;
        for (int i = at;; i++) {
            char c = i < length ? chars[i] : '\n';
            if (c == delimiter) {
                bare(from, i);
                from = i + 1;
            } else if (c == '\n' || c == '\r') {
                bare(from, i);
                return c == '\r' && i + 1 < length && chars[i + 1] == '\n' ? i + 2 : i + 1;
            } else if (c == quote) {
                return -1;
            }
        }
    }

    private void bare(int from, int to) {
        int start = from;
        int end = to;
        while (start < end && isSpace(chars[start])) {
            start++;
        }
        while (end > start && isSpace(chars[end - 1])) {
            end--;
        }
        trimmed += end - start < to - from ? 1 : 0;
        cell(start, end, false);
    }

    /** Shows a record that was gathered. */
    void show(int firstCell, int cells, int trimmedCells, long startLine) {
        first = firstCell;
        count = cells;
        trimmed = trimmedCells;
        line = startLine;
    }

    @Override
    protected void handleBegin(long startingLine) {
        first = gathering ? first + count : 0;
        used = gathering ? used : 0;
        count = 0;
        trimmed = 0;
    }

    @Override
    protected void handleField(int index, char[] source, int offset, int length, boolean isQuoted) {
        int from = offset;
        int to = offset + length;
        if (!isQuoted) {
            while (from < to && isSpace(source[from])) {
                from++;
            }
            while (to > from && isSpace(source[to - 1])) {
                to--;
            }
            trimmed += to - from < length ? 1 : 0;
        }
        append(source, from, to - from, isQuoted);
    }

    private static boolean isSpace(char c) {
        return c <= ' ' && (c == ' ' || c == '\t' || c == '\f' || c == '\u000B');
    }

    private void append(char[] source, int from, int length, boolean isQuoted) {
        if (used + length > chars.length) {
            own = Arrays.copyOf(chars, Math.max(chars.length * 2, used + length));
            chars = own;
        }
        System.arraycopy(source, from, chars, used, length);
        cell(used, used + length, isQuoted);
        used += length;
    }

    private void cell(int start, int end, boolean isQuoted) {
        int cell = first + count;
        if (cell == ends.length) {
            ends = Arrays.copyOf(ends, cell * 2);
            starts = Arrays.copyOf(starts, cell * 2);
            quoted = Arrays.copyOf(quoted, cell * 2);
        }
        starts[cell] = start;
        ends[cell] = end;
        quoted[cell] = isQuoted;
        count++;
    }

    @Override
    protected void handleEmpty() {
        append(chars, 0, 0, false);
    }

    @Override
    protected Row buildRecord() {
        return this;
    }

    void line(long newLine) {
        line = newLine;
    }

    /** Line of the file at which the record starts, from 1. */
    long line() {
        return line;
    }

    int fields() {
        return count;
    }

    /** Place of its first cell among those of all records gathered. */
    int first() {
        return first;
    }

    /** Cells that had spaces around them. */
    int trimmed() {
        return trimmed;
    }

    char[] chars() {
        return chars;
    }

    int start(int field) {
        return starts[first + field];
    }

    int end(int field) {
        return ends[first + field];
    }

    /** Where a cell starts, by its place among those of all records gathered. */
    int startOf(int cell) {
        return starts[cell];
    }

    int endOf(int cell) {
        return ends[cell];
    }

    boolean isEmpty(int field) {
        return starts[first + field] == ends[first + field];
    }

    boolean isQuoted(int field) {
        return quoted[first + field];
    }

    String text(int field) {
        return new String(chars, start(field), end(field) - start(field));
    }

    List<String> texts() {
        List<String> texts = new ArrayList<>(count);
        for (int field = 0; field < count; field++) {
            texts.add(text(field));
        }
        return texts;
    }
}
