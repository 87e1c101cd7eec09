package downhill.data.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.data.ColumnType;
import downhill.data.DataException;
import downhill.data.ImportOptions;
import downhill.data.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SamplingTest {
    private static final int ROWS = 20_000;
    private static final String LIMIT = "downhill.comfortableBytes";

    @TempDir
    private Path folder;
    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("large.csv");
        StringBuilder text = new StringBuilder("x,y\n");
        IntStream.range(0, ROWS).forEach(i -> text.append(i).append(',').append(i == ROWS - 3 ? "late text" : "1.5").append('\n'));
        Files.writeString(file, text);
    }

    @AfterEach
    void usualLimit() {
        System.clearProperty(LIMIT);
    }

    private Imported read(ImportOptions options) {
        return CsvImport.read(file, options, Map.of(), Progress.NONE);
    }

    @Test
    void aFileThatIsTooLargeIsReadOnlyIfItIsSaidHow() {
        System.setProperty(LIMIT, "100000");
        assertThat(CsvImport.isTooLarge(file, ImportOptions.DEFAULT)).isTrue();
        assertThatThrownBy(() -> read(ImportOptions.DEFAULT)).isInstanceOf(DataException.class).hasMessageContaining("Read a sample");
        assertThat(read(ImportOptions.DEFAULT.withSampleRows(ImportOptions.ALL)).table().rows()).isEqualTo(ROWS);
        assertThat(read(ImportOptions.DEFAULT.withSampleRows(500)).table().rows()).isBetween(400, 600);
    }

    @Test
    void theSameSeedDrawsTheSameRowsAndAnotherSeedOthers() {
        ImportOptions first = ImportOptions.DEFAULT.withSampleRows(500).withSeed(1);
        assertThat(lines(read(first))).isEqualTo(lines(read(first))).isNotEqualTo(lines(read(first.withSeed(2))));
    }

    @Test
    void theDrawnRowsAreSpreadEvenly() {
        int[] lines = lines(read(ImportOptions.DEFAULT.withSampleRows(2000)));
        for (int part = 0; part < 4; part++) {
            int from = part * ROWS / 4;
            long within = IntStream.of(lines).filter(line -> line > from && line <= from + ROWS / 4).count();
            assertThat(within).as("rows drawn from quarter " + part).isBetween(400L, 600L);
        }
    }

    @Test
    void theReportSaysHowManyOfHowManyAndAccountsForAll() {
        ImportReport report = read(ImportOptions.DEFAULT.withSampleRows(500)).report();
        assertThat(report.imported() + report.rejected() + report.skipped()).isEqualTo(report.records()).isEqualTo(ROWS + 1L);
        assertThat(report.count(ProblemKind.SAMPLED)).isEqualTo(1);
        assertThat(report.sample()).isEqualTo(new Drawn(report.imported(), ROWS, 0));
        assertThat(read(ImportOptions.DEFAULT).report().sample()).isNull();
    }

    @Test
    void typesAreDecidedOnRowsThatWereNotDrawnToo() throws IOException {
        StringBuilder text = new StringBuilder("x,y\n");
        IntStream.range(0, ROWS).forEach(i -> text.append(i).append(',').append(i % 10 == 9 && i > 5000 ? "word" : "1.5").append('\n'));
        Files.writeString(file, text);
        assertThat(read(ImportOptions.DEFAULT.withSampleRows(20)).table().column("y").type()).isEqualTo(ColumnType.CATEGORY);
    }

    @Test
    void aSampleLargerThanTheFileIsAllOfIt() {
        ImportReport report = read(ImportOptions.DEFAULT.withSampleRows(ROWS * 2)).report();
        assertThat(report.imported()).isEqualTo(ROWS);
        assertThat(report.sample()).isNull();
    }

    private static int[] lines(Imported imported) {
        return IntStream.range(0, imported.table().rows()).map(imported.table()::line).toArray();
    }
}
