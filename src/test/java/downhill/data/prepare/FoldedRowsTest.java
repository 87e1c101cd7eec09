package downhill.data.prepare;

import static downhill.data.Tables.labels;
import static downhill.data.Tables.numbers;
import static downhill.data.Tables.range;
import static downhill.data.Tables.spec;
import static downhill.data.Tables.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.data.Column;
import downhill.data.DataException;
import downhill.data.DataSpec;
import downhill.data.EqualRows;
import downhill.data.Level;
import downhill.data.Scaling;
import downhill.data.SequenceSpec;
import downhill.data.Table;
import downhill.data.split.Fold;
import downhill.data.split.FoldSpec;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is learned of a fold is learned of its training rows, and what is held out stays out. */
class FoldedRowsTest {
    private static final int ROWS = 60;

    /** Two numbers, one with holes, a category and a target; the values of {@code spoiled} rows are others. */
    private static Table mixed(int... spoiled) {
        Random random = new Random(4);
        double[] a = random.doubles(ROWS, -3, 5).toArray();
        double[] b = random.doubles(ROWS, 10, 90).toArray();
        double[] y = random.doubles(ROWS).toArray();
        String[] c = IntStream.range(0, ROWS).mapToObj(i -> "c" + random.nextInt(3)).toArray(String[]::new);
        IntStream.range(0, ROWS).filter(i -> i % 9 == 0).forEach(i -> b[i] = Double.NaN);
        for (int row : spoiled) {
            a[row] = 1000 + row;
            b[row] = -7000 - row;
            c[row] = "c" + (row + 1) % 3;
            y[row] = 1e6 + row;
        }
        return table(numbers("a", a), numbers("b", b), labels("c", c), numbers("y", y));
    }

    @ParameterizedTest
    @EnumSource(value = Scaling.class)
    void valuesOfHeldOutRowsDoNotReachTheTrainingRows(Scaling scaling) {
        DataSpec spec = spec().withTarget("y").withScaling(scaling);
        FoldedRows clean = FoldedRows.of(mixed(), spec, FoldSpec.of(4));
        for (int i = 0; i < clean.folds().size(); i++) {
            Fold fold = clean.folds().get(i);
            FoldedRows spoiled = FoldedRows.of(mixed(fold.held()), spec, FoldSpec.of(4));
            assertThat(spoiled.folds().get(i).held()).as("the same rows are held out").isEqualTo(fold.held());
            FoldData expected = clean.prepare(i, false);
            FoldData found = spoiled.prepare(i, false);
            assertThat(found.prepared().training().inputs()).isEqualTo(expected.prepared().training().inputs());
            assertThat(found.prepared().training().targets()).isEqualTo(expected.prepared().training().targets());
            assertThat(found.held().inputs()).as("the held out rows themselves are others").isNotEqualTo(expected.held().inputs());
        }
    }

    /** The same of a series, whose constants and levels come from what was before. */
    @ParameterizedTest
    @EnumSource(value = Level.class)
    void whatComesLaterDoesNotReachTheTrainingWindows(Level level) {
        SequenceSpec windows = new SequenceSpec(4, 1, 1, level);
        DataSpec spec = spec().withTarget("y").withSequence(windows);
        double[] y = IntStream.range(0, ROWS).mapToDouble(i -> 5 + Math.sin(i) + i % 7).toArray();
        FoldedRows clean = FoldedRows.of(table(numbers("y", y)), spec, FoldSpec.rolling(3));
        for (int i = 0; i < 3; i++) {
            int begin = clean.folds().get(i).held()[0];
            double[] other = IntStream.range(0, ROWS).mapToDouble(row -> row < begin ? y[row] : 900 + row).toArray();
            FoldedRows spoiled = FoldedRows.of(table(numbers("y", other)), spec, FoldSpec.rolling(3));
            assertThat(spoiled.prepare(i, false).prepared().training().inputs())
                    .isEqualTo(clean.prepare(i, false).prepared().training().inputs());
        }
    }

