package downhill.analysis.explain.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import downhill.analysis.explain.field.Cells;
import downhill.analysis.explain.field.RawAnswers;
import downhill.analysis.explain.field.RawField;
import downhill.data.ColumnType;
import downhill.data.CounterRandom;
import downhill.data.Progress;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What would change an answer: few, small, of the kind that rows have, and told truly. */
class CounterfactualsTest {
    private static final List<RawField> FIELDS = List.of(RawField.number("quality"), RawField.number("area"),
            RawField.labels("town", "a", "b", "c"),
            RawField.number("noise"));
    private static final double[] ROW = {8, 219.5, 1, 0.3};

    private static Cells background() {
        double[] values = new double[300 * 4];
        for (int row = 0; row < 300; row++) {
            values[row * 4] = 1 + CounterRandom.index(1, 1500, row, 10);
            values[row * 4 + 1] = Math.rint(2 * (100 + 200 * CounterRandom.uniform(1, 1501, row))) / 2;
            values[row * 4 + 2] = CounterRandom.index(1, 1502, row, 4) - 1;
            values[row * 4 + 3] = CounterRandom.gaussian(1, 1503, row);
        }
        return new Cells(FIELDS, 300, values);
    }

    /** 10·quality + area + 30 in town c: 299.5 for the row. */
    private static double price(double[] cells, int at) {
        return 10 * cells[at] + cells[at + 1] + (cells[at + 2] == 2 ? 30 : 0);
    }

    private static final RawAnswers PRICE = cells -> IntStream.range(0, cells.length / 4).mapToDouble(row -> price(cells, row * 4))
            .toArray();
    private static final RawAnswers CLASSES = cells -> IntStream.range(0, cells.length / 4).mapToDouble(row -> price(cells, row * 4))
            .flatMap(each -> IntStream.of(0, 1).mapToDouble(k -> k == 1 == each > 310 ? 0.9 : 0.1)).toArray();

    private static List<Counterfactual> found(RawAnswers answers, Goal goal, Integer... frozen) {
        return new Counterfactuals(answers, background(), Set.of(frozen), 1).of(ROW, goal, 5, Progress.NONE);
    }

    private static String text(Counterfactual one) {
        return one.changes().stream().map(change -> FIELDS.get(change.field()).name() + " " + FIELDS.get(change.field()).text(change.from())
                + "->" + FIELDS.get(change.field()).text(change.to())).reduce((a, b) -> a + ", " + b).orElse("");
    }

    @Test
    void theSmallestChangeOfEachColumnIsFoundInItsOwnGrain() {
        List<Counterfactual> found = found(PRICE, Goal.atMost(285));
        assertThat(found).extracting(CounterfactualsTest::text).contains("quality 8->6", "area 219.5->205");
        assertThat(found).allSatisfy(each -> {
            assertThat(each.answer()[0]).isLessThanOrEqualTo(285).isEqualTo(price(each.row(), 0));
            assertThat(each.row()[0]).isEqualTo(Math.rint(each.row()[0]));
            assertThat(each.row()[3]).as("what does nothing is not changed").isEqualTo(0.3);
        });
    }

    @Test
    void whatStandsForEmptyCellsIsNoValueToChangeTo() {
        RawField rooms = new RawField("rooms", 0, ColumnType.NUMBER, List.of(), 4.4);
        double[] values = IntStream.range(0, 60).mapToDouble(row -> row % 5 == 0 ? 4.4 : 1 + row % 9).toArray();
        List<Counterfactual> found = new Counterfactuals(double[]::clone, new Cells(List.of(rooms), 60, values), Set.of(), 1)
                .of(new double[] {8}, Goal.atMost(4.6), 5, Progress.NONE);
        assertThat(found).hasSize(1).allSatisfy(each -> assertThat(each.row()).containsExactly(4));
    }

