package downhill.store;

import java.io.Closeable;
import java.nio.file.Path;

/**
 * The course of a race as CSV, written as it happens: one row for each step of each contender, ordered by them. {@code step} counts
 * updates done before; {@code train_loss} is that of the step's batch before its update; {@code validation_loss} is empty where
 * nothing was validated at that step, {@code learning_rate} for rules without one. The last row of a contender may be the validation
 * after its last update, which has neither a training loss nor a rate.
 */
public final class HistoryCsv implements Closeable {
    private final CsvRows rows;

    /** Replaces a file that is there. */
    public HistoryCsv(Path file) {
        rows = new CsvRows(file, "contender", "step", "epoch", "train_loss", "validation_loss", "learning_rate");
    }

    /** One step; NaN is an empty cell. */
    public void row(String contender, long step, double epoch, double trainLoss, double validationLoss, double learningRate) {
        rows.row(contender, Long.toString(step), CsvRows.number(epoch), CsvRows.number(trainLoss), CsvRows.number(validationLoss),
                CsvRows.number(learningRate));
    }

    @Override
    public void close() {
        rows.close();
    }
}
