package downhill.data.csv;

import java.nio.charset.Charset;
import java.util.Arrays;

/**
 * Where in a file records begin, in bytes, at some places about as far from each other: there it can be cut without cutting a record in
 * two, quoted line ends and all. Known only where bytes can be counted from what was decoded: UTF-8, UTF-16, and one byte a letter.
 */
final class Landmarks {
    /** For those who do not want to know. */
    static final Landmarks NONE = new Landmarks(null, 0);
    private static final int MOST = 1024;
    private static final int FIRST_STEP = 1024;

    private final Charset charset;
    private final boolean oneByte;
    private final boolean twoBytes;
    private long[] starts = new long[16];
    private long[] lines = new long[16];
    private int size;
    /** Characters from one place to the next, at least. */
    private long step = FIRST_STEP;
    private long since;
    private long bytes;
    private int counted;
    private char before;
    private boolean begun;

    private Landmarks(Charset charset, long bytes) {
        this.charset = charset;
        this.bytes = bytes;
        this.twoBytes = charset != null && charset.name().matches("UTF-16[BL]E");
        this.oneByte = charset != null && charset.canEncode() && charset.newEncoder().maxBytesPerChar() == 1;
    }

    /** Of a file that is opened so; {@link #NONE} where it is packed, or in another encoding. */
    static Landmarks of(Opening opening) {
        Landmarks marks = new Landmarks(opening.charset(), opening.bomLength());
        boolean known = marks.oneByte || marks.twoBytes || opening.charset().name().equals("UTF-8");
        return known && !(opening.source() instanceof GzipSource) ? marks : NONE;
    }

    /**
     * A record ends before {@code position}.
     *
     * @param line  of the record that begins there
     * @param table whether it was one of the table, so that the names of its columns are behind us
     */
    void passed(char[] buffer, int position, long line, boolean table) {
        begun |= table;
        if (charset != null && begun && since + position - counted >= step) {
            count(buffer, position);
            add(line);
        }
    }

    /** What is before {@code end} leaves the buffer; what is at {@code end} is at its beginning then. */
    void leave(char[] buffer, int end) {
        if (charset != null) {
            count(buffer, end);
            counted = 0;
        }
    }

    private void count(char[] buffer, int end) {
        since += end - counted;
        if (oneByte) {
            bytes += end - counted;
        } else {
            for (int i = counted; i < end; i++) {
                bytes += width(buffer[i]);
                before = buffer[i];
            }
        }
        counted = end;
    }

    /** Bytes of a character, which may be half of one, or stand for a broken byte ({@link EscapingReader}). */
    private int width(char c) {
        boolean broken = EscapingReader.isBroken(before, c);
        if (twoBytes || broken) {
            return broken ? 1 : 2;
        }
        if (c < 0x800) {
            return c < 0x80 ? 1 : 2;
        }
        if (Character.isSurrogate(c)) {
            return Character.isHighSurrogate(c) ? 4 : 0;
        }
        return 3;
    }

    private void add(long line) {
        if (size == MOST) {
            for (int i = 0; i < MOST / 2; i++) {
                starts[i] = starts[2 * i + 1];
                lines[i] = lines[2 * i + 1];
            }
            size = MOST / 2;
            step *= 2;
        }
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, 2 * size);
            lines = Arrays.copyOf(lines, 2 * size);
        }
        starts[size] = bytes;
        lines[size++] = line;
        since = 0;
    }

    /** Bytes of the file before each, ascending. */
    long[] starts() {
        return Arrays.copyOf(starts, size);
    }

    /** Line at which each begins, from 1. */
    long[] lines() {
        return Arrays.copyOf(lines, size);
    }
}
