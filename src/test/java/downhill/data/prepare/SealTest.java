package downhill.data.prepare;

import static downhill.data.Tables.labels;
import static downhill.data.Tables.numbers;
import static downhill.data.Tables.spec;
import static downhill.data.Tables.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.data.DataException;
import downhill.data.DataSpec;
import downhill.data.Level;
import downhill.data.MissingStrategy;
import downhill.data.Scaling;
import downhill.data.SequenceSpec;
import downhill.data.SplitSpec;
import downhill.data.Table;
import downhill.data.split.FoldSpec;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows under seal take part in nothing. */
class SealTest {
    private static final int ROWS = 80;
    private static final SplitSpec QUARTER = new SplitSpec(0.2, 5, true).withSealed(0.25);

    private static Table numbersOf(int... spoiled) {
        Random random = new Random(4);
        double[] a = random.doubles(ROWS, -3, 5).toArray();
        double[] b = random.doubles(ROWS, 10, 90).toArray();
        double[] y = random.doubles(ROWS).toArray();
        String[] c = IntStream.range(0, ROWS).mapToObj(i -> "c" + i % 3).toArray(String[]::new);
        IntStream.range(0, ROWS).filter(i -> i % 9 == 0).forEach(i -> b[i] = Double.NaN);
        for (int row : spoiled) {
            a[row] = 1000 + row;
            b[row] = row % 2 == 0 ? Double.NaN : -7000 - row;
            c[row] = "c" + (row + 1) % 3;
            y[row] = 1e6 + row;
        }
        return table(numbers("a", a), numbers("b", b), labels("c", c), numbers("y", y));
    }

    private static Table classesOf(int... spoiled) {
        Random random = new Random(4);
        double[] a = random.doubles(ROWS, -3, 5).toArray();
        IntStream.of(spoiled).forEach(row -> a[row] = 1000 + row);
        return table(numbers("a", a), labels("kind", IntStream.range(0, ROWS).mapToObj(i -> "k" + i % 4).toArray(String[]::new)));
    }

    private static int[] sealed(Table table, DataSpec spec) {
        return FoldedRows.sealed(table, spec).folds().get(0).held();
    }

    private static void assertSame(Prepared found, Prepared expected) {
        assertThat(found.training()).usingRecursiveComparison().ignoringAllOverriddenEquals().isEqualTo(expected.training());
        assertThat(found.validation()).usingRecursiveComparison().ignoringAllOverriddenEquals().isEqualTo(expected.validation());
        assertThat(found.preprocessing().features()).isEqualTo(expected.preprocessing().features());
        assertThat(found.preprocessing().target()).isEqualTo(expected.preprocessing().target());
    }

    @ParameterizedTest
    @EnumSource(Scaling.class)
    void otherValuesOfSealedRowsChangeNothingElse(Scaling scaling) {
        for (MissingStrategy missing : MissingStrategy.values()) {
            DataSpec spec = spec().withTarget("y").withScaling(scaling).withMissing(missing).withSplit(QUARTER);
            int[] sealed = sealed(numbersOf(), spec);
            assertThat(sealed).hasSize(ROWS / 4);
            assertThat(sealed(numbersOf(sealed), spec)).isEqualTo(sealed);
            assertSame(Preparation.prepare(numbersOf(sealed), spec), Preparation.prepare(numbersOf(), spec));
            FoldedRows folds = FoldedRows.of(numbersOf(), spec, FoldSpec.of(3));
            FoldedRows others = FoldedRows.of(numbersOf(sealed), spec, FoldSpec.of(3));
            for (int i = 0; i < 3; i++) {
                assertSame(others.prepare(i, true).prepared(), folds.prepare(i, true).prepared());
                assertThat(others.prepare(i, true).held()).usingRecursiveComparison().ignoringAllOverriddenEquals()
                        .isEqualTo(folds.prepare(i, true).held());
                assertThat(folds.folds().get(i).held()).doesNotContain(sealed);
            }
        }
    }

    @Test
    void theSealedRowsAreTheSameWhateverElseIsSetOfTheSplit() {
        DataSpec spec = spec().withTarget("kind").withSplit(QUARTER);
        int[] sealed = sealed(classesOf(), spec);
        for (SplitSpec other : new SplitSpec[] {QUARTER.withSeed(77), QUARTER.withRatio(0.4), QUARTER.withStratified(false)}) {
            assertThat(sealed(classesOf(), spec.withSplit(other))).isEqualTo(sealed);
        }
        assertThat(sealed(classesOf(sealed), spec)).isEqualTo(sealed);
        assertThat(IntStream.of(sealed).mapToLong(row -> row % 4).boxed().collect(java.util.stream.Collectors.groupingBy(each -> each,
                java.util.stream.Collectors.counting())).values()).as("shares of the classes").containsOnly(5L);
    }

    @ParameterizedTest
    @EnumSource(Level.class)
    void ofASeriesTheLastRowsAreSealed(Level level) {
        DataSpec spec = spec().withTarget("y").withSequence(new SequenceSpec(4, 1, 1, level)).withSplit(QUARTER);
        double[] y = IntStream.range(0, ROWS).mapToDouble(i -> 5 + Math.sin(i) + i % 7).toArray();
        int[] sealed = sealed(table(numbers("y", y)), spec);
        assertThat(sealed).isEqualTo(IntStream.range(ROWS - 19, ROWS).toArray());
        double[] other = IntStream.range(0, ROWS).mapToDouble(row -> row < sealed[0] ? y[row] : 900 + row).toArray();
        assertSame(Preparation.prepare(table(numbers("y", other)), spec), Preparation.prepare(table(numbers("y", y)), spec));
    }

    @Test
    void onTheOtherSideAreTheRowsOfTheRace() {
        DataSpec spec = spec().withTarget("kind").withSplit(QUARTER);
        FoldData look = FoldedRows.sealed(classesOf(), spec).prepare(0, false);
        assertSame(look.prepared(), Preparation.prepare(classesOf(), spec));
        assertThat(look.held().count()).isEqualTo(ROWS / 4);
    }

    @Test
    void equalRowsAreNotOnBothSides() {
        double[] a = IntStream.range(0, ROWS).mapToDouble(i -> i / 2).toArray();
        int[] sealed = sealed(table(numbers("a", a), numbers("y", a)), spec().withTarget("y").withSplit(QUARTER));
        assertThat(Arrays.stream(sealed).map(row -> row ^ 1).sorted().toArray()).isEqualTo(sealed);
    }

    @Test
    void withoutASealThereIsNothingToLookAt() {
        DataSpec spec = spec().withTarget("y");
        assertThatThrownBy(() -> FoldedRows.sealed(numbersOf(), spec)).isInstanceOf(DataException.class).hasMessageContaining("--seal");
        assertThatThrownBy(() -> FoldedRows.sealed(numbersOf(), spec.withSplit(QUARTER.withSealed(0.001))))
                .isInstanceOf(DataException.class).hasMessageContaining("seals no row");
    }
}
