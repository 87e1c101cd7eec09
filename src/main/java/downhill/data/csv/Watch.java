package downhill.data.csv;

import downhill.data.Progress;
import java.util.concurrent.CancellationException;

/** Reports progress of one pass and stops it on request, every few hundred rows. */
final class Watch {
    private static final int ROWS = 512;

    private final Progress progress;
    private final double from;
    private final double part;
    private final long size;
    private int rows;

    /** @param from progress at the start, @param part progress made by this pass */
    Watch(Progress progress, double from, double part, long size) {
        this.progress = progress;
        this.from = from;
        this.part = part;
        this.size = Math.max(1, size);
    }

    /**
     * Counts rows; true every few hundred of them.
     *
     * @param consumed bytes of the file read so far
     */
    boolean tick(int count, long consumed) {
        int before = rows;
        rows += count;
        if (rows / ROWS != before / ROWS) {
            check();
            progress.done(from + part * Math.min(1, consumed / (double) size));
            return true;
        }
        return false;
    }

    void check() {
        if (progress.cancelled()) {
            throw new CancellationException("reading was cancelled");
        }
    }
}
