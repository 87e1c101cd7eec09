package downhill.data.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import downhill.data.Column;
import downhill.data.DataException;
import downhill.data.Dialect;
import downhill.data.ImportOptions;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random tables written in random dialects and read back. */
class RoundTripTest {
    private static final double ENOUGH = 0.97;
    private static final int HALF = 200;

    /** Half of the tables are read back in one way, half in the other; all in both among the long tests. */
    static LongStream seeds() {
        return LongStream.range(0, HALF);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aTableIsReadBackCellByCellWhenItsDialectIsKnown(long seed) {
        RandomTable table = new RandomTable(seed);
        Reading reading = Reading.of(table.written(), ImportOptions.DEFAULT.withDialect(table.dialect), Map.of());
        assertEquals(List.of(), differences(table, reading), () -> table.dialect + " " + reading.report().problems());
        reading.rejected(0);
    }

    @Test
    void nearlyAllTablesAreReadBackWhenTheDialectMustBeFound() {
        nearlyAllAreReadBack(HALF, 2 * HALF);
    }

    @Test
    @Tag("soak")
    void manyMoreSeedsGiveTheSame() {
        for (long seed = HALF; seed < 10_000; seed++) {
            aTableIsReadBackCellByCellWhenItsDialectIsKnown(seed);
        }
        nearlyAllAreReadBack(0, HALF);
        nearlyAllAreReadBack(2 * HALF, 10_000);
        for (long seed = 1500; seed < 100_000; seed++) {
            whateverTheTextEveryRecordIsAccountedFor(seed);
        }
    }

    private static void nearlyAllAreReadBack(long from, long to) {
        List<String> failed = new ArrayList<>();
        long count = to - from;
        for (long seed = from; seed < to; seed++) {
            String failure = failure(new RandomTable(seed));
            if (failure != null) {
                failed.add("seed " + seed + ": " + failure);
            }
        }
        double share = 1 - failed.size() / (double) count;
        System.out.printf("tables read back with everything found out: %.1f %% of %d%n", 100 * share, count);
        failed.stream().limit(40).forEach(System.out::println);
        assertTrue(share >= ENOUGH, () -> share + " " + failed);
    }

    private static String failure(RandomTable table) {
        try {
            List<String> differences = differences(table, Reading.of(table.written()));
            return differences.isEmpty() ? null : table.dialect + " " + differences.subList(0, Math.min(3, differences.size()));
        } catch (DataException e) {
            return table.dialect + " " + e.getMessage();
        }
    }

    private static List<String> differences(RandomTable table, Reading reading) {
        List<Column> columns = reading.columns();
        if (columns.size() != table.names.size() || columns.get(0).size() != table.rows.size()) {
            return List.of(columns.get(0).size() + " rows of " + columns.size() + " instead of " + table.rows.size() + " of "
                    + table.names.size());
        }
        List<String> differences = new ArrayList<>();
        for (int j = 0; j < columns.size(); j++) {
            if (table.dialect.header() && !columns.get(j).name().equals(table.names.get(j))) {
                differences.add("name " + columns.get(j).name());
            }
            for (int i = 0; i < table.rows.size(); i++) {
                if (!same(table.rows.get(i).get(j), columns.get(j), i, table.dialect)) {
                    differences.add("cell " + i + "," + j + ": " + table.rows.get(i).get(j) + " became " + columns.get(j).text(i));
                }
            }
        }
        return differences;
    }

    private static boolean same(String written, Column column, int row, Dialect dialect) {
        if (written.isEmpty()) {
            return column.isMissing(row);
        }
        return switch (column.type()) {
            case NUMBER -> Double.parseDouble(written.replace(dialect.decimal(), ".")) == column.number(row);
            default -> written.equals(column.text(row));
        };
    }

    static LongStream garbage() {
        return LongStream.range(0, 1500);
    }

    /** {@link Reading} holds for each that imported + rejected + skipped = records. */
    @ParameterizedTest
    @MethodSource("garbage")
    void whateverTheTextEveryRecordIsAccountedFor(long seed) {
        Random random = new Random(seed);
        String alphabet = "aab1122.,,;;\t\"\"'\n\n\r \\#é|-?€\uFEFF";
        StringBuilder text = new StringBuilder(random.nextBoolean() ? "a,b,c\n1,2,3\n4,5,6\n" : "");
        for (int i = random.nextInt(400); i >= 0; i--) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        for (int i = random.nextInt(3); i > 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        Dialect dialect = random.nextBoolean() ? null : new RandomTable(seed).dialect.withEncoding("UTF-8")
                .withComment(random.nextBoolean() ? "#" : "");
        if (dialect != null && random.nextInt(4) == 0) {
            dialect = dialect.withDelimiter(" ").withRuns(true);
        }
        try {
            Reading.of(bytes, ImportOptions.DEFAULT.withDialect(dialect), Map.of());
        } catch (DataException refused) {
            assertTrue(refused.getMessage().length() > 20, refused.getMessage());
        }
    }

    @Test
    void whateverTheBufferBoundaryARecordIsReadWhole() {
        for (int padding = (1 << 17) - 40; padding < (1 << 17) + 5; padding++) {
            String text = "a,b\n" + "x".repeat(padding) + ",1\r\n\"q\"\"r\r\ns\",2\r\n\"t\",3\r\n";
            Reading.of(text).rows(3).row(1, "q\"r\r\ns", "2").row(2, "t", "3").rejected(0);
        }
    }
}
