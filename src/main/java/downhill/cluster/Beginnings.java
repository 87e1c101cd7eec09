package downhill.cluster;

import downhill.data.Table;
import downhill.data.csv.PartsReading;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** Rows at the beginning of each of several files, all of them where they are few: roles of columns are guessed from these. */
final class Beginnings {
    private static final int ROWS = 20_000;
    private static final int LEAST = 100;

    private final PartsReading reading;

    /** Enough was read of a file. */
    private static final class Enough extends CancellationException {
        private static final long serialVersionUID = 1L;
    }

    Beginnings(PartsReading reading) {
        this.reading = reading;
    }

    /** @param all rows of all files */
    List<Table> of(List<Path> files, long all, BooleanSupplier cancelled) {
        int most = all <= ROWS ? Integer.MAX_VALUE : Math.max(LEAST, ROWS / files.size());
        List<Table> tables = new ArrayList<>();
        for (Path file : files) {
            tables.addAll(of(file, most, cancelled));
        }
        return tables;
    }

    private List<Table> of(Path file, int most, BooleanSupplier cancelled) {
        List<Table> tables = new ArrayList<>();
        try {
            reading.read(file, PartFiles.progress(() -> !cancelled.getAsBoolean()), new PartsReading.Receiver() {
                @Override
                public void begin() {
                    tables.clear();
                }

                @Override
                public void rows(Table table) {
                    int before = tables.stream().mapToInt(Table::rows).sum();
                    tables.add(before + table.rows() <= most ? table : table.inOrder(IntStream.range(0, most - before).toArray()));
                    if (before + table.rows() >= most) {
                        throw new Enough();
                    }
                }
            });
        } catch (Enough enough) {
            return tables;
        }
        return tables;
    }
}
