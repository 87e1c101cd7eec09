package downhill.store;

import downhill.data.csv.CsvExport;
import downhill.words.Said;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A CSV file of results that grows row by row; what the disk refuses is a {@link StoreException} that names the file. */
final class CsvRows implements Closeable {
    private final Path file;
    private final CsvExport csv;

    /** Replaces a file that is there. */
    CsvRows(Path file, String... columns) {
        this.file = file;
        try {
            csv = CsvExport.to(file, true);
            csv.row(List.of(columns));
        } catch (IOException e) {
            throw failed(e);
        }
    }

    void row(String... cells) {
        try {
            csv.row(List.of(cells));
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** All its digits; NaN is an empty cell. */
    static String number(double value) {
        return Double.isNaN(value) ? "" : Double.toString(value);
    }

    private StoreException failed(IOException e) {
        return new StoreException(Said.of("file.unwritten", TemporaryFile.told(file), IoReason.advice(e)), e);
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
