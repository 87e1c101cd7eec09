package downhill.data;

import static downhill.data.Tables.labels;
import static downhill.data.Tables.numbers;
import static downhill.data.Tables.range;
import static downhill.data.Tables.spec;
import static downhill.data.Tables.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import downhill.data.prepare.Preparation;
import downhill.data.prepare.Prepared;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RefusalTest {
    private static final double NAN = Double.NaN;

    @Test
    void aTargetWithOneClassIsRefused() {
        assertRefused("The target \"y\" has only one class, \"a\", in all rows; there is nothing to learn. Choose another target.",
                table(numbers("x", 1, 2, 3), labels("y", "a", "a", "a")), spec());
    }

    @Test
    void aTargetWithoutNumbersIsRefusedForRegression() {
        assertRefused("The target \"y\" holds no numbers (the first value is \"a\"), so it cannot be predicted by regression. "
                + "Choose classification or another target.",
                table(numbers("x", 1, 2, 3), labels("y", "a", "b", "a")), spec().withTask(TaskKind.REGRESSION));
    }

    @Test
    void anOnlyFeatureOfMissingValuesIsRefused() {
        Table table = table(numbers("x", NAN, NAN, NAN), numbers("y", 1, 2, 3.5));
        assertRefused("No feature is left to learn from: columns that hold only missing values, or another text in each row, "
                + "are left out. Mark at least one column with values as a feature.", table, spec());
        DataSpec insisted = spec().withColumns(List.of(new ColumnSpec("x", ColumnType.NUMBER, Role.FEATURE)));
        assertRefused("The feature \"x\" holds missing values only and is the only feature. Ignore it, or choose another.", table,
                insisted);
    }

    @Test
    void aColumnOfMissingValuesBesideOthersIsLeftOutAndThatIsSaid() {
        Table table = table(numbers("empty", NAN, NAN, NAN), numbers("x", 1, 2, 4), numbers("y", 1, 2, 3.5));
        Prepared prepared = Preparation.prepare(table, spec());
        assertEquals(List.of("x"), prepared.featureNames());
        assertEquals("\"empty\" is ignored: it holds missing values only.",
                prepared.notices().stream().filter(n -> "empty".equals(n.column())).findFirst().orElseThrow().message());
    }

    @Test
    void asManyClassesAsRowsAreRefused() {
        assertRefused("The target \"y\" has 4 classes for 4 rows; each class needs two rows or more. "
                + "Choose another target, or regression if it is a quantity.",
                table(numbers("x", range(4)), labels("y", "a", "b", "c", "d")), spec());
    }

    @Test
    void oneRowIsRefused() {
        assertRefused("Only 1 row can be used; it cannot be split for training. At least 2 rows are needed.",
                table(numbers("x", 1), numbers("y", 1)), spec());
    }

    @Test
    void tenThousandColumnsTooManyAreRefused() {
        List<Column> columns = new ArrayList<>(IntStream.range(0, 10_001).mapToObj(i -> numbers("c" + i, i, 1, 2)).toList());
        columns.add(numbers("y", 1, 2, 3.5));
        assertRefused("There are 10001 feature columns; at most 10,000 can be used. Ignore some.", new Table(columns), spec());
    }

    @Test
    void aTargetThatIsNotThereNamesTheNearest() {
        assertRefused("There is no column \"specis\". Did you mean \"species\"?",
                table(numbers("x", 1, 2), labels("species", "a", "b")), spec().withTarget("specis"));
    }

    @Test
    void aTableWhoseRowsWouldAllBeDroppedIsRefused() {
        assertRefused("None of the 3 rows can be used, because each lacks the target or a feature. "
                + "Fill missing values instead of dropping rows.",
                table(numbers("x", 1, NAN, 3), numbers("z", NAN, 2, NAN), numbers("y", 1, 2, 3.5)),
                spec().withMissing(MissingStrategy.DROP_ROW));
    }

    @Test
    void oneColumnIsRefused() {
        assertRefused("There is only one column; a model needs at least one feature and a target.", table(numbers("x", 1, 2)), spec());
    }

    @Test
    void anImageThatDoesNotFitTheColumnsIsRefused() {
        assertRefused("An image of 1 × 2 × 2 needs 4 feature columns, but there are 1. "
                + "Change the shape or the columns marked as features.",
                table(numbers("x", 1, 2), labels("y", "a", "b")), spec().withImage(new ImageSpec(1, 2, 2)));
    }

    @Test
    void threeClassesAreRefusedWhereTwoWereAskedFor() {
        assertRefused("The target \"y\" has 3 classes (a, b, c), but two were asked for. Choose several classes or another target.",
                table(numbers("x", range(6)), labels("y", "a", "b", "c", "a", "b", "c")), spec().withTask(TaskKind.BINARY));
    }

    @Test
    void aSeriesShorterThanItsWindowIsRefused() {
        assertRefused("A series of 5 rows is too short for windows of 10 rows with the target 1 ahead. Make the window smaller.",
                table(numbers("t", range(5)), numbers("y", 1, 4, 2, 8, 5)), spec().withSequence(new SequenceSpec(10, 1, 1)));
    }

    private static void assertRefused(String message, Table table, DataSpec spec) {
        assertEquals(message, assertThrows(DataException.class, () -> Preparation.prepare(table, spec)).getMessage());
    }
}
