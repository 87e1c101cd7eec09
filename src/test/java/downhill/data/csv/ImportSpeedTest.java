package downhill.data.csv;

import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import downhill.data.CounterRandom;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long an import of 100 MB of numbers takes beside the parsing library with Double.parseDouble alone. */
@Tag("soak")
class ImportSpeedTest {
    private static final long BYTES = 100L << 20;
    private static final int COLUMNS = 10;
    private static final int REPETITIONS = 4;

    @TempDir
    Path folder;

    @Test
    void anImportTakesAtMostThreeTimesTheLibraryAlone() throws IOException {
        Path file = file();
        double library = Double.POSITIVE_INFINITY;
        double ours = Double.POSITIVE_INFINITY;
        for (int i = 0; i < REPETITIONS; i++) {
            long start = System.nanoTime();
            double sum = library(file);
            library = Math.min(library, (System.nanoTime() - start) / 1e9);
            start = System.nanoTime();
            int rows = CsvImport.read(file).table().rows();
            ours = Math.min(ours, (System.nanoTime() - start) / 1e9);
            assertTrue(rows > 100_000 && Double.isFinite(sum));
        }
        System.out.printf(Locale.ROOT, "100 MB: FastCSV + parseDouble %.2f s, import %.2f s, ratio %.2f%n", library, ours, ours / library);
        assertTrue(ours <= 3 * library, ours + " s against " + library + " s");
    }

    private Path file() throws IOException {
        Path file = folder.resolve("numbers.csv");
        long written = 0;
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            writer.write("a,b,c,d,e,f,g,h,i,j\n");
            for (long row = 0; written < BYTES; row++) {
                StringBuilder line = new StringBuilder();
                for (int j = 0; j < COLUMNS; j++) {
                    double value = CounterRandom.gaussian(1, 1000, row * COLUMNS + j);
                    line.append(j == 0 ? "" : ",").append(j % 3 == 0 ? Double.toString(value)
                            : Double.toString(Math.rint(value * 1e4) / 1e4));
                }
                line.append('\n');
                writer.append(line);
                written += line.length();
            }
        }
        return file;
    }

    private static double library(Path file) throws IOException {
        double sum = 0;
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(file)) {
            boolean header = true;
            for (CsvRecord row : reader) {
                for (int j = 0; j < COLUMNS && !header; j++) {
                    sum += Double.parseDouble(row.getField(j));
                }
                header = false;
            }
        }
        return sum;
    }
}
