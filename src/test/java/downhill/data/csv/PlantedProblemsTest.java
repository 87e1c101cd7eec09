package downhill.data.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.data.BadCell;
import downhill.data.ColumnType;
import downhill.data.DataException;
import downhill.data.Dialect;
import downhill.data.ImportOptions;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults written into a table on purpose are those that the report lists: each with its line, column and kind, and no other. */
class PlantedProblemsTest {
    private static final Map<String, ColumnType> TYPES = Map.of("n", ColumnType.NUMBER, "w", ColumnType.CATEGORY, "d", ColumnType.DATE);
    private static final ImportOptions OPTIONS = ImportOptions.DEFAULT.withDialect(Dialect.STANDARD.withComment("#"));

    /** A kind of fault: how the row is written, of which column it is told, and whether the row or a cell's value is lost. */
    private record Fault(ProblemKind kind, String row, String column, boolean losesRow, boolean losesCell) {
    }

    private static final List<Fault> FAULTS = List.of(
            new Fault(ProblemKind.NOT_A_NUMBER, "x7,one,2020-01-31", "n", false, true),
            new Fault(ProblemKind.NOT_FINITE, "-inf,one,2020-01-31", "n", false, true),
            new Fault(ProblemKind.NOT_FINITE, "1e999,one,2020-01-31", "n", false, true),
            new Fault(ProblemKind.UNDERFLOW, "1e-999,one,2020-01-31", "n", false, false),
            new Fault(ProblemKind.NORMALISED_NUMBER, "１２,one,2020-01-31", "n", false, false),
            new Fault(ProblemKind.NOT_A_DATE, "7,one,2020-02-30", "d", false, true),
            new Fault(ProblemKind.NOT_A_DATE, "7,one,soon", "d", false, true),
            new Fault(ProblemKind.TOO_FEW_FIELDS, "7,one", null, true, false),
            new Fault(ProblemKind.TOO_MANY_FIELDS, "7,one,2020-01-31,8", null, true, false),
            new Fault(ProblemKind.EMPTY_EXTRA_FIELDS, "7,one,2020-01-31,,", null, false, false),
            new Fault(ProblemKind.TEXT_AFTER_QUOTE, "7,\"one\"two,2020-01-31", "w", true, false),
            new Fault(ProblemKind.NUL_CHARACTER, "7,one,2020-01-31\0", "d", true, false),
            new Fault(ProblemKind.INVALID_BYTES, "7,on\u0001e,2020-01-31", "w", true, false),
            new Fault(ProblemKind.QUOTE_IN_FIELD, "7,5\" disk,2020-01-31", null, false, false),
            new Fault(ProblemKind.LINE_SKIPPED, "# said", null, false, false),
            new Fault(ProblemKind.REPEATED_HEADER, "n,w,d", null, false, false));

    /** A table with faults. */
    private static final class Planted {
        private final StringBuilder text = new StringBuilder("n,w,d\n");
        private final List<String> wanted = new ArrayList<>();
        private final List<Integer> lines = new ArrayList<>();
        private int lostRows;
        private int lostCells;
        private String firstLoss;

        Planted(Random random) {
            for (int line = 2; line < 80; line++) {
                if (random.nextInt(3) > 0) {
                    text.append(line).append(".5,wörd,2020-01-").append(10 + random.nextInt(20)).append('\n');
                } else {
                    fault(FAULTS.get(random.nextInt(FAULTS.size())), line);
                }
                lines.add(line);
            }
        }

        private void fault(Fault fault, int line) {
            text.append(fault.row).append('\n');
            wanted.add(told(line, fault.column, fault.kind));
            lostRows += fault.losesRow ? 1 : 0;
            lostCells += fault.losesCell ? 1 : 0;
            if (firstLoss == null && (fault.losesRow || fault.losesCell)) {
                firstLoss = "line " + line + (fault.column == null ? ":" : ", column \"" + fault.column + "\":");
            }
        }

        /** U+0001 stands for a byte that UTF-8 has not. */
        byte[] bytes() {
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = bytes[i] == 1 ? (byte) 0xFF : bytes[i];
            }
            return bytes;
        }

        long skipped() {
            return wanted.stream().filter(each -> each.endsWith("LINE_SKIPPED") || each.endsWith("REPEATED_HEADER")).count();
        }
    }

    private static String told(long line, String column, ProblemKind kind) {
        return line + " " + column + " " + kind;
    }

    /** Of single rows and cells; what is said of the whole file or column is left out. */
    private static List<String> told(Reading reading) {
        return reading.report().problems().stream().filter(each -> FAULTS.stream().anyMatch(fault -> fault.kind == each.kind()))
                .map(each -> told(each.line(), each.column(), each.kind())).toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19})
    void eachIsToldWithItsLineAndColumn(long seed) {
        Planted planted = new Planted(new Random(seed));
        Reading reading = Reading.of(planted.bytes(), OPTIONS, TYPES);
        assertThat(told(reading)).isEqualTo(planted.wanted);
        reading.rejected(planted.lostRows).rows((int) (planted.lines.size() - planted.lostRows - planted.skipped()));
        long missing = reading.columns().stream().mapToLong(column -> column.missing()).sum();
        assertThat(missing).as("a cell that does not fit is missing").isEqualTo(planted.lostCells);
        assertThat(reading.report().columns().stream().mapToLong(ColumnReport::bad).sum()).isEqualTo(planted.lostCells);
        reading.report().problems().stream().filter(problem -> problem.line() > 0).forEach(problem -> assertThat(problem.message())
                .as(problem.kind().name()).startsWith("line " + problem.line()));
    }

    @ParameterizedTest
    @ValueSource(longs = {20, 21, 22, 23, 24, 25})
    void rowsWithACellThatDoesNotFitAreLeftOutIfAsked(long seed) {
        Planted planted = new Planted(new Random(seed));
        Reading reading = Reading.of(planted.bytes(), OPTIONS.withBadCell(BadCell.REJECT_ROW), TYPES);
        assertThat(told(reading)).isEqualTo(planted.wanted);
        reading.rejected(planted.lostRows + planted.lostCells);
        assertThat(reading.columns().stream().mapToLong(column -> column.missing()).sum()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {26, 27, 28, 29, 30, 31})
    void theFirstLossStopsTheReadingIfAsked(long seed) {
        Planted planted = new Planted(new Random(seed));
        assertThatThrownBy(() -> Reading.of(planted.bytes(), OPTIONS.withBadCell(BadCell.STOP), TYPES))
                .isInstanceOf(DataException.class).hasMessageContaining("test.csv").hasMessageContaining(planted.firstLoss);
    }
}
