package downhill.analysis.explain.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.analysis.explain.field.Cells;
import downhill.analysis.explain.field.RawAnswers;
import downhill.analysis.explain.field.RawField;
import downhill.data.CounterRandom;
import downhill.data.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is told of one row, counted a second time by plain means. */
class LocalLawsTest {
    private static final List<RawField> FIELDS = List.of(RawField.number("whole"), RawField.number("money"),
            RawField.labels("town", "a", "b", "c"));
    private static final int ROWS = 120;
    private static final double[] ROW = {6, 12.25, 1};

    private static Cells background() {
        double[] values = new double[ROWS * 3];
        for (int row = 0; row < ROWS; row++) {
            values[row * 3] = CounterRandom.index(1, 1900, row, 12);
            values[row * 3 + 1] = CounterRandom.index(1, 1901, row, 2000) / 100.0;
            values[row * 3 + 2] = CounterRandom.index(1, 1902, row, 3);
        }
        return new Cells(FIELDS, ROWS, values);
    }

    private static RawAnswers asked(ToDoubleFunction<double[]> truth, int fields) {
        return cells -> IntStream.range(0, cells.length / fields)
                .mapToDouble(row -> truth.applyAsDouble(Arrays.copyOfRange(cells, row * fields, (row + 1) * fields))).toArray();
    }

    private static double worth(double[] row) {
        return 3 * row[0] + row[1] + (row[2] == 2 ? 8 : 0);
    }

    private static final RawAnswers WORTH = asked(LocalLawsTest::worth, 3);

    /** Two heaps of rows, with the label and without: the ridge has a closed form. */
    @Test
    void limeOfOneColumnOfLabelsIsADifferenceShrunk() {
        Cells labels = new Cells(FIELDS.subList(2, 3), 6, new double[] {0, 1, 1, 2, 2, 2});
        List<Integer> same = new ArrayList<>();
        RawAnswers counted = cells -> {
            same.add((int) Arrays.stream(cells).filter(each -> each == 1).count());
            return Arrays.stream(cells).map(each -> each == 1 ? 10 : 4).toArray();
        };
        Lime lime = Lime.of(counted, 1, labels, new double[] {1}, false, 200, 3, 1, Progress.NONE);
        double mean = 0;
        for (int own : same) {
            double others = (200 - own) * Math.sqrt(Math.exp(-1 / (0.75 * 0.75)));
            double between = own * others / (own + others);
            mean += 6 * between / (between + 1) / same.size();
        }
        assertThat(same).hasSize(3);
        assertThat(lime.weight(0, 0)).isCloseTo(mean, within(1e-10));
        assertThat(lime.bins()[0]).isNull();
        assertThat(lime.isStable(0)).isTrue();
    }

    @Test
    void limeOfOneNumberIsItsSlopeAndTheValueAtTheRow() {
        Cells numbers = new Cells(FIELDS.subList(0, 1), 50, IntStream.range(0, 50).mapToDouble(i -> i).toArray());
        Lime lime = Lime.of(asked(row -> 5 - 2 * row[0], 1), 1, numbers, new double[] {20}, false, 3000, 2, 1, Progress.NONE);
        double deviation = Math.sqrt((50 * 50 - 1) / 12.0);
        assertThat(lime.unit()[0]).isCloseTo(deviation, within(1e-12));
        assertThat(lime.weight(0, 0)).isCloseTo(-2 * deviation, within(0.1));
        assertThat(lime.intercept()[0]).isCloseTo(-35, within(0.1));
    }

    /** Answers that add up are told by weights that do. */
    @Test
    void limeIsLinearInTheAnswers() {
        RawAnswers both = cells -> IntStream.range(0, cells.length / 3).mapToObj(row -> Arrays.copyOfRange(cells, row * 3, row * 3 + 3))
                .flatMapToDouble(row -> DoubleStream.of(worth(row), row[0] * row[1], worth(row) - 3 * row[0] * row[1] + 7)).toArray();
        Lime lime = Lime.of(both, 3, background(), ROW, false, 300, 3, 4, Progress.NONE);
        for (int field = 0; field < 3; field++) {
            assertThat(lime.weight(2, field)).isCloseTo(lime.weight(0, field) - 3 * lime.weight(1, field), within(1e-8));
        }
        assertThat(lime.intercept()[2]).isCloseTo(lime.intercept()[0] - 3 * lime.intercept()[1] + 7, within(1e-8));
    }

    @Test
    void whatAnAnchorIsComparedWithIsTheShareOfRows() {
        Cells rows = background();
        Anchor anchor = Anchor.of(asked(row -> row[2] == 1 || row[0] < 2 ? 1 : 0, 3), 1, answer -> answer[0] == 1, rows, ROW, 3, 1,
                Progress.NONE);
        double town = share(rows, 2, 1, 1);
        double usual = town + (1 - town) * share(rows, 0, 0, 1);
        assertThat(anchor.usual()).isCloseTo(usual, within(4 * Math.sqrt(usual * (1 - usual) / 2000)));
        assertThat(anchor.conditions()).hasSize(1);
        assertThat(anchor.conditions().get(0).text()).isEqualTo("town = b");
        assertThat(anchor.precision()).isEqualTo(1);
        assertThat(anchor.coverage()).isEqualTo(town);
    }

