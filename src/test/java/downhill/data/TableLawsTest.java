package downhill.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Laws of tables and their columns, on drawn ones against plain lists. */
class TableLawsTest {
    private static final int DRAWN = 200;
    private static final String[] TEXTS = {"a", "B", "10", "1.5", "-3e2", "2020-02-29", "2020-01-31T12:00", "true", "x y", "1e999", "07"};

    private static double number(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> Double.NaN;
            case 1 -> random.nextInt(9) - 4;
            case 2 -> random.nextInt(100) / 8.0;
            case 3 -> 1e15 * random.nextGaussian();
            default -> random.nextGaussian();
        };
    }

    private static Column column(Random random, String name, int rows) {
        if (random.nextBoolean()) {
            return Tables.numbers(name, IntStream.range(0, rows).mapToDouble(i -> number(random)).toArray());
        }
        return Tables.labels(name, IntStream.range(0, rows).mapToObj(i -> random.nextInt(5) == 0 ? null
                : TEXTS[random.nextInt(TEXTS.length)]).toArray(String[]::new));
    }

    private static List<String> texts(Column column) {
        return IntStream.range(0, column.size()).mapToObj(column::text).toList();
    }

    @Test
    void countsAreThoseOfAPlainList() {
        for (int seed = 0; seed < DRAWN; seed++) {
            Random random = new Random(seed);
            Column column = column(random, "c", random.nextInt(60));
            List<String> texts = texts(column);
            Set<Object> values = new HashSet<>();
            IntStream.range(0, column.size()).filter(row -> !column.isMissing(row))
                    .forEach(row -> values.add(column.type() == ColumnType.NUMBER ? column.number(row) + 0.0 : column.text(row)));
            assertThat(column.missing()).isEqualTo((int) texts.stream().filter(text -> text == null).count());
            assertThat(column.distinct()).as("seed %d: %s", seed, texts).isEqualTo(values.size());
            for (int row = 0; row < column.size(); row++) {
                assertThat(column.isMissing(row)).isEqualTo(texts.get(row) == null);
                assertThat(column.isMissing(row) && !Double.isNaN(column.number(row))).isFalse();
            }
        }
    }

    @Test
    void rowsInAnotherOrderAreTheSameRows() {
        for (int seed = 0; seed < DRAWN; seed++) {
            Random random = new Random(seed);
            int rows = 1 + random.nextInt(40);
            int[] lines = IntStream.range(0, rows).map(i -> 2 + 3 * i).toArray();
            Table table = new Table(List.of(column(random, "a", rows), column(random, "b", rows)), lines, null);
            int[] order = random.ints(random.nextInt(50), 0, rows).toArray();
            Table moved = table.inOrder(order);
            assertThat(moved.rows()).isEqualTo(order.length);
            for (int row = 0; row < order.length; row++) {
                assertThat(moved.line(row)).isEqualTo(lines[order[row]]);
                for (int j = 0; j < 2; j++) {
                    assertThat(moved.columns().get(j).text(row)).isEqualTo(table.columns().get(j).text(order[row]));
                    assertThat(moved.columns().get(j).number(row)).isEqualTo(table.columns().get(j).number(order[row]));
                }
            }
        }
    }

    /** A number is the same after it has been a text; what fits no type is missing there and nothing else. */
    @Test
    void aColumnUnderAnotherTypeHoldsWhatFitsIt() {
        for (int seed = 0; seed < DRAWN; seed++) {
            Random random = new Random(seed);
            Column column = column(random, "c", 30);
            Column label = column.as(ColumnType.CATEGORY);
            Column number = label.as(ColumnType.NUMBER);
            Column date = column.as(ColumnType.DATE);
            assertThat(column.as(column.type())).isSameAs(column);
            for (int row = 0; row < column.size(); row++) {
                String text = column.text(row);
                assertThat(label.text(row)).isEqualTo(text);
                assertThat(number.number(row)).as("%s, seed %d", text, seed).isEqualTo(plain(column, row) + 0.0);
                assertThat(date.isMissing(row)).as("%s as a date", text).isEqualTo(text == null || !text.startsWith("2020-"));
                assertThat(date.number(row)).isEqualTo(text == null ? Double.NaN : Dates.days(text));
            }
        }
    }

    private static double plain(Column column, int row) {
        if (column.type() == ColumnType.NUMBER || column.isMissing(row)) {
            return column.number(row);
        }
        try {
            double value = Double.parseDouble(column.text(row));
            return Double.isInfinite(value) ? Double.NaN : value;
        } catch (NumberFormatException none) {
            return Double.NaN;
        }
    }

    @Test
    void aColumnIsFoundByItsNameAndElseInAnyCase() {
        Table table = Tables.table(Tables.numbers("Size", 1), Tables.numbers("weight", 2), Tables.labels("Höhe", "x"));
        for (String name : table.names()) {
            assertThat(table.column(name).name()).isEqualTo(name);
            assertThat(table.column(name.toUpperCase(Locale.ROOT)).name()).isEqualTo(name);
        }
        assertThat(table.find("siz")).isEmpty();
        assertThatThrownBy(() -> table.column("wieght")).isInstanceOf(DataException.class).hasMessageContaining("weight");
        assertThatThrownBy(() -> Tables.table(Tables.numbers("a", 1), Tables.numbers("b", 1, 2)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Levenshtein's distance from its definition: the fewest letters put in, taken out or replaced. */
    private static int distance(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.length() + b.length();
        }
        int replaced = distance(a.substring(1), b.substring(1)) + (a.charAt(0) == b.charAt(0) ? 0 : 1);
        return Math.min(replaced, 1 + Math.min(distance(a.substring(1), b), distance(a, b.substring(1))));
    }

    @Test
    void theDistanceOfNamesIsThatOfItsDefinition() {
        Random random = new Random(1);
        for (int i = 0; i < DRAWN; i++) {
            String a = random.ints(random.nextInt(6), 'a', 'd').mapToObj(Character::toString).reduce("", String::concat);
            String b = random.ints(random.nextInt(6), 'a', 'd').mapToObj(Character::toString).reduce("", String::concat);
            assertThat(NearNames.distance(a, b)).as("%s %s", a, b).isEqualTo(distance(a, b)).isEqualTo(NearNames.distance(b, a));
            assertThat(NearNames.distance(a.toUpperCase(Locale.ROOT), a)).isZero();
        }
    }

    /** Every value is in one bar, and in one whose range holds it. */
    @Test
    void barsHoldAllNumbersEachInItsRange() {
        for (int seed = 0; seed < DRAWN; seed++) {
            Random random = new Random(seed);
            double size = Math.pow(10, random.nextInt(12) - 6);
            double[] values = random.doubles(random.nextInt(80)).map(value -> random.nextInt(8) == 0 ? Double.NaN : (value - 0.4) * size)
                    .toArray();
            int bars = 1 + random.nextInt(12);
            Histogram histogram = Histogram.of(Tables.numbers("x", values), bars);
            double[] known = Arrays.stream(values).filter(value -> !Double.isNaN(value)).sorted().toArray();
            assertThat(histogram.counts().stream().mapToInt(count -> count).sum() + histogram.others()).isEqualTo(known.length);
            List<Integer> wanted = new ArrayList<>();
            double width = known.length < 2 ? 0 : (known[known.length - 1] - known[0]) / bars;
            for (int bar = 0; bar < (known.length == 0 ? 0 : width > 0 ? bars : 1); bar++) {
                double from = known[0] + bar * width;
                double to = bar == bars - 1 || width == 0 ? Double.POSITIVE_INFINITY : from + width;
                wanted.add((int) Arrays.stream(known).filter(value -> value >= from && value < to).count());
            }
            assertThat(histogram.counts()).as("seed %d", seed).isEqualTo(wanted);
            assertThat(histogram.labels()).hasSameSizeAs(wanted);
        }
    }
}
