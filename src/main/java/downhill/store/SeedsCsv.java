package downhill.store;

import downhill.data.csv.CsvExport;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The course of each seed as CSV: one row for each step and seed of each contender with several seeds, ordered like the history. */
public final class SeedsCsv implements Closeable {
    private final Path file;
    private final CsvExport csv;

    /** Replaces a file that is there. */
    public SeedsCsv(Path file) {
        this.file = file;
        try {
            csv = CsvExport.to(file, true);
            csv.row(List.of("contender", "step", "seed", "train_loss"));
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** The loss of a step's batch before its update. */
    public void row(String contender, long step, long seed, double loss) {
        try {
            csv.row(List.of(contender, Long.toString(step), Long.toString(seed), Double.isNaN(loss) ? "" : Double.toString(loss)));
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private StoreException failed(IOException e) {
        return new StoreException(file + " cannot be written: " + IoReason.advice(e) + ".", e);
    }

    @Override
    public void close() {
        try {
            csv.close();
        } catch (IOException e) {
            throw failed(e);
        }
    }
}