    private static double share(Cells rows, int field, double least, double most) {
        return IntStream.range(0, rows.count()).filter(row -> rows.of(row, field) >= least && rows.of(row, field) <= most).count()
                / (double) rows.count();
    }

    /** Wilson's bound is where the share lies just z standard errors off: (p − low)² = z²·low·(1 − low)/n. */
    @Test
    void theLowerBoundOfAnAnchorIsWilsons() {
        for (int most = 4; most < 11; most += 2) {
            int bound = most;
            RawAnswers lastDigit = asked(row -> Math.rint(100 * row[1]) % 10 < bound ? 1 : 0, 3);
            Anchor anchor = Anchor.of(lastDigit, 1, answer -> answer[0] == 1, background(), ROW, 3, 1, Progress.NONE);
            double off = anchor.precision() - anchor.low();
            double z = 1.6448536269514722;
            assertThat(off).isPositive();
            assertThat(off * off).isCloseTo(z * z * anchor.low() * (1 - anchor.low()) / 2000, within(1e-12));
        }
    }

    @Test
    void anAnchorHoldsForItsOwnRow() {
        for (int at = 0; at < 10; at++) {
            double[] row = background().row(at);
            boolean own = worth(row) > 35;
            Anchor anchor = Anchor.of(WORTH, 1, answer -> answer[0] > 35 == own, background(), row, 3, 1, Progress.NONE);
            assertThat(anchor.conditions()).allMatch(each -> each.holds(row[FIELDS.indexOf(each.field())]));
            assertThat(anchor.coverage()).isPositive();
            assertThat(anchor.conditions().stream().map(each -> each.field()).distinct()).hasSameSizeAs(anchor.conditions());
        }
    }

    @Test
    void prototypesAreThoseThatForceFinds() {
        Cells rows = background();
        Nearness nearness = new Nearness(rows);
        List<Integer> chosen = new ArrayList<>();
        double[] least = IntStream.range(0, ROWS).mapToDouble(i -> Double.POSITIVE_INFINITY).toArray();
        for (int i = 0; i < 4; i++) {
            int best = IntStream.range(0, ROWS).boxed().min((a, b) -> Double.compare(cost(nearness, a, least), cost(nearness, b, least)))
                    .orElseThrow();
            chosen.add(best);
            Arrays.setAll(least, row -> Math.min(least[row], nearness.of(rows.row(best), row)));
        }
        List<Prototypes> told = Prototypes.of(rows, 4, 9, Progress.NONE);
        double far = told.stream().mapToDouble(each -> each.stands() * each.far()).sum();
        assertThat(told).extracting(Prototypes::row).containsExactlyInAnyOrderElementsOf(chosen);
        assertThat(told.stream().mapToInt(Prototypes::stands).sum()).isEqualTo(ROWS);
        assertThat(far).isCloseTo(Arrays.stream(least).sum(), within(1e-9));
        assertThat(told).isSortedAccordingTo((a, b) -> b.stands() - a.stands());
    }

    private static double cost(Nearness nearness, int one, double[] least) {
        return IntStream.range(0, ROWS).mapToDouble(row -> Math.min(least[row], nearness.of(nearness.rows().row(one), row))).sum();
    }

    @Test
    void whereThereAreFewKindsOfRowsEachIsAPrototypeOnce() {
        Cells rows = new Cells(FIELDS.subList(2, 3), 6, new double[] {2, 0, 0, 1, 0, 1});
        List<Prototypes> told = Prototypes.of(rows, 5, 1, Progress.NONE);
        assertThat(told).extracting(Prototypes::stands).containsExactly(3, 2, 1);
        assertThat(told).extracting(Prototypes::far).containsOnly(0.0);
        assertThat(told).extracting(each -> rows.of(each.row(), 0)).containsExactly(0.0, 1.0, 2.0);
    }

    @Test
    void nearnessIsADistance() {
        Nearness nearness = new Nearness(background());
        for (int i = 0; i < ROWS - 2; i++) {
            double[] one = background().row(i);
            assertThat(nearness.of(one, i)).isZero();
            assertThat(nearness.of(one, i + 1)).isEqualTo(nearness.of(background().row(i + 1), i));
            double roundabout = nearness.of(one, i + 1) + nearness.of(background().row(i + 1), i + 2);
            assertThat(nearness.of(one, i + 2)).isLessThanOrEqualTo(roundabout + 1e-12);
        }
        Nearness still = new Nearness(new Cells(FIELDS.subList(0, 1), 3, new double[] {4, 4, 4}));
        assertThat(still.of(new double[] {4}, 0)).isZero();
        assertThat(still.of(new double[] {4.5}, 0)).as("of one value only any other is one deviation off").isEqualTo(1);
        assertThat(still.usual(1)).isZero();
    }

