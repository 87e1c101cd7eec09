package downhill.data.csv;

import downhill.data.DataException;
import downhill.data.Dialect;
import downhill.words.Said;
import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;

/**
 * Stands between the decoded text and the parser and lets only sound records through: blank lines, comments and lines before the table
 * are counted and left out, records with an unclosed quote, text after a quote, broken bytes or endless cells are reported and left
 * out one line at a time, so that a single bad row never swallows or shifts the rows after it. Remembers at which line each
 * record that went through starts.
 */
final class RecordGuard extends Reader {
    private static final int START_SIZE = 1 << 17;
    private static final int MAX_RECORD = 1 << 23;
    private static final int MAX_UNCLOSED = 1000;

    private final Reader source;
    private final Dialect dialect;
    private final RecordListener listener;
    private final RecordScanner scanner;
    private final RecordRewriter rewriter;
    private final BareLines lines;
    private LineQueue queue = new LineQueue();

    private char[] buffer = new char[START_SIZE];
    private int limit;
    private boolean last;
    private int position;
    private int approvedFrom;
    private int approvedTo;
    private char[] rewritten;
    private int rewrittenFrom;
    private long line = 1;
    private int expectedFields;
    private int unclosed;
    private boolean discarding;
    private long records;
    private final LineEnds lineEnds = new LineEnds();
    private Landmarks marks = Landmarks.NONE;

    RecordGuard(Reader source, Dialect dialect, RecordListener listener) {
        this.source = source;
        this.dialect = dialect;
        this.listener = listener;
        this.scanner = new RecordScanner(dialect);
        this.rewriter = new RecordRewriter(dialect);
        this.lines = new BareLines(dialect);
    }

    /** Lines and marks of the records that went through, in order. */
    LineQueue queue() {
        return queue;
    }

    /** The same, of the records since it was last taken; those that follow go into another. */
    LineQueue takeQueue() {
        LineQueue taken = queue;
        queue = new LineQueue();
        return taken;
    }

    /** Records met so far, of every kind. */
    long records() {
        return records;
    }

    LineEnds lineEnds() {
        return lineEnds;
    }

    /** The text is a piece of a file that begins at that line; where records begin is to be told. */
    void begin(long at, Landmarks told) {
        line = at;
        marks = told;
    }

    /** From now on a record of several lines with another number of fields counts as an unclosed quote. */
    void expectFields(int fields) {
        expectedFields = fields;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        while (!isReady()) {
            if (!advance()) {
                return -1;
            }
        }
        return take(target, offset, length);
    }

    /** Looks for sound records in what was read, or reads on; false at the end. */
    boolean advance() throws IOException {
        approvedFrom = position;
        approvedTo = position;
        approve();
        return isReady() || refill();
    }

    /** Whether text of sound records is waiting to be taken; if not, what was taken ends where a record does. */
    boolean isReady() {
        return approvedFrom < approvedTo || rewritten != null;
    }

    /** Takes some of the text that waits and returns how much. */
    int take(char[] target, int offset, int length) {
        return approvedFrom < approvedTo ? approved(target, offset, length) : rewritten(target, offset, length);
    }

    private int approved(char[] target, int offset, int length) {
        int count = Math.min(length, approvedTo - approvedFrom);
        System.arraycopy(buffer, approvedFrom, target, offset, count);
        approvedFrom += count;
        return count;
    }

    private int rewritten(char[] target, int offset, int length) {
        int count = Math.min(length, rewritten.length - rewrittenFrom);
        System.arraycopy(rewritten, rewrittenFrom, target, offset, count);
        rewrittenFrom += count;
        if (rewrittenFrom == rewritten.length) {
            rewritten = null;
        }
        return count;
    }

    /** Lets whole records through as far as they lie one after the other in the buffer. */
    private void approve() {
        while (position < limit && rewritten == null) {
            if (discarding && !discard() || !scan()) {
                return;
            }
            boolean first = approvedFrom == approvedTo;
            boolean through = judge();
            records++;
            lineEnds.note(buffer, scanner.end(), scanner.next(), limit);
            if (through) {
                through();
            }
            line += scanner.cut() ? 0 : scanner.lines();
            discarding = scanner.cut();
            position = scanner.next();
            if (!discarding) {
                marks.passed(buffer, position, line, through);
            }
            if (!through && !first) {
                return;
            }
            if (!through) {
                approvedFrom = position;
                approvedTo = position;
            }
        }
    }

