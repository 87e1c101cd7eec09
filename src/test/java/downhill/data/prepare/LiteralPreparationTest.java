package downhill.data.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.data.ColumnSpec;
import downhill.data.ColumnType;
import downhill.data.DataSpec;
import downhill.data.EqualRows;
import downhill.data.Examples;
import downhill.data.Level;
import downhill.data.MissingStrategy;
import downhill.data.Role;
import downhill.data.Scaling;
import downhill.data.SequenceSpec;
import downhill.data.SplitSpec;
import downhill.data.Table;
import downhill.data.Tables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToIntFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Drawn tables made ready as {@link LiteralPreparation} does it. */
class LiteralPreparationTest {
    private static final List<String> FEATURES = List.of("number", "whole", "constant", "label", "date", "flag");
    private static final String[] LABELS = {"s1", "s2", "s10", "7", "x"};

    private static double[] numbers(Random random, int rows, double gaps) {
        return random.doubles(rows).map(value -> random.nextDouble() < gaps ? Double.NaN : 50 + 30 * value).toArray();
    }

    private static String[] labels(Random random, int rows, double gaps, String... of) {
        return IntStream.range(0, rows).mapToObj(i -> random.nextDouble() < gaps ? null : of[random.nextInt(of.length)])
                .toArray(String[]::new);
    }

    private static Table drawn(Random random, boolean classes) {
        int rows = 30 + random.nextInt(60);
        double gaps = random.nextInt(3) * 0.1;
        double[] whole = Arrays.stream(numbers(random, rows, gaps)).map(value -> Math.rint(value / 8)).toArray();
        String[] days = IntStream.range(0, rows).mapToObj(i -> "2020-0" + (1 + random.nextInt(9)) + "-1" + random.nextInt(9))
                .toArray(String[]::new);
        double[] target = numbers(random, rows, 0.1);
        return Tables.table(Tables.numbers("number", numbers(random, rows, gaps)), Tables.numbers("whole", whole),
                Tables.numbers("constant", DoubleStream.generate(() -> 4.5).limit(rows).toArray()),
                Tables.labels("label", labels(random, rows, gaps, LABELS)), Tables.labels("date", ColumnType.DATE, days),
                Tables.labels("flag", ColumnType.BOOLEAN, labels(random, rows, gaps, "true", "false")),
                Tables.numbers("weight", random.ints(rows, 1, 5).asDoubleStream().toArray()),
                classes ? Tables.labels("target", labels(random, rows, 0.1, "no", "perhaps", "yes")) : Tables.numbers("target", target));
    }

    private static DataSpec spec(Random random, Table table, boolean weighted, MissingStrategy missing) {
        List<ColumnSpec> columns = new ArrayList<>();
        table.columns().forEach(column -> columns.add(new ColumnSpec(column.name(), column.type(),
                column.name().equals("target") ? Role.TARGET : !column.name().equals("weight") ? Role.FEATURE
                        : weighted ? Role.WEIGHT : Role.IGNORED)));
        Scaling scaling = Scaling.values()[random.nextInt(Scaling.values().length)];
        return Tables.spec().withColumns(columns).withTarget("target").withMissing(missing).withScaling(scaling)
                .withScaleTarget(random.nextBoolean())
                .withSplit(new SplitSpec(random.nextInt(3) * 0.2, random.nextLong(), true, EqualRows.APART));
    }

