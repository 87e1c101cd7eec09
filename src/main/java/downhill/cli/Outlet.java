package downhill.cli;

import downhill.words.Said;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;

/**
 * Standard output, which remembers whether something could not be written: a printer keeps that to itself, and half a table on a disk
 * that is full would look like a whole one.
 */
public final class Outlet extends OutputStream {
    private final OutputStream stream;
    private IOException failed;

    public Outlet(OutputStream stream) {
        this.stream = stream;
    }

    /** Why what was printed is not all there; empty where it is, or where whoever read it wanted no more, as {@code head} does. */
    public synchronized Optional<Said> lost() {
        String reason = failed == null ? "" : String.valueOf(failed.getMessage()).toLowerCase(Locale.ROOT);
        if (failed == null || reason.contains("pipe")) {
            return Optional.empty();
        }
        boolean full = reason.contains("no space") || reason.contains("not enough space") || reason.contains("quota");
        return Optional.of(full ? Said.of("cli.output.full") : Said.of("cli.output.lost"));
    }

    /** Does it, and keeps the first failure. */
    private void attempt(Writing writing) throws IOException {
        try {
            writing.write();
        } catch (IOException e) {
            failed = failed == null ? e : failed;
            throw e;
        }
    }

    @FunctionalInterface
    private interface Writing {
        void write() throws IOException;
    }

    @Override
    public synchronized void write(int value) throws IOException {
        attempt(() -> stream.write(value));
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int length) throws IOException {
        attempt(() -> stream.write(bytes, from, length));
    }

    @Override
    public synchronized void flush() throws IOException {
        attempt(stream::flush);
    }
}