    private boolean scan() {
        if (line <= dialect.skipLines() || startsComment()) {
            return scanner.line(buffer, position, limit, last);
        }
        if (!scanner.scan(buffer, position, limit, last)) {
            return false;
        }
        distrustLongRecords();
        return true;
    }

    private boolean startsComment() {
        return !dialect.comment().isEmpty() && buffer[position] == dialect.comment().charAt(0);
    }

    private void through() {
        boolean rewrite = dialect.runs() || scanner.needsRewriting();
        queue.add((int) Math.min(Integer.MAX_VALUE, line), scanner.quoteInField(), scanner.spaceAroundQuote(), scanner.byteOrderMark());
        if (rewrite) {
            rewritten = rewriter.rewrite(buffer, position, scanner.end());
            rewrittenFrom = 0;
        } else {
            approvedTo = scanner.next();
        }
    }

    private void distrustLongRecords() {
        boolean swallowed = !dialect.runs() && expectedFields > 0 && scanner.lines() > 1 && scanner.fields() != expectedFields
                && scanner.defect() == null;
        if (swallowed) {
            scanner.giveUpFirstLine(buffer, position, limit);
        }
        if (scanner.fields() > RecordScanner.MAX_FIELDS && !dialect.runs() && scanner.defect() == null) {
            throw new DataException(Said.of("rows.wide", line, scanner.fields()));
        }
    }

    private boolean judge() {
        if (line <= dialect.skipLines()) {
            listener.skipped(SkipKind.PREAMBLE, line);
            return false;
        }
        if (lines.isBlank(buffer, position, scanner.end())) {
            listener.skipped(SkipKind.BLANK, line);
            return false;
        }
        if (startsComment()) {
            listener.skipped(SkipKind.COMMENT, line);
            return false;
        }
        if (lines.isRule(buffer, position, scanner.end())) {
            listener.skipped(SkipKind.RULE, line);
            return false;
        }
        if (scanner.defect() != null) {
            reject();
            return false;
        }
        return true;
    }

    private void reject() {
        String raw = new String(buffer, position, Math.min(scanner.end() - position, 300));
        listener.rejected(scanner.defect(), line, scanner.defectField(), raw);
        if (scanner.defect() == ProblemKind.UNCLOSED_QUOTE && ++unclosed > MAX_UNCLOSED) {
            throw new DataException(Said.of("rows.quotes", line));
        }
    }

    /** Leaves out the rest of a line that is too long to hold; false if more has to be read first. */
    private boolean discard() {
        while (position < limit) {
            char c = buffer[position];
            if (c == '\r' && position + 1 == limit && !last) {
                return false;
            }
            position++;
            if (c == '\n' || c == '\r' && (position == limit || buffer[position] != '\n')) {
                discarding = false;
                line++;
                approvedFrom = position;
                approvedTo = position;
                return position < limit;
            }
        }
        return false;
    }

    private boolean refill() throws IOException {
        if (last) {
            return false;
        }
        marks.leave(buffer, position);
        System.arraycopy(buffer, position, buffer, 0, limit - position);
        limit -= position;
        position = 0;
        approvedFrom = 0;
        approvedTo = 0;
        if (limit == buffer.length) {
            grow();
        }
        int count = source.read(buffer, limit, buffer.length - limit);
        last = count < 0;
        limit += Math.max(0, count);
        return true;
    }

    private void grow() {
        if (buffer.length >= MAX_RECORD) {
            records++;
            listener.rejected(ProblemKind.FIELD_TOO_LONG, line, 0, new String(buffer, 0, 300));
            discarding = true;
            drop();
            return;
        }
        buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }

    /** Leaves out what is in the buffer, but for a CR that an LF may follow; its lines still count. */
    private void drop() {
        boolean half = buffer[limit - 1] == '\r';
        int end = half ? limit - 1 : limit;
        for (int i = 0; i < end; i++) {
            line += buffer[i] == '\n' || buffer[i] == '\r' && buffer[i + 1] != '\n' ? 1 : 0;
        }
        marks.leave(buffer, end);
        buffer[0] = '\r';
        limit = half ? 1 : 0;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