    @ParameterizedTest
    @EnumSource(MissingStrategy.class)
    void inputsAndTargetsAreThoseOfTheSecondWriting(MissingStrategy missing) {
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            boolean weighted = seed % 2 == 0;
            Table table = drawn(random, seed % 3 == 0);
            DataSpec spec = spec(random, table, weighted, missing);
            Prepared prepared = Preparation.prepare(table, spec);
            ToIntFunction<Integer> weight = row -> weighted ? (int) table.column("weight").number(row) : 1;
            int[] rows = prepared.training().sourceRows();
            LiteralPreparation literal = new LiteralPreparation(table, rows, weight, missing, spec.scaling());
            hold(seed, prepared.training(), literal);
            hold(seed, prepared.validation(), literal);
            holdTargets(seed, prepared, table, spec, weight);
            int used = rows.length + prepared.validation().count();
            assertThat(used).as("seed %d", seed).isEqualTo((int) literal.inputs(FEATURES, targeted(table)).stream()
                    .filter(each -> each != null).count());
        }
    }

    private static int[] targeted(Table table) {
        return IntStream.range(0, table.rows()).filter(row -> !table.column("target").isMissing(row)).toArray();
    }

    private static void hold(int seed, Examples examples, LiteralPreparation literal) {
        double[] wanted = literal.inputs(FEATURES, examples.sourceRows()).stream().flatMapToDouble(Arrays::stream).toArray();
        assertThat(examples.inputs()).as("seed %d", seed).containsExactly(wanted, within(1e-11));
    }

    private static void holdTargets(int seed, Prepared prepared, Table table, DataSpec spec, ToIntFunction<Integer> weight) {
        double[] known = IntStream.of(prepared.training().sourceRows()).mapToObj(row -> DoubleStream.generate(() ->
                table.column("target").number(row)).limit(weight.applyAsInt(row))).flatMapToDouble(each -> each).toArray();
        for (int i = 0; i < prepared.training().count(); i++) {
            int row = prepared.training().sourceRows()[i];
            double target = prepared.training().targets()[i];
            if (prepared.classNames().isEmpty()) {
                double value = table.column("target").number(row);
                assertThat(target).as("seed %d", seed).isCloseTo(LiteralPreparation.scaled(spec.scaleTarget() ? Scaling.STANDARD
                        : Scaling.NONE, known, value), within(1e-11));
                assertThat(prepared.preprocessing().decode(target)).isCloseTo(value, within(1e-11));
            } else {
                assertThat(prepared.classNames().get((int) target)).isEqualTo(table.column("target").text(row));
            }
        }
    }

    /** Nothing that is done to a row depends on the rows beside it. */
    @Test
    void aTableTreatedPieceByPieceIsTheTableTreatedWhole() {
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            Table table = drawn(random, false);
            boolean series = seed % 2 == 0;
            DataSpec spec = spec(random, table, false, MissingStrategy.values()[series ? 1 + seed / 2 % 3 : seed / 2 % 4]);
            SequenceSpec windows = new SequenceSpec(1 + random.nextInt(4), 1 + random.nextInt(3), 1, Level.values()[seed / 2 % 2]);
            Preprocessing steps = Preparation.prepare(table, series ? spec.withSequence(windows) : spec).preprocessing();
            List<String> whole = shown(steps.apply(table), 0, 0);
            List<String> pieces = new ArrayList<>();
            int from = 0;
            while (from < table.rows()) {
                int to = Math.min(table.rows(), from + 1 + random.nextInt(20));
                int start = Math.max(0, from - steps.reach());
                Table piece = table.inOrder(IntStream.range(start, to).toArray());
                pieces.addAll(shown(steps.apply(piece, from - start, to == table.rows()), start, from - start));
                from = to;
            }
            assertThat(pieces).as("seed %d, %s", seed, series ? windows : "rows").isEqualTo(whole);
        }
    }

    /** Rows by their places in the whole table, with inputs and target bit for bit. */
    private static List<String> shown(Applied applied, int start, int from) {
        Examples examples = applied.inputs();
        List<String> shown = new ArrayList<>();
        for (int i = 0; i < examples.count(); i++) {
            assertThat(examples.sourceRows()[i]).isGreaterThanOrEqualTo(from);
            double[] inputs = Arrays.copyOfRange(examples.inputs(), i * examples.inputSize(), (i + 1) * examples.inputSize());
            shown.add(start + examples.sourceRows()[i] + " " + Arrays.toString(inputs) + " " + examples.targets()[i] + " "
                    + examples.level(i));
        }
        return shown;
    }
}
