package downhill.data.csv;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;

/** A file, or a piece of one that begins and ends where rows do; how it is read is what the whole file says. A value. */
public final class FilePart implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String file;
    private final long size;
    private final long from;
    private final long to;
    private final long line;
    private final String encoding;
    private final List<ColumnFacts> facts;

    /** All of it: what it says is found out again, so that nothing needs to be sent. */
    FilePart(String file, long size) {
        this(file, size, 0, size, 1, null, null);
    }

    /**
     * A piece.
     *
     * @param size     of the file, in bytes
     * @param line     at which it begins, from 1
     * @param encoding of the file
     * @param facts    of all its rows
     */
    FilePart(String file, long size, long from, long to, long line, String encoding, List<ColumnFacts> facts) {
        this.file = file;
        this.size = size;
        this.from = from;
        this.to = to;
        this.line = line;
        this.encoding = encoding;
        this.facts = facts;
    }

    /** Where it is. */
    public Path file() {
        return Path.of(file);
    }

    /** How many it has. */
    public long bytes() {
        return to - from;
    }

    boolean isWhole() {
        return facts == null;
    }

    /** Bytes of the file. */
    long size() {
        return size;
    }

    Stretch stretch() {
        return new Stretch(from, to, line, Landmarks.NONE);
    }

    String encoding() {
        return encoding;
    }

    List<ColumnFacts> facts() {
        return facts;
    }
}
