package downhill.analysis.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.analysis.score.ContenderAnswers;
import downhill.analysis.score.HeldOut;
import downhill.analysis.score.Predictions;
import downhill.analysis.score.ScoreMetric;
import downhill.data.Column;
import downhill.data.Tables;
import downhill.race.Outcome;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Groups divide the held out rows, whatever a column holds. */
class GroupScoresLawsTest {
    /** All rows in one fold; errors are 0, 1, 2, … */
    private static ContenderAnswers answers(int rows) {
        return new ContenderAnswers("a", "A", List.of(new HeldOut(0, 0, 1, Outcome.FINISHED, 5, IntStream.range(0, rows).toArray(),
                new Predictions(null, Tables.range(rows), new double[rows], new double[0]))));
    }

    private static GroupScores mae(Column column, int rows) {
        return GroupScores.of(answers(rows), ScoreMetric.MAE, column);
    }

    /** Each row is in one group: sizes add up, and their means weighted by them to the whole. */
    private static void assertDivided(GroupScores found, int rows) {
        assertThat(found.groups().stream().mapToInt(GroupScores.Group::rows).sum()).isEqualTo(rows);
        assertThat(found.groups().stream().mapToDouble(each -> each.rows() * each.mean()).sum() / rows)
                .isCloseTo((rows - 1) / 2.0, within(1e-9));
        assertThat(found.groups()).extracting(GroupScores.Group::name).doesNotHaveDuplicates();
    }

    /** By size 9 is before 10, by spelling "10" before "1x" and "1x" before "9": numbers go first, or nobody would find a group again. */
    @Test
    void numbersGoBeforeTextsThatAreNone() {
        String[] values = {"9", "10", "1x", "100", "2b", "2", "x", "1x", "9", "10", "0a", "77", "7c", "5", "50", "5z", "-3", "1e2", "1d"};
        GroupScores found = mae(Tables.labels("house", values), values.length);
        assertDivided(found, values.length);
        assertThat(found.groups()).extracting(GroupScores.Group::name).containsSubsequence("-3", "2", "5", "9", "10", "50", "77", "100",
                "0a", "1x", "2b", "5z", "7c", "x");
        for (int seed = 0; seed < 30; seed++) {
            Random random = new Random(seed);
            String[] drawn = random.ints(200, 0, 40).mapToObj(i -> i % 3 == 0 ? i + "b" : Integer.toString(i)).toArray(String[]::new);
            assertDivided(mae(Tables.labels("house", drawn), drawn.length), drawn.length);
        }
    }

    @Test
    void quartilesHoldAllNumbersHoweverManyAreEqual() {
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            int rows = 30 + random.nextInt(60);
            double[] values = random.doubles(rows).map(x -> x < 0.5 ? 0 : Math.rint(x * 40) - 30).toArray();
            values[rows - 1] = Double.NaN;
            GroupScores found = mae(Tables.numbers("n", values), rows);
            assertDivided(found, rows);
            assertThat(found.groups().get(found.groups().size() - 1).name()).as("without a number").isNull();
        }
        double[] zeros = new double[60];
        IntStream.range(47, 60).forEach(i -> zeros[i] = i);
        assertThat(mae(Tables.numbers("n", zeros), 60).groups()).extracting(GroupScores.Group::name).as("most are one value")
                .containsExactly("0 … 0", "47 … 59");
    }

    @Test
    void aColumnWithoutAnyValueIsOneGroupWithoutAName() {
        GroupScores none = mae(Tables.labels("g", new String[3]), 3);
        assertThat(none.groups()).hasSize(1);
        assertThat(none.groups().get(0).name()).isNull();
        assertThat(none.groups().get(0).mean()).isEqualTo(1);
        assertThat(mae(Tables.numbers("n", Double.NaN), 1).groups()).extracting(GroupScores.Group::rows).containsExactly(1);
    }

    @Test
    void ofManyGroupsTheLargestAreTold() {
        String[] values = Stream.concat(IntStream.range(0, 60).mapToObj(i -> "small" + i),
                IntStream.range(0, 120).mapToObj(i -> "large" + i % 40)).toArray(String[]::new);
        GroupScores found = mae(Tables.labels("g", values), values.length);
        assertThat(found.groups()).hasSize(50);
        assertThat(found.groups().stream().filter(each -> each.rows() == 3)).as("all of the larger ones").hasSize(40);
    }

    /** A group of one class has no area under a curve; a run that diverged has no score; neither is averaged with what is one. */
    @Test
    void whatIsNotDefinedInAGroupIsNoNumberThere() {
        HeldOut run = MadeAnswers.run(0, new double[] {0.9, 0.2, 0.8, 0.4}, new boolean[] {true, false, true, true});
        HeldOut lost = new HeldOut(0, 1, 1, Outcome.DIVERGED, 2, new int[] {4}, null);
        GroupScores found = GroupScores.of(MadeAnswers.of(run, lost), ScoreMetric.ROC_AUC, Tables.labels("g", "a", "a", "b", "b", "b"));
        assertThat(found.groups().get(0).scores()).containsExactly(1, Double.NaN);
        assertThat(found.groups().get(0).mean()).isEqualTo(1);
        assertThat(found.groups().get(1).rows()).as("the row of the lost run is one of its rows").isEqualTo(3);
        assertThat(found.groups().get(1).mean()).isNaN();
    }

    @Test
    void theWeightsOfItsRowsGoWithAGroup() {
        ContenderAnswers weighted = new ContenderAnswers("a", "A", List.of(new HeldOut(0, 0, 1, Outcome.FINISHED, 5, new int[] {0, 1, 2},
                new Predictions(null, new double[] {1, 3, 7}, new double[3], new double[] {3, 1, 5}))));
        GroupScores found = GroupScores.of(weighted, ScoreMetric.MAE, Tables.labels("g", "a", "a", "b"));
        assertThat(Arrays.stream(new double[] {found.groups().get(0).mean(), found.groups().get(1).mean()}).toArray())
                .containsExactly(1.5, 7);
    }
}
