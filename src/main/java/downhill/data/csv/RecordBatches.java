package downhill.data.csv;

import downhill.data.Dialect;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Cuts a text into batches of whole sound records. Where a record ends is found out from the start of the file on, by the guard, so a
 * quoted line end never cuts one in two; what is in the records can then be looked at in any order.
 */
final class RecordBatches implements Closeable {
    /** A batch is complete with so many records that are no rows, however little text it has. */
    private static final int MOST_TOLD = 1024;

    private final EscapingReader text;
    private final RecordGuard guard;
    private final int size;
    private List<RecordNote> told = new ArrayList<>();
    /** Arrays to be filled again: memory that was not used before costs more than reading into it. */
    private final Deque<char[]> free = new ArrayDeque<>();
    private Exception failure;
    private boolean ended;

    /** @param fields cells of a row, @param size least characters of a batch */
    RecordBatches(EscapingReader text, Dialect dialect, int fields, int size) {
        this.text = text;
        this.size = size;
        this.guard = new RecordGuard(text, dialect, new RecordListener() {
            @Override
            public void skipped(SkipKind kind, long line) {
                told.add(RecordNote.skipped(guard().queue().size(), kind, line));
            }

            @Override
            public void rejected(ProblemKind kind, long line, int field, String raw) {
                told.add(RecordNote.rejected(guard().queue().size(), kind, line, field, raw));
            }
        });
        guard.expectFields(fields);
    }

    RecordGuard guard() {
        return guard;
    }

    /** The next batch, or null at the end, where {@link #check} is to be asked whether it is that of the text. */
    RecordBatch next() {
        if (ended) {
            return null;
        }
        char[] chars = free.isEmpty() ? new char[size + size / 2] : free.pop();
        int length = 0;
        while (!ended && length < size && told.size() < MOST_TOLD) {
            advance();
            while (guard.isReady()) {
                chars = length == chars.length ? Arrays.copyOf(chars, length * 2) : chars;
                length += guard.take(chars, length, chars.length - length);
            }
        }
        RecordBatch batch = new RecordBatch(chars, length, guard.takeQueue(), told, text.consumed());
        told = new ArrayList<>();
        return batch;
    }

    /** A batch is done with. */
    void release(RecordBatch batch) {
        free.push(batch.text());
    }

    private void advance() {
        try {
            ended = !guard.advance();
        } catch (IOException | RuntimeException e) {
            failure = e;
            ended = true;
        }
    }

    /**
     * Fails if the text did not end by itself.
     *
     * @throws IOException                 where it could not be read on
     * @throws downhill.data.DataException where the guard gave up
     */
    void check() throws IOException {
        if (failure instanceof IOException broken) {
            throw broken;
        }
        if (failure instanceof RuntimeException refused) {
            throw refused;
        }
    }

    @Override
    public void close() throws IOException {
        guard.close();
    }
}
