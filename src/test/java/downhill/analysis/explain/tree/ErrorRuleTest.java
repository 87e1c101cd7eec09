package downhill.analysis.explain.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.analysis.explain.field.Cells;
import downhill.analysis.explain.field.RawField;
import downhill.data.CounterRandom;
import downhill.data.Progress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Where errors were planted they are found; targets that were changed are suspect, others are not. */
class ErrorRuleTest {
    private static final int ROWS = 300;
    private static final Cells CELLS = new Cells(List.of(RawField.number("age"), RawField.labels("town", "a", "b", "c"),
            RawField.number("noise")),
            ROWS, IntStream.range(0, 3 * ROWS).mapToDouble(ErrorRuleTest::value).toArray());

    private static double value(int i) {
        return switch (i % 3) {
            case 0 -> CounterRandom.index(1, 1600, i, 80);
            case 1 -> CounterRandom.index(1, 1601, i, 3);
            default -> CounterRandom.gaussian(1, 1602, i);
        };
    }

    private static double[] errors() {
        return IntStream.range(0, ROWS).mapToDouble(row -> Math.abs(CounterRandom.gaussian(1, 1603, row))
                * (CELLS.of(row, 0) > 50 && CELLS.of(row, 1) == 2 ? 20 : 1)).toArray();
    }

    @Test
    void thePlantedKindIsTheWorstAndHoldsForUnseenRows() {
        List<ErrorRule> rules = ErrorRule.of(CELLS, errors(), 4, 1, Progress.NONE);
        assertThat(rules.get(0).conditions()).extracting(TreeCondition::text).anyMatch(text -> text.startsWith("age > 5"))
                .anyMatch(text -> text.equals("town = c"));
        assertThat(rules.get(0).mean()).isGreaterThan(8);
        assertThat(rules.get(0).holds()).isGreaterThan(8);
        assertThat(rules.stream().mapToInt(each -> each.rows() + each.unseen()).sum()).isEqualTo(ROWS);
        assertThat(rules).isSortedAccordingTo((a, b) -> Double.compare(b.mean(), a.mean()));
        double all = rules.stream().mapToDouble(each -> each.rows() * each.mean() + (each.unseen() == 0 ? 0 : each.unseen() * each.holds()))
                .sum();
        assertThat(all).isCloseTo(Arrays.stream(errors()).sum(), within(1e-9 * all));
    }

    @Test
    void groupsAreOfOneColumnEach() {
        List<ErrorGroups> groups = ErrorGroups.of(CELLS, errors());
        assertThat(groups).hasSize(4 + 3 + 4).isSortedAccordingTo((a, b) -> Double.compare(b.mean(), a.mean()));
        assertThat(groups.get(0).group().text())
                .isIn("town = c", "age > " + groups.get(0).group().field().text(groups.get(0).group().above()));
        for (RawField field : CELLS.fields()) {
            assertThat(groups.stream().filter(each -> each.group().field() == field).mapToInt(ErrorGroups::rows).sum()).isEqualTo(ROWS);
        }
        ErrorGroups town = groups.stream().filter(each -> each.group().text().equals("town = a")).findFirst().orElseThrow();
        double[] errors = errors();
        assertThat(town.mean()).isCloseTo(IntStream.range(0, ROWS).filter(row -> CELLS.of(row, 1) == 0).mapToDouble(row -> errors[row])
                .average().orElseThrow(), within(1e-12));
    }

    @Test
    void aLabelThatWasChangedIsSuspect() {
        double[] shares = new double[100 * 2];
        int[] labels = new int[100];
        for (int row = 0; row < 100; row++) {
            labels[row] = row % 2;
            double sure = 0.7 + 0.2 * CounterRandom.uniform(1, 1604, row);
            shares[2 * row + labels[row]] = sure;
            shares[2 * row + 1 - labels[row]] = 1 - sure;
        }
        assertThat(Suspects.ofLabels(shares, 2, labels)).containsOnly(0);
        shares[2 * 7] = 0.95;
        shares[2 * 7 + 1] = 0.05;
        double[] found = Suspects.ofLabels(shares, 2, labels);
        assertThat(found[7]).isCloseTo(0.9, within(1e-12));
        assertThat(IntStream.range(0, 100).filter(row -> found[row] > 0)).containsExactly(7);
    }

    @Test
    void aNumberFarOffIsSuspect() {
        double[] errors = IntStream.range(0, 200).mapToDouble(row -> CounterRandom.gaussian(2, 1605, row) / 2).toArray();
        errors[11] = -9;
        double[] found = Suspects.ofNumbers(errors);
        assertThat(IntStream.range(0, 200).filter(row -> found[row] > 0)).containsExactly(11);
        assertThat(Suspects.ofNumbers(new double[] {1, 1, 1})).containsOnly(0);
    }
}