    @Test
    void aLabelMayChangeAndOthersAreLeft() {
        assertThat(found(PRICE, Goal.atLeast(325))).extracting(CounterfactualsTest::text).contains("town b->c", "area 219.5->245");
        assertThat(found(PRICE, Goal.atLeast(325), 0, 1)).extracting(CounterfactualsTest::text).containsExactly("town b->c");
        assertThat(found(PRICE, Goal.atLeast(325), 0, 1, 2)).as("nothing is left that could").isEmpty();
    }

    @Test
    void severalColumnsChangeWhereOneIsNotEnough() {
        List<Counterfactual> found = found(PRICE, Goal.atMost(150));
        assertThat(found).isNotEmpty().allSatisfy(each -> assertThat(each.changes()).hasSize(2));
        assertThat(found(PRICE, Goal.atMost(100))).as("below all that exists").isEmpty();
    }

    @Test
    void anotherClassIsReached() {
        assertThat(CLASSES.of(ROW.clone())).containsExactly(0.9, 0.1);
        for (Goal goal : List.of(Goal.is(1), Goal.isNot(0))) {
            assertThat(goal.isReached(new double[] {0.9, 0.1})).isFalse();
            assertThat(found(CLASSES, goal)).extracting(CounterfactualsTest::text)
                    .contains("quality 8->10", "area 219.5->230.1", "town b->c");
        }
        assertThat(Goal.is(0).isReached(new double[] {0.5, 0.5})).as("of equals the first is predicted").isTrue();
        assertThat(Goal.is(1).isReached(new double[] {0.5, 0.5})).isFalse();
        assertThat(Goal.isNot(0).isReached(new double[] {0.5, 0.5})).isFalse();
    }

    @Test
    void howFarExistingRowsAreIsTold() {
        Cells rows = background();
        Nearness nearness = new Nearness(rows);
        double brute = Double.POSITIVE_INFINITY;
        for (int row = 0; row < rows.count(); row++) {
            double sum = ROW[2] == rows.of(row, 2) ? 0 : 1;
            for (int field : new int[] {0, 1, 3}) {
                sum += Math.abs(ROW[field] - rows.of(row, field)) / nearness.spread(field);
            }
            brute = Math.min(brute, sum / 4);
        }
        assertThat(nearness.toNearest(ROW)).isCloseTo(brute, within(1e-12));
        int[] all = IntStream.range(0, 300).toArray();
        int[] nearest = nearness.nearest(ROW, all, 3);
        assertThat(nearness.of(ROW, nearest[0])).isEqualTo(nearness.toNearest(ROW)).isLessThanOrEqualTo(nearness.of(ROW, nearest[1]));
        assertThat(nearness.nearest(rows.row(7), all, 1)).containsExactly(7);
        double usual = nearness.usual(1);
        long within = IntStream.range(0, 300).filter(own -> IntStream.range(0, 300).filter(each -> each != own)
                .mapToDouble(each -> nearness.of(rows.row(own), each)).min().orElseThrow() <= usual).count();
        assertThat(within).isEqualTo(285);
    }

    @Test
    void itEndsWhenItIsNotWanted() {
        assertThatThrownBy(() -> new Counterfactuals(PRICE, background(), Set.of(), 1).of(ROW, Goal.atMost(1), 3,
                Progress.asking(() -> false))).isInstanceOf(CancellationException.class);
    }

    @Test
    void prototypesStandForHeapsOfRows() {
        double[] values = IntStream.range(0, 90).mapToDouble(row -> (row < 60 ? 0 : 100) + CounterRandom.gaussian(1, 1504, row)).toArray();
        List<Prototypes> two = Prototypes.of(new Cells(List.of(RawField.number("x")), 90, values), 2, 1, Progress.NONE);
        assertThat(two).extracting(Prototypes::stands).containsExactly(60, 30);
        assertThat(values[two.get(0).row()]).isBetween(-1.0, 1.0);
        assertThat(values[two.get(1).row()]).isBetween(99.0, 101.0);
        assertThat(Prototypes.of(new Cells(List.of(RawField.number("x")), 3, new double[] {1, 1, 1}), 2, 1, Progress.NONE)).hasSize(1);
    }
}
