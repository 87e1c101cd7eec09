package downhill.data.csv;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The cells of the current record in one reused array; unquoted cells without the spaces around them. Filled by the parser. */
final class Row extends AbstractBaseCsvCallbackHandler<Row> {
    private char[] chars = new char[1024];
    private int[] ends = new int[64];
    private int[] starts = new int[64];
    private boolean[] quoted = new boolean[64];
    private int count;
    private int used;
    private int trimmed;
    private long line;

    @Override
    protected void handleBegin(long startingLine) {
        count = 0;
        used = 0;
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
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, count * 2);
            starts = Arrays.copyOf(starts, count * 2);
            quoted = Arrays.copyOf(quoted, count * 2);
        }
        if (used + length > chars.length) {
            chars = Arrays.copyOf(chars, Math.max(chars.length * 2, used + length));
        }
        System.arraycopy(source, from, chars, used, length);
        starts[count] = used;
        used += length;
        ends[count] = used;
        quoted[count] = isQuoted;
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

    /** Cells that had spaces around them. */
    int trimmed() {
        return trimmed;
    }

    char[] chars() {
        return chars;
    }

    int start(int field) {
        return starts[field];
    }

    int end(int field) {
        return ends[field];
    }

    boolean isEmpty(int field) {
        return starts[field] == ends[field];
    }

    boolean isQuoted(int field) {
        return quoted[field];
    }

    String text(int field) {
        return new String(chars, starts[field], ends[field] - starts[field]);
    }

    List<String> texts() {
        List<String> texts = new ArrayList<>(count);
        for (int field = 0; field < count; field++) {
            texts.add(text(field));
        }
        return texts;
    }
}
