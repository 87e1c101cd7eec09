package downhill.data.csv;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.Column;
import downhill.data.ColumnType;
import downhill.data.Dialect;
import downhill.data.ImportOptions;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Numbers and dates written in every style and read with everything found out: a column has its values, or is left as it was written; if
 * its values are others, what was guessed is marked as not sure.
 */
class WrittenStylesTest {
    private static final int FILES = 30;
    private static final String[] DELIMITERS = {";", "\t", "|", ","};

    private static String quoted(String cell, String delimiter) {
        return cell.contains(delimiter) ? "\"" + cell + "\"" : cell;
    }

    /** A number with so many decimals, in a style. */
    private static String number(double value, int decimals, String decimal, String thousands) {
        String[] parts = String.format(Locale.ROOT, "%." + decimals + "f", Math.abs(value)).split("\\.");
        StringBuilder whole = new StringBuilder(parts[0]);
        for (int at = whole.length() - 3; at > 0; at -= 3) {
            whole.insert(at, thousands);
        }
        return (value < 0 ? "-" : "") + whole + (parts.length > 1 ? decimal + parts[1] : "");
    }

    /** One file: what stands in it, and what it means. */
    private static final class Written {
        private final StringBuilder text = new StringBuilder("row;value\n");
        private final List<String> cells = new ArrayList<>();
        private final List<Double> values = new ArrayList<>();
        private final String delimiter;

        Written(Random random) {
            delimiter = DELIMITERS[random.nextInt(DELIMITERS.length)];
            text.setLength(0);
            text.append("row").append(delimiter).append("value\n");
        }

        void add(String cell, double value) {
            text.append("r").append((char) ('a' + cells.size() % 26)).append(delimiter).append(quoted(cell, delimiter)).append('\n');
            cells.add(cell);
            values.add(value);
        }

        Reading read(ImportOptions options) {
            return Reading.of(text.toString().getBytes(StandardCharsets.UTF_8), options, Map.of()).rows(cells.size()).rejected(0);
        }
    }

    private static Written numbers(Random random, String decimal, String thousands) {
        Written written = new Written(random);
        int decimals = random.nextInt(4);
        double size = Math.pow(10, 1 + random.nextInt(7));
        for (int i = 4 + random.nextInt(30); i > 0; i--) {
            double drawn = (random.nextDouble() - 0.3) * size;
            double value = Double.parseDouble(String.format(Locale.ROOT, "%." + decimals + "f", drawn)) + 0.0;
            written.add(number(value, decimals, decimal, thousands), value);
        }
        return written;
    }

    /** How many cells do not have their values. */
    private static long others(Written written, Column column) {
        long others = 0;
        for (int row = 0; row < written.cells.size(); row++) {
            boolean same = column.type() == ColumnType.NUMBER || column.type() == ColumnType.DATE
                    ? column.number(row) == written.values.get(row) : written.cells.get(row).equals(column.text(row));
            others += same ? 0 : 1;
        }
        return others;
    }

