package downhill.analysis.curve;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.analysis.score.ContenderAnswers;
import downhill.analysis.score.HeldOut;
import downhill.analysis.score.Predictions;
import downhill.analysis.score.ScoreMetric;
import downhill.data.NumberColumn;
import downhill.data.Tables;
import downhill.race.Outcome;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GroupScoresTest {
    /** Rows 0 to 7 in two folds; the error of a row is its number. */
    private static final ContenderAnswers ANSWERS = new ContenderAnswers("a", "A", List.of(run(0, 0, 1, 2, 3), run(1, 4, 5, 6, 7)));

    private static HeldOut run(int fold, int... rows) {
        double[] errors = IntStream.of(rows).asDoubleStream().toArray();
        return new HeldOut(0, fold, 1, Outcome.FINISHED, 5, rows, new Predictions(null, errors, new double[rows.length], new double[0]));
    }

    @Test
    void textsAreGroupsAndRowsWithoutAreTheLast() {
        GroupScores found = GroupScores.of(ANSWERS, ScoreMetric.MAE, Tables.labels("g", "b", "a", "b", null, "b", "a", "a", "a"));
        assertThat(found.groups()).extracting(GroupScores.Group::name).containsExactly("a", "b", null);
        assertThat(found.groups()).extracting(GroupScores.Group::rows).containsExactly(4, 3, 1);
        assertThat(found.groups().get(0).scores()).containsExactly(1, 6);
        assertThat(found.groups().get(1).scores()).containsExactly(1, 4);
        assertThat(found.groups().get(1).mean()).isEqualTo(2.5);
        assertThat(found.groups().get(2).scores()).containsExactly(3, Double.NaN);
    }

    @Test
    void fewNumbersAreGroupsBySize() {
        GroupScores found = GroupScores.of(ANSWERS, ScoreMetric.MAE,
                new NumberColumn("n", new double[] {10, 9, 10, 9, 9, 10, 9, Double.NaN}));
        assertThat(found.groups()).extracting(GroupScores.Group::name).containsExactly("9", "10", null);
    }

    @Test
    void manyNumbersAreCutAtTheirQuartiles() {
        HeldOut run = run(0, IntStream.range(0, 40).toArray());
        double[] values = IntStream.range(0, 40).mapToDouble(i -> 39 - i).toArray();
        GroupScores found = GroupScores.of(new ContenderAnswers("a", "A", List.of(run)), ScoreMetric.MAE, new NumberColumn("n", values));
        assertThat(found.groups()).extracting(GroupScores.Group::name).containsExactly("0 … 9", "10 … 19", "20 … 29", "30 … 39");
        assertThat(found.groups()).extracting(GroupScores.Group::rows).containsOnly(10);
        assertThat(found.groups().get(0).mean()).isEqualTo(34.5);
    }
}