    /** Whatever may not change does not, and what is told of the others is true; a step less in any of them would not do. */
    @Test
    void counterfactualsKeepWhatIsFrozenAndAreNoLargerThanNeeded() {
        Nearness nearness = new Nearness(background());
        for (int set = 0; set < 8; set++) {
            Set<Integer> frozen = new HashSet<>();
            for (int field = 0; field < 3; field++) {
                if ((set >> field & 1) == 1) {
                    frozen.add(field);
                }
            }
            List<Counterfactual> found = new Counterfactuals(WORTH, background(), frozen, 1).of(ROW, Goal.atLeast(36), 6, Progress.NONE);
            assertThat(found.isEmpty()).as("town alone brings 38.25, the others 45 and 38").isEqualTo(set == 7);
            for (Counterfactual one : found) {
                Set<Integer> changed = new HashSet<>(one.changes().stream().map(Counterfactual.Change::field).toList());
                assertThat(changed).isNotEmpty().noneMatch(frozen::contains);
                assertThat(worth(one.row())).isGreaterThanOrEqualTo(36).isEqualTo(one.answer()[0]);
                assertThat(one.nearest()).isEqualTo(nearness.toNearest(one.row()));
                assertThat(one.size()).isCloseTo(one.changes().stream().mapToDouble(Counterfactual.Change::size).sum(), within(1e-12));
                for (int field = 0; field < 3; field++) {
                    assertThat(one.row()[field] != ROW[field]).isEqualTo(changed.contains(field));
                }
                changed.stream().filter(field -> field < 2).forEach(field -> {
                    double[] less = one.row().clone();
                    less[field] -= field == 0 ? 1 : 0.01;
                    assertThat(worth(less)).isLessThan(36);
                });
            }
        }
    }

    @Test
    void whatCannotBeReachedHasNoCounterfactual() {
        for (RawAnswers answers : List.of(asked(row -> 5, 3), asked(row -> Double.NaN, 3), asked(row -> row[0] == 6 ? 1 : Double.NaN, 3))) {
            assertThat(new Counterfactuals(answers, background(), Set.of(), 1).of(ROW, Goal.atLeast(6), 5, Progress.NONE)).isEmpty();
        }
        List<Counterfactual> there = new Counterfactuals(WORTH, background(), Set.of(), 1).of(ROW, Goal.atLeast(30), 5, Progress.NONE);
        assertThat(there).as("where it is reached nothing changes").allSatisfy(each -> assertThat(each.row()).containsExactly(ROW));
    }

    /** The class predicted is the first of the largest. */
    @Test
    void aClassIsWishedForAsItIsPredicted() {
        for (int i = 0; i < 256; i++) {
            double[] answer = {i & 3, i >> 2 & 3, i >> 4 & 3, i >> 6};
            double most = Arrays.stream(answer).max().orElseThrow();
            int predicted = IntStream.range(0, 4).filter(k -> answer[k] == most).findFirst().orElseThrow();
            for (int k = 0; k < 4; k++) {
                assertThat(Goal.is(k).isReached(answer)).isEqualTo(k == predicted);
                assertThat(Goal.isNot(k).isReached(answer)).isEqualTo(k != predicted);
            }
        }
        for (Goal goal : List.of(Goal.is(0), Goal.isNot(0), Goal.is(1), Goal.isNot(1))) {
            assertThat(goal.isReached(new double[] {Double.NaN, 1})).isFalse();
            assertThat(goal.isReached(new double[] {1, Double.NaN})).isFalse();
        }
    }

    @Test
    void aGrainIsTheFinestThatAllValuesHave() {
        assertThat(grain(3, 200, -7)).isEqualTo(1);
        assertThat(grain(3, 0.5)).isEqualTo(0.1);
        assertThat(grain(19.99, 5)).isEqualTo(0.01);
        assertThat(grain(1e-6, 0)).isEqualTo(1e-6);
        assertThat(grain(Math.PI, 1)).isZero();
        for (int i = 0; i < 500; i++) {
            double value = 10 * CounterRandom.gaussian(1, 1903, i);
            double from = 10 * CounterRandom.gaussian(1, 1904, i);
            double to = Grain.outward(value, from, 0.01);
            assertThat(Math.abs(to - from)).isGreaterThanOrEqualTo(Math.abs(value - from) - 1e-8);
            assertThat(Math.abs(to - value)).isLessThan(0.01);
            assertThat(to).isEqualTo(Math.rint(to * 100) / 100);
        }
    }

    private static double grain(double... values) {
        return Grain.of(new Cells(FIELDS.subList(0, 1), values.length, values), 0);
    }
}
