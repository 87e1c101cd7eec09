package downhill.store;

import java.io.Closeable;
import java.nio.file.Path;

/** The course of each seed as CSV: one row for each step and seed of each contender with several seeds, ordered like the history. */
public final class SeedsCsv implements Closeable {
    private final CsvRows rows;

    /** Replaces a file that is there. */
    public SeedsCsv(Path file) {
        rows = new CsvRows(file, "contender", "step", "seed", "train_loss");
    }

    /** The loss of a step's batch before its update. */
    public void row(String contender, long step, long seed, double loss) {
        rows.row(contender, Long.toString(step), Long.toString(seed), CsvRows.number(loss));
    }

    @Override
    public void close() {
        rows.close();
    }
}
