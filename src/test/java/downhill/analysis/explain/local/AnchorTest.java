package downhill.analysis.explain.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import downhill.analysis.explain.field.Cells;
import downhill.analysis.explain.field.RawAnswers;
import downhill.analysis.explain.field.RawField;
import downhill.analysis.explain.tree.TreeCondition;
import downhill.data.CounterRandom;
import downhill.data.Progress;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A planted region is found, no condition more is asked for, and what is told of it is true. */
class AnchorTest {
    private static final List<RawField> FIELDS = List.of(RawField.number("age"), RawField.labels("town", "a", "b"),
            RawField.number("noise"));
    private static final double[] ROW = {90, 1, 0.2};
    private static final RawAnswers RICH = cells -> IntStream.range(0, cells.length / 3)
            .mapToDouble(row -> cells[3 * row] > 70 && cells[3 * row + 1] == 1 ? 1 : 0).toArray();

    private static Cells background() {
        double[] values = new double[400 * 3];
        for (int row = 0; row < 400; row++) {
            values[3 * row] = CounterRandom.index(1, 1700, row, 100);
            values[3 * row + 1] = CounterRandom.index(1, 1701, row, 2);
            values[3 * row + 2] = CounterRandom.gaussian(1, 1702, row);
        }
        return new Cells(FIELDS, 400, values);
    }

    private static Anchor anchor(RawAnswers answers, double[] row) {
        return anchor(answers, row, 1);
    }

    private static Anchor anchor(RawAnswers answers, double[] row, int threads) {
        double own = answers.of(row.clone())[0];
        Predicate<double[]> same = answer -> answer[0] == own;
        return Anchor.of(answers, 1, same, background(), row, 1, threads, Progress.NONE);
    }

    @Test
    void thePlantedRegionIsFound() {
        Anchor anchor = anchor(RICH, ROW);
        assertThat(anchor.isReached()).isTrue();
        assertThat(anchor(RICH, ROW, 3)).as("by whichever number of threads").isEqualTo(anchor);
        assertThat(anchor.conditions()).extracting(TreeCondition::text).hasSize(2).contains("town = b")
                .anyMatch(text -> text.startsWith("age > 7"));
        assertThat(anchor.precision()).isGreaterThan(0.95);
        assertThat(anchor.usual()).isCloseTo(0.15, within(0.05));
        Cells rows = background();
        long meeting = IntStream.range(0, 400).filter(row -> anchor.conditions().stream()
                .allMatch(each -> each.holds(rows.of(row, FIELDS.indexOf(each.field()))))).count();
        assertThat(anchor.coverage()).isEqualTo(meeting / 400.0);
    }

    @Test
    void theRegionThatCoversMostIsTold() {
        Anchor anchor = anchor(RICH, new double[] {90, 0, 0.2});
        assertThat(anchor.conditions()).extracting(TreeCondition::text).containsExactly("town = a");
        assertThat(anchor.precision()).isEqualTo(1);
        assertThat(anchor.low()).isBetween(0.99, 1.0);
    }

    @Test
    void whereTheAnswerIsAlwaysTheSameNothingIsAsked() {
        assertThat(anchor(cells -> new double[cells.length / 3], ROW).conditions()).isEmpty();
    }

    @Test
    void whatIsNotReachedIsSaid() {
        RawAnswers fickle = cells -> IntStream.range(0, cells.length / 3)
                .mapToDouble(row -> Math.floor(Math.abs(cells[3 * row + 2]) * 50) % 2)
                .toArray();
        Anchor anchor = anchor(fickle, ROW);
        assertThat(anchor.isReached()).isFalse();
        assertThat(anchor.low()).isLessThan(anchor.precision());
    }

    @Test
    void itEndsWhenItIsNotWanted() {
        assertThatThrownBy(() -> Anchor.of(RICH, 1, answer -> answer[0] == 1, background(), ROW, 1, 2, Progress.asking(() -> false)))
                .isInstanceOf(CancellationException.class);
    }
}
