package downhill.data;

import downhill.words.Said;
import java.io.Serializable;
import java.util.Objects;

/** Where a table comes from: all that is needed to get it again. */
public sealed interface DataSource extends Serializable {

    /** A CSV file; {@code path} may be relative to the folder of the experiment document. */
    record CsvFile(String path, ImportOptions options) implements DataSource {
        public CsvFile {
            Objects.requireNonNull(path, "path");
            options = options == null ? ImportOptions.DEFAULT : options;
        }

        /** A file whose dialect and types are found out on reading. */
        public CsvFile(String path) {
            this(path, ImportOptions.DEFAULT);
        }
    }

    /** One of the bundled data sets, by its short name such as {@code iris}. */
    record Sample(String name) implements DataSource {
        public Sample {
            Objects.requireNonNull(name, "name");
        }
    }

    /**
     * Rows that stand in the document itself, for a few: those of a listing, or of an assignment.
     *
     * @param name    shown
     * @param text    a CSV file, of at most 200,000 characters
     * @param options how it is read; null for found out
     */
    record Written(String name, String text, ImportOptions options) implements DataSource {
        private static final int MOST = 200_000;

        public Written {
            Objects.requireNonNull(name, "name");
            if (text.length() > MOST) {
                throw new DataException(Said.of("data.written.long", name, text.length(), MOST));
            }
            options = options == null ? ImportOptions.DEFAULT : options;
        }
    }

    /**
     * Data made by the program.
     *
     * @param rows  number of rows, from 2 to 1,000,000
     * @param noise standard deviation, at least 0
     * @param seed  the same seed gives the same rows
     */
    record Generated(Generator generator, int rows, double noise, long seed) implements DataSource {
        public static final int MAX_ROWS = 1_000_000;

        public Generated {
            Objects.requireNonNull(generator, "generator");
            DataSettings.require(SourceSettings.ROWS, (long) rows);
            DataSettings.require(SourceSettings.NOISE, noise);
        }
    }
}
