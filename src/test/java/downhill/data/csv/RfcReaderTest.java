package downhill.data.csv;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.ColumnType;
import downhill.data.Dialect;
import downhill.data.ImportOptions;
import downhill.data.Progress;
import downhill.data.Table;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Files by the RFC are read as the RFC's grammar reads them, and what is written is such a file. */
class RfcReaderTest {
    private static final String LETTERS = "abcé東 ,;\"\n\t'x\\#";
    private static final Map<String, ColumnType> TEXTS = Map.of("a", ColumnType.CATEGORY, "b", ColumnType.CATEGORY,
            "c", ColumnType.CATEGORY);

    /** Begins and ends with a letter, so that no space around it counts as trimmed and no word means a missing value. */
    private static String cell(Random random) {
        StringBuilder cell = new StringBuilder("w");
        for (int i = random.nextInt(9); i > 0; i--) {
            cell.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return cell.append('w').toString();
    }

    private static List<List<String>> drawn(long seed) {
        Random random = new Random(seed);
        List<List<String>> rows = new ArrayList<>(List.of(List.of("a", "b", "c")));
        for (int i = 1 + random.nextInt(20); i > 0; i--) {
            rows.add(List.of(cell(random), cell(random), cell(random)));
        }
        return rows;
    }

    /** Quoted where it must be, and now and then where it need not. */
    private static String written(List<List<String>> rows, Random random) {
        StringBuilder text = new StringBuilder();
        String end = random.nextBoolean() ? "\n" : "\r\n";
        for (List<String> row : rows) {
            for (int j = 0; j < row.size(); j++) {
                boolean must = row.get(j).matches("(?s).*[,\"\n\r].*");
                boolean quoted = must || random.nextInt(4) == 0;
                text.append(j == 0 ? "" : ",").append(quoted ? '"' + row.get(j).replace("\"", "\"\"") + '"' : row.get(j));
            }
            text.append(end);
        }
        return text.toString();
    }

    @Test
    void aFileByTheRfcIsReadAsItsGrammarSays() throws IOException {
        for (long seed = 0; seed < 60; seed++) {
            List<List<String>> rows = drawn(seed);
            String text = written(rows, new Random(seed));
            List<List<String>> second = RfcReader.read(text);
            assertThat(second).as("seed %d", seed).isEqualTo(rows);
            Table table = CsvImport.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "t.csv",
                    ImportOptions.DEFAULT.withDialect(Dialect.STANDARD), TEXTS, Progress.NONE).table();
            assertThat(table.rows()).as("seed %d", seed).isEqualTo(second.size() - 1);
            for (int i = 0; i < table.rows(); i++) {
                for (int j = 0; j < 3; j++) {
                    assertThat(table.columns().get(j).text(i)).as("seed %d, row %d, column %d", seed, i, j)
                            .isEqualTo(second.get(i + 1).get(j));
                }
            }
        }
    }

    @Test
    void whatIsWrittenIsAFileByTheRfc() throws IOException {
        for (long seed = 0; seed < 200; seed++) {
            List<List<String>> rows = drawn(seed);
            StringWriter target = new StringWriter();
            try (CsvExport export = CsvExport.to(target, false)) {
                for (List<String> row : rows) {
                    export.row(row);
                }
            }
            assertThat(RfcReader.read(target.toString())).as("seed %d", seed).isEqualTo(rows);
        }
    }
}