    @ParameterizedTest
    @ValueSource(strings = {".|", ",|", ".|,", ",|.", ".| ", ",| ", ".|'", ".|\u00A0", ",|\u202F", ".|\u2009", ".|\u2019"})
    void numbersHaveTheirValuesOrAreLeftAsTheyAreWritten(String style) {
        String decimal = style.substring(0, 1);
        String thousands = style.substring(2);
        int read = 0;
        for (int seed = 0; seed < FILES; seed++) {
            Written written = numbers(new Random(seed), decimal, thousands);
            Reading reading = written.read(ImportOptions.DEFAULT);
            Column column = reading.imported().table().columns().get(1);
            long others = others(written, column);
            assertThat(others == 0 || reading.report().needsALook()).as("seed %d: %s became %s", seed, written.cells, column.text(0))
                    .isTrue();
            read += others == 0 && column.type() == ColumnType.NUMBER ? 1 : 0;
        }
        assertThat(read).as("files read as numbers without being told").isGreaterThan(FILES / 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {".|", ",|", ".|,", ",|.", ".| ", ",| ", ".|'"})
    void numbersHaveTheirValuesWhereTheStyleIsTold(String style) {
        String thousands = style.substring(2);
        for (int seed = 0; seed < FILES; seed++) {
            Written written = numbers(new Random(seed), style.substring(0, 1), thousands);
            Dialect dialect = Dialect.STANDARD.withDelimiter(written.delimiter).withNumbers(style.substring(0, 1), thousands);
            Column column = written.read(ImportOptions.DEFAULT.withDialect(dialect)).imported().table().columns().get(1);
            assertThat(column.type()).as("seed %d: %s", seed, written.cells).isEqualTo(ColumnType.NUMBER);
            assertThat(others(written, column)).as("seed %d: %s", seed, written.cells).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"uuuu-MM-dd", "uuuu/M/d", "uuuu.MM.dd", "uuuu年M月d日", "d MMM uuuu", "MMMM d, uuuu", "dd/MM/uuuu", "d/M/uuuu",
        "MM/dd/uuuu", "d.M.uuuu", "M-d-uuuu"})
    void datesHaveTheirDaysOrAreLeftAsTheyAreWritten(String pattern) {
        DateTimeFormatter format = DateTimeFormatter.ofPattern(pattern, Locale.US);
        int read = 0;
        for (int seed = 0; seed < FILES; seed++) {
            Random random = new Random(seed);
            Written written = new Written(random);
            int days = new int[] {5, 40, 4000}[random.nextInt(3)];
            for (int i = 4 + random.nextInt(12); i > 0; i--) {
                LocalDate day = LocalDate.of(2001, 1 + random.nextInt(12), 1 + random.nextInt(28)).plusDays(random.nextInt(days));
                written.add(day.format(format), day.toEpochDay());
            }
            Reading reading = written.read(ImportOptions.DEFAULT);
            Column column = reading.imported().table().columns().get(1);
            long others = others(written, column);
            assertThat(others == 0 || reading.report().needsALook()).as("seed %d: %s became %s", seed, written.cells, column.text(0))
                    .isTrue();
            read += others == 0 && column.type() == ColumnType.DATE ? 1 : 0;
        }
        assertThat(read).as("files read as dates without being told").isGreaterThan(FILES / 2);
    }

    private static final int MOST_NAMES = 9;

    /** Names are those of the file where they can be, and never two alike. */
    @Test
    void namesAreKeptWhereTheyCanBeAndNeverAlike() {
        String[] drawn = {"a", "A", "a_2", "b", "", " ", "b ", "size (cm)", "Größe", "column_3", "a_3", "B_2"};
        for (int seed = 0; seed < FILES * 6; seed++) {
            Random random = new Random(seed);
            List<String> originals = new ArrayList<>();
            for (int j = 2 + random.nextInt(MOST_NAMES); j > 0; j--) {
                originals.add(drawn[random.nextInt(drawn.length)]);
            }
            String row = String.join(";", originals.stream().map(name -> "1").toList()) + "\n";
            Reading reading = Reading.of((String.join(";", originals) + "\n" + row + row).getBytes(StandardCharsets.UTF_8),
                    ImportOptions.DEFAULT.withDialect(Dialect.STANDARD.withDelimiter(";")), Map.of());
            List<String> names = reading.imported().table().names();
            assertThat(names.stream().map(name -> name.toLowerCase(Locale.ROOT)).distinct().count()).as("%s became %s", originals, names)
                    .isEqualTo(originals.size());
            for (int j = 0; j < names.size(); j++) {
                String original = originals.get(j).strip();
                boolean first = originals.subList(0, j).stream().noneMatch(name -> name.strip().equalsIgnoreCase(original))
                        && names.subList(0, j).stream().noneMatch(name -> name.equalsIgnoreCase(original));
                assertThat(names.get(j).isBlank()).isFalse();
                assertThat(original.isEmpty() || !first || names.get(j).equals(original)).as("%s became %s", originals, names).isTrue();
            }
        }
    }
}