    @Test
    void rowsForEarlyStoppingAreTakenFromTheTrainingRows() {
        FoldedRows rows = FoldedRows.of(mixed(), spec().withTarget("y"), FoldSpec.of(5));
        for (int i = 0; i < 5; i++) {
            FoldData data = rows.prepare(i, true);
            int[] seen = IntStream.concat(Arrays.stream(data.prepared().training().sourceRows()),
                    Arrays.stream(data.prepared().validation().sourceRows())).sorted().toArray();
            assertThat(data.prepared().validation().count()).isPositive();
            assertThat(seen).isEqualTo(rows.folds().get(i).training());
            assertThat(data.held().sourceRows()).isEqualTo(rows.folds().get(i).held());
        }
    }

    @Test
    void equalRowsAreHeldOutTogetherUnlessTheyMayBeApart() {
        double[] x = IntStream.range(0, 40).mapToDouble(i -> i / 2).toArray();
        Table pairs = table(numbers("x", x), numbers("y", x));
        DataSpec spec = spec().withTarget("y");
        assertThat(broken(FoldedRows.of(pairs, spec, FoldSpec.of(4)))).isZero();
        assertThat(broken(FoldedRows.of(pairs, spec.withSplit(spec.split().withEqualRows(EqualRows.APART)), FoldSpec.of(4)))).isPositive();
    }

    private static long broken(FoldedRows rows) {
        return rows.folds().stream().flatMapToInt(fold -> IntStream.of(fold.held())
                .filter(row -> IntStream.of(fold.training()).anyMatch(other -> other / 2 == row / 2))).count();
    }

    @Test
    void aColumnThatMakesGroupsIsNotLearnedFromUnlessItIsAskedFor() {
        Column group = labels("patient", IntStream.range(0, ROWS).mapToObj(i -> "p" + i % 6).toArray(String[]::new));
        Table table = table(group, numbers("x", range(ROWS)), numbers("y", range(ROWS)));
        FoldedRows rows = FoldedRows.of(table, spec().withTarget("y"), new FoldSpec(3, 1, "patient", false));
        assertThat(rows.prepare(0, false).prepared().featureNames()).containsExactly("x");
        for (Fold fold : rows.folds()) {
            assertThat(IntStream.of(fold.held()).map(row -> row % 6).distinct().toArray()).hasSize(2);
        }
    }

    @Test
    void groupsThatAreNotKnownAreRefused() {
        Table table = table(labels("g", "a", null, "b", "c"), numbers("x", range(4)), numbers("y", range(4)));
        refused(table, spec().withTarget("y"), new FoldSpec(2, 1, "g", false), "folds.group.missing");
        refused(table, spec().withTarget("y"), new FoldSpec(2, 1, "h", false), "folds.group.absent");
        refused(table, spec().withTarget("y").withSequence(new SequenceSpec(1, 1, 1, Level.NONE)), FoldSpec.of(2), "folds.series");
    }

    private static void refused(Table table, DataSpec spec, FoldSpec folds, String key) {
        assertThatThrownBy(() -> FoldedRows.of(table, spec, folds))
                .isInstanceOfSatisfying(DataException.class, e -> assertThat(e.said().key()).isEqualTo(key));
    }

    @Test
    void fewerRowsAreWithinMoreAndTheSameAreHeldOut() {
        String[] kinds = IntStream.range(0, ROWS).mapToObj(i -> i % 4 == 0 ? "a" : "b").toArray(String[]::new);
        Table table = table(numbers("x", range(ROWS)), labels("kind", kinds));
        FoldedRows all = FoldedRows.of(table, spec().withTarget("kind"), FoldSpec.of(3));
        int[] before = {};
        for (double share : new double[] {0.2, 0.5, 1}) {
            Fold part = all.learningFrom(share).folds().get(1);
            assertThat(part.held()).isEqualTo(all.folds().get(1).held());
            assertThat(part.training()).hasSize((int) Math.round(share * all.folds().get(1).training().length));
            assertThat(IntStream.of(before)).as("a smaller part is within").allMatch(row -> Arrays.binarySearch(part.training(), row) >= 0);
            assertThat(all.folds().get(1).training()).contains(part.training());
            long rare = IntStream.of(part.training()).filter(row -> row % 4 == 0).count();
            assertThat(rare / (double) part.training().length).isBetween(0.2, 0.3);
            before = part.training();
        }
        FoldedRows rolling = FoldedRows.of(table, spec().withTarget("kind"), FoldSpec.rolling(3));
        int[] last = rolling.learningFrom(0.2).folds().get(2).training();
        assertThat(last).isEqualTo(IntStream.range(45 - 9, 45).toArray());
    }
}
