package downhill.data.prepare;

import static downhill.data.Tables.labels;
import static downhill.data.Tables.numbers;
import static downhill.data.Tables.range;
import static downhill.data.Tables.spec;
import static downhill.data.Tables.table;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import downhill.data.DataException;
import downhill.data.DataSpec;
import downhill.data.MissingStrategy;
import downhill.data.Scaling;
import downhill.data.SplitSpec;
import downhill.data.Table;
import downhill.data.TaskKind;
import downhill.words.Said;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PreprocessingTest {
    private static final Table TRAINING = table(numbers("x", 0, 2, 4, 6), labels("c", "a", "b", "a", "b"), numbers("y", range(4)));
    private static final DataSpec ALL_ROWS = spec().withSplit(new SplitSpec(0, 0, false)).withScaling(Scaling.MIN_MAX)
            .withTask(TaskKind.REGRESSION);

    @Test
    void appliedToTheTrainingTableItGivesTheTrainingInputs() {
        Prepared prepared = Preparation.prepare(TRAINING, ALL_ROWS);
        assertArrayEquals(prepared.training().inputs(), prepared.preprocessing().apply(TRAINING).inputs().inputs());
    }

    @Test
    void columnsMayComeInAnotherOrderWithOthersBesideThem() {
        Preprocessing steps = Preparation.prepare(TRAINING, ALL_ROWS).preprocessing();
        Table table = table(labels("other", "q"), labels("c", "b"), numbers("x", 3));
        assertArrayEquals(new double[] {0.5, 0, 1}, steps.apply(table).inputs().inputs());
    }

    @Test
    void whatIsFilledIsCountedWithWhatTookItsPlace() {
        Preprocessing steps = Preparation.prepare(TRAINING, ALL_ROWS).preprocessing();
        Table table = table(labels("c", "a", null, null), numbers("x", 3, Double.NaN, 1), labels("other", "q", null, null));
        assertEquals("Missing values are filled as the training rows say: 1 of \"x\" with 3, 2 of \"c\" with a.",
                new FilledValues(steps).add(table, 0).told().orElseThrow().toString());
        assertEquals("Missing values are filled as the training rows say: 1 of \"c\" with a.",
                new FilledValues(steps).add(table, 2).told().orElseThrow().toString());
        assertTrue(new FilledValues(steps).add(TRAINING, 0).told().isEmpty());
        Preprocessing dropping = Preparation.prepare(TRAINING, ALL_ROWS.withMissing(MissingStrategy.DROP_ROW)).preprocessing();
        assertTrue(new FilledValues(dropping).add(table, 0).told().isEmpty());
    }

    @Test
    void aMissingColumnIsNotTakenForOneInUse() {
        Preprocessing steps = Preparation.prepare(TRAINING, ALL_ROWS).preprocessing();
        assertEquals("The model needs the column \"x\", which is not there. There are: c, other.", assertThrows(DataException.class,
                () -> steps.checkColumns(Set.of("c"), List.of("c", "other"))).getMessage());
    }

    @Test
    void anUnknownCategoryIsAllZerosAndIsCounted() {
        Preprocessing steps = Preparation.prepare(TRAINING, ALL_ROWS).preprocessing();
        Applied applied = steps.apply(table(labels("c", "z", "a"), numbers("x", 3, 3)));
        assertArrayEquals(new double[] {0.5, 0, 0, 0.5, 1, 0}, applied.inputs().inputs());
        assertEquals(Map.of("c", Map.of("z", 1)), applied.unknown());
    }

    @Test
    void aRowThatCannotBeScoredIsListedWithItsReason() {
        Preprocessing steps = Preparation.prepare(TRAINING, ALL_ROWS.withMissing(MissingStrategy.DROP_ROW)).preprocessing();
        Applied applied = steps.apply(table(labels("c", "a", "a", null), numbers("x", 3, Double.NaN, 1)));
        assertArrayEquals(new int[] {0}, applied.inputs().sourceRows());
        assertEquals(List.of(new Applied.Unscored(1, 0, Said.of("value.unfit", "x")),
                new Applied.Unscored(2, 0, Said.of("value.unfit", "c"))), applied.unscored());
    }

    @Test
    void aNumberColumnThatCameAsTextIsReadAsNumbers() {
        Preprocessing steps = Preparation.prepare(TRAINING, ALL_ROWS).preprocessing();
        Applied applied = steps.apply(table(labels("c", "a"), labels("x", "6")));
        assertArrayEquals(new double[] {1, 1, 0}, applied.inputs().inputs());
    }

    @Test
    void aMissingColumnIsNamed() {
        Preprocessing steps = Preparation.prepare(TRAINING, ALL_ROWS).preprocessing();
        DataException e = assertThrows(DataException.class, () -> steps.apply(table(numbers("xx", 1), labels("c", "a"))));
        assertEquals("There is no column \"x\". Did you mean \"xx\"?", e.getMessage());
    }

    @Test
    void targetsOfANewTableAreEncodedWhereTheyAreKnown() {
        Table classes = table(numbers("x", range(6)), labels("y", "a", "b", "a", "b", "a", "b"));
        Preprocessing steps = Preparation.prepare(classes, spec()).preprocessing();
        double[] targets = steps.apply(table(numbers("x", 1, 2, 3), labels("y", "b", "new", null))).inputs().targets();
        assertEquals(1, targets[0]);
        assertEquals(2, Arrays.stream(targets).filter(Double::isNaN).count());
    }
}
