package downhill.analysis.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How many trials are enough, against the mean over all sets of them. */
class TuningBudgetTest {
    @Test
    void asManyTrialsAsComeWithinAHundredthAreEnough() {
        double[] drawn = {1, 2, 3};
        TuningBudget budget = TuningBudget.of("A", new double[] {4, 6, Double.NaN}, List.of(drawn));
        double[] expected = {2, (1 + 1 + 2) / 3.0, 1};
        assertThat(budget.best().mean()).containsExactly(expected, within(1e-12));
        assertThat(budget.said().toString()).contains("own settings 5").contains("best of 3 trials comes to 1.").contains("3 of them");
        assertThat(TuningBudget.of("A", new double[] {5}, List.of(new double[] {1, 1, 1})).said().toString()).contains("1 of them");
    }

    @Test
    void whereAllDivergedNothingIsClaimed() {
        double[] lost = DoubleStream.generate(() -> Double.NaN).limit(3).toArray();
        assertThat(TuningBudget.of("A", new double[] {Double.NaN}, List.of(lost)).said().toString()).contains("too many");
        assertThat(IntStream.range(0, 3).allMatch(i -> Double.isNaN(TuningBudget.of("A", lost, List.of(lost)).best().mean()[i]))).isTrue();
    }
}
