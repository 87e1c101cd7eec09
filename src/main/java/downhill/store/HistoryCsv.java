package downhill.store;

import downhill.data.csv.CsvExport;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The course of a race as CSV, written as it happens: one row for each step of each contender, ordered by them. {@code step} counts updates
 * done before; {@code train_loss} is that of the step's batch before its update; {@code validation_loss} is empty where
 * nothing was validated at that step, {@code learning_rate} for rules without one.
 */
public final class HistoryCsv implements Closeable {
    private final Path file;
    private final CsvExport csv;

    /** Replaces a file that is there. */
    public HistoryCsv(Path file) {
        this.file = file;
        try {
            csv = CsvExport.to(file, true);
            csv.row(List.of("contender", "step", "epoch", "train_loss", "validation_loss", "learning_rate"));
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** One step; NaN is an empty cell for validation and learning rate. */
    public void row(String contender, long step, double epoch, double trainLoss, double validationLoss, double learningRate) {
        try {
            csv.row(List.of(contender, Long.toString(step), number(epoch), number(trainLoss), number(validationLoss),
                    number(learningRate)));
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : Double.toString(value);
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
