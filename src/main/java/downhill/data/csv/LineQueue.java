package downhill.data.csv;

import java.util.Arrays;

/** First in, first out: the line at which a record starts, and what is odd about it. */
final class LineQueue {
    private static final int QUOTE_IN_FIELD = 1;
    private static final int SPACE_BEFORE_QUOTE = 2;
    private static final int MARK = 4;

    private int[] lines = new int[1024];
    private byte[] flags = new byte[1024];
    private int head;
    private int size;
    private byte current;
    private boolean marked;

    void add(int line, boolean quoteInField, boolean spaceBeforeQuote, boolean mark) {
        if (size == lines.length) {
            grow();
        }
        int tail = (head + size) % lines.length;
        lines[tail] = line;
        flags[tail] = (byte) ((quoteInField ? QUOTE_IN_FIELD : 0) + (spaceBeforeQuote ? SPACE_BEFORE_QUOTE : 0) + (mark ? MARK : 0));
        marked |= flags[tail] != 0;
        size++;
    }

    /** Whether something is odd about any of the records. */
    boolean isMarked() {
        return marked;
    }

    /** Takes the next record out and returns its line. */
    int next() {
        if (size == 0) {
            throw new IllegalStateException("the parser made more records than were let through");
        }
        int line = lines[head];
        current = flags[head];
        head = (head + 1) % lines.length;
        size--;
        return line;
    }

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** About the record taken out last. */
    boolean quoteInField() {
        return (current & QUOTE_IN_FIELD) != 0;
    }

    boolean spaceBeforeQuote() {
        return (current & SPACE_BEFORE_QUOTE) != 0;
    }

    boolean byteOrderMark() {
        return (current & MARK) != 0;
    }

    private void grow() {
        int[] newLines = new int[size * 2];
        byte[] newFlags = Arrays.copyOf(flags, size * 2);
        for (int i = 0; i < size; i++) {
            newLines[i] = lines[(head + i) % size];
            newFlags[i] = flags[(head + i) % size];
        }
        lines = newLines;
        flags = newFlags;
        head = 0;
    }
}
