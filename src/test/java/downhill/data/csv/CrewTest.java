package downhill.data.csv;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.Column;
import downhill.data.DataException;
import downhill.data.ImportOptions;
import downhill.data.Progress;
import downhill.data.Table;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** However many threads look at the cells, and in however small pieces, what is read is the same to the last bit, and so is all that is told. */
class CrewTest {
    private static final int FILES = 40;
    private static final List<String> ROWS = List.of("1,2\n", "1\n", "3,4\n", "5,6\n", "7,8\n", "\"x\"y,2\n", "9,8\n", "7,6\n");
    private static final ExecutorService HELPERS = Executors.newFixedThreadPool(3);

    @AfterAll
    static void end() {
        HELPERS.shutdownNow();
    }

    @Test
    void whatIsReadDoesNotDependOnWhoReads() {
        int read = 0;
        int problems = 0;
        for (int seed = 0; seed < FILES; seed++) {
            byte[] bytes = HostileText.of(seed);
            ImportOptions options = seed % 5 == 0 ? ImportOptions.DEFAULT.withSampleRows(20) : ImportOptions.DEFAULT;
            List<String> alone = told(bytes, options, new Crew(1 << 20, 1, task -> { }));
            for (int size : new int[] {1 + seed * 7 % 300, 2000}) {
                assertThat(told(bytes, options, new Crew(size, 2 + seed % 7, HELPERS))).as("file %d in batches of %d", seed, size)
                        .isEqualTo(alone);
            }
            read += alone.size() > 1 ? 1 : 0;
            problems += alone.stream().filter(line -> line.startsWith("problem")).count();
        }
        assertThat(read).as("files with a table").isGreaterThan(FILES / 2);
        assertThat(problems).as("problems told").isGreaterThan(FILES);
    }

    /** A blank line has the rows about it taken one by one, where they are taken column by column else. */
    @Test
    void rowsAreReadAlikeOneByOneAndTogether() throws IOException {
        List<String> cells = List.of("1,2.50,red,2020-01-31,yes,7 €,1.234", "NA,-0,NA,2020-01-31,no,8,5.678", ",1e-400,a b,31/02/2019,,9 €,1.5",
                "-,inf,é,13/01/2019,yes, ,00", "4,3,red,,YES,5,\"x\"");
        for (int seed = 0; seed < 12; seed++) {
            Random random = new Random(seed);
            int kinds = 1 + random.nextInt(cells.size());
            List<String> rows = random.ints(1 + random.nextInt(300), 0, kinds).mapToObj(cells::get).toList();
            String names = "a,b,c,d,e,f,g";
            ImportOptions options = ImportOptions.DEFAULT.withUnits(seed % 2 == 0);
            Imported together = read(names + "\n" + String.join("\n", rows), options);
            Imported alone = read(names + "\n\n" + String.join("\n\n", rows), options);
            assertThat(alone.report().skipped()).isGreaterThanOrEqualTo(rows.size());
            assertThat(values(alone.table())).as("seed %d", seed).isEqualTo(values(together.table()));
            assertThat(alone.report().columns()).isEqualTo(together.report().columns());
            assertThat(alone.report().decisions()).isEqualTo(together.report().decisions());
            assertThat(alone.table().reading()).isEqualTo(together.table().reading());
        }
    }

    private static Imported read(String text, ImportOptions options) throws IOException {
        return job(text.getBytes(StandardCharsets.UTF_8), options, new Crew(500, 3, HELPERS)).run();
    }

    private static List<String> values(Table table) {
        List<String> values = new ArrayList<>();
        table(table, values);
        return values.stream().map(line -> line.replaceFirst("^[0-9]+ ", "")).toList();
    }

    /** Of ten thousand problems and more the list has the first in the file, whoever finds them. */
    @Test
    void problemsAreToldInTheOrderOfTheFile() throws IOException {
        StringBuilder text = new StringBuilder("a,b\n");
        for (int row = 0; row < 45_000; row++) {
            text.append(ROWS.get(row % ROWS.size()));
        }
        List<Long> lines = new ArrayList<>();
        job(text.toString().getBytes(StandardCharsets.UTF_8), ImportOptions.DEFAULT, new Crew(200, 8, HELPERS))
                .telling(problem -> lines.add(problem.line())).run();
        lines.removeIf(line -> line == 0);
        assertThat(lines).hasSizeGreaterThan(ImportReport.MAX_PROBLEMS).isSorted();
    }

    private static ImportJob job(byte[] bytes, ImportOptions options, Crew crew) {
        return new ImportJob(ByteSource.of("test.csv", bytes), options, Map.of(), Progress.NONE).by(crew);
    }

    private static List<String> told(byte[] bytes, ImportOptions options, Crew crew) {
        List<String> told = new ArrayList<>();
        try {
            Imported imported = job(bytes, options, crew).telling(problem -> told.add("problem " + problem)).run();
            table(imported.table(), told);
            told.add(imported.report().toString());
        } catch (DataException e) {
            return List.of(e.getMessage());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return told;
    }

    private static void table(Table table, List<String> told) {
        for (Column column : table.columns()) {
            told.add(column.name() + " " + column.type() + " " + column.distinct());
            for (int row = 0; row < table.rows(); row++) {
                told.add(table.line(row) + " " + column.text(row) + " " + Double.doubleToRawLongBits(column.number(row)));
            }
        }
        told.add(Arrays.toString(table.columns().stream().mapToInt(Column::missing).toArray()));
    }
}
