package downhill.data;

import static downhill.data.Tables.spec;
import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.prepare.EqualGroups;
import downhill.data.prepare.Preparation;
import downhill.data.prepare.Prepared;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that a model cannot tell apart are on one side of the split, unless asked otherwise; and it is told. */
class EqualRowsTest {
    private static final int DRAWN = 100;

    /** Two features of few values and a class, so that many rows are equal. */
    private static Table drawn(long seed, int values) {
        Random random = new Random(seed);
        int rows = 60 + random.nextInt(200);
        double[] x = random.doubles(rows).map(value -> value < 0.1 ? Double.NaN : Math.rint(value * values) - 3).toArray();
        int[] a = random.ints(rows, -1, 3).toArray();
        int[] y = random.ints(rows, 0, 3).toArray();
        return new Table(List.of(new NumberColumn("id", IntStream.range(0, rows).mapToDouble(i -> i).toArray()), new NumberColumn("x", x),
                new LabelColumn("a", ColumnType.CATEGORY, a, List.of("p", "q", "r")),
                        new LabelColumn("y", ColumnType.CATEGORY, y, List.of("k", "l", "m"))));
    }

    private static String look(Table table, int row) {
        return table.columns().stream().skip(1).map(column -> column.text(row)).toList().toString();
    }

    private static Prepared prepared(Table table, SplitSpec split) {
        return Preparation.prepare(table, spec().withTarget("y").withSplit(split));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void equalRowsAreOnOneSide(boolean stratified) {
        for (long seed = 0; seed < DRAWN; seed++) {
            Table table = drawn(seed, 40);
            Prepared prepared = prepared(table, new SplitSpec(0.3, seed, stratified));
            Map<String, Boolean> side = new HashMap<>();
            Arrays.stream(prepared.training().sourceRows()).forEach(row -> side.put(look(table, row), true));
            assertThat(Arrays.stream(prepared.validation().sourceRows()).boxed()).as("seed %d", seed).isNotEmpty()
                    .noneMatch(row -> side.containsKey(look(table, row)));
            assertThat((double) prepared.validation().count() / table.rows()).as("share, seed %d", seed).isBetween(0.2, 0.4);
        }
    }

    @Test
    void groupsAreThoseOfAPlainSearch() {
        for (long seed = 0; seed < DRAWN; seed++) {
            Table table = drawn(seed, 6);
            int[] rows = IntStream.range(0, table.rows()).filter(row -> row % 3 != 1).toArray();
            int[] firsts = EqualGroups.firsts(table.columns().subList(1, 4), rows);
            for (int i = 0; i < rows.length; i++) {
                int row = rows[i];
                assertThat(firsts[i]).isEqualTo(IntStream.range(0, rows.length).filter(j -> look(table, rows[j]).equals(look(table, row)))
                        .findFirst().orElseThrow());
            }
        }
    }

    /** So that documents which say nothing of equal rows, and data without any, repeat bit for bit. */
    @Test
    void withoutEqualRowsAndInOlderDocumentsTheSplitIsThatOfBefore() {
        for (long seed = 0; seed < DRAWN; seed++) {
            Table table = drawn(seed, 40);
            assertThat(prepared(table, new SplitSpec(0.3, seed, true, null)).validation().sourceRows()).isEqualTo(before(table, seed));
            Table counted = table.withColumns(List.of(new NumberColumn("n",
                    IntStream.range(0, table.rows()).mapToDouble(i -> i * 0.5).toArray()),
                    table.column("y")));
            assertThat(prepared(counted, new SplitSpec(0.3, seed, true)).validation().sourceRows()).isEqualTo(before(counted, seed));
        }
    }

    private static int[] before(Table table, long seed) {
        return List.of("k", "l", "m").stream().flatMapToInt(name -> {
            int[] members = IntStream.range(0, table.rows()).filter(row -> table.column("y").text(row).equals(name)).toArray();
            int[] order = CounterRandom.permutation(seed, CounterRandom.SPLIT, "klm".indexOf(name), members.length);
            return Arrays.stream(order, 0, (int) Math.round(members.length * 0.3)).map(place -> members[place]);
        }).sorted().toArray();
    }

    /** Rows of a large group are held out about as often as others. */
    @Test
    void aGroupIsDrawnOnceHoweverLargeItIs() {
        double[] x = IntStream.range(0, 200).mapToDouble(i -> i < 10 ? 0 : i).toArray();
        Table table = new Table(List.of(new NumberColumn("x", x),
                new NumberColumn("y", IntStream.range(0, 200).mapToDouble(i -> i < 10 ? 0 : i).toArray())));
        int held = 0;
        for (long seed = 0; seed < 400; seed++) {
            held += Arrays.stream(prepared(table, new SplitSpec(0.2, seed, false)).validation().sourceRows()).anyMatch(row -> row < 10)
                    ? 1 : 0;
        }
        assertThat(held / 400.0).isBetween(0.13, 0.27);
    }

    @Test
    void whatWasDoneIsTold() {
        Table table = new Table(List.of(new NumberColumn("x", new double[] {1, 1, 1, 2, 3, 4, 5, 6, 7, 8}),
                new NumberColumn("y", new double[] {1, 1, 1, 2, 3, 4, 5, 6, 7, 8})));
        assertThat(messages(table, new SplitSpec(0.3, 1, true)))
                .anyMatch(line -> line.startsWith("2 rows equal an earlier one in every feature and in the target."));
        Table crowded = new Table(List.of(new NumberColumn("x", IntStream.range(0, 400).mapToDouble(i -> i % 2).toArray()),
                new NumberColumn("z", IntStream.range(0, 400).mapToDouble(i -> i / 2 % 2).toArray()),
                        new LabelColumn("y", ColumnType.CATEGORY,
                IntStream.range(0, 400).map(i -> i % 2 ^ i / 2 % 2).toArray(), List.of("a", "b"))));
        assertThat(messages(crowded, new SplitSpec(0.2, 1, true)))
                .contains("0 rows are held out instead of 80, because equal rows are many and are kept "
                + "together. Let them be apart to hold out the whole share.");
        assertThat(messages(crowded, new SplitSpec(0.2, 1, true, EqualRows.APART)))
                .anyMatch(line -> line.startsWith("80 of the 80 rows held out equal a training row"));
        assertThat(messages(crowded, new SplitSpec(0, 1, true))).isEmpty();
    }

    private static List<String> messages(Table table, SplitSpec split) {
        return Preparation.prepare(table, spec().withTarget("y").withSplit(split)).notices().stream().map(Notice::message).toList();
    }
}
