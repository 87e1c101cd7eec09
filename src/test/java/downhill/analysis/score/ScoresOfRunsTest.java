package downhill.analysis.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.data.split.FoldSpec;
import downhill.race.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Scores of runs by fold and seed, what is made of runs that diverged, and of targets that a percentage divides by. */
class ScoresOfRunsTest {
    private static final double NONE = Double.NaN;

    private static FoldScore score(int repeat, int fold, long seed, double value) {
        return new FoldScore(repeat, fold, seed, value, Double.isNaN(value) ? Outcome.DIVERGED : Outcome.FINISHED, 1);
    }

    private static HeldOut held(double... targets) {
        return new HeldOut(0, 0, 1, Outcome.FINISHED, 1, new int[targets.length], new Predictions(null, new double[targets.length], targets,
                new double[0]));
    }

    @Test
    void seedsOfAFoldAreOneScoreAndFoldsStayInTheirRepeat() {
        ContenderScores found = new ContenderScores("a", "A", List.of(score(0, 0, 1, 0.5), score(0, 0, 2, 0.75), score(0, 1, 1, 1),
                score(0, 1, 2, 0), score(1, 0, 1, 0.25), score(1, 0, 2, NONE), score(1, 1, 1, 3), score(1, 1, 2, 4)));
        assertThat(found.byRepeat()).isEqualTo(new double[][] {{0.625, 0.5}, {NONE, 3.5}});
        assertThat(found.byFold()).containsExactly(0.625, 0.5, NONE, 3.5);
        assertThat(found.diverged()).as("one seed that diverged takes its fold").isEqualTo(1);
        assertThat(new ContenderScores("a", "A", List.of()).byFold()).isEmpty();
    }

    /** A run that trained on to its end but says no numbers of the rows held out has no score either. */
    @Test
    void whoSaysNoNumbersHasDivergedWhateverItsTraining() {
        HeldOut lost = new HeldOut(0, 2, 7, Outcome.DIVERGED, 3, new int[] {1}, null);
        assertThat(lost.score(ScoreMetric.RMSE)).isEqualTo(new FoldScore(0, 2, 7, NONE, Outcome.DIVERGED, 3));
        HeldOut silent = new HeldOut(0, 0, 1, Outcome.FINISHED, 9, new int[] {1}, new Predictions(null, new double[] {NONE},
                new double[] {1}, new double[0]));
        assertThat(silent.score(ScoreMetric.MAE).diverged()).isTrue();
        assertThat(held(1, 3).score(ScoreMetric.MAE)).isEqualTo(new FoldScore(0, 0, 1, 2, Outcome.FINISHED, 1));
        assertThat(held(1).score(ScoreMetric.R2).value()).as("of one row there is no variance").isNaN();
    }

    @Test
    void aPercentageOfTargetsNearNothingIsToldOf() {
        List<ContenderAnswers> some = List.of(new ContenderAnswers("a", "A", List.of(held(100, 200, -0.5, 300), held(150))));
        assertThat(NearZero.told(ScoreMetric.MAPE, some).toString()).contains("1 of 5 held out targets").contains("down to 0.5");
        assertThat(NearZero.told(ScoreMetric.MAE, some)).as("another metric weighs all alike").isNull();
        assertThat(NearZero.told(ScoreMetric.MAPE, List.of(new ContenderAnswers("a", "A", List.of(held(1, 2, 3)))))).isNull();
        assertThat(NearZero.told(ScoreMetric.MAPE, List.of(new ContenderAnswers("a", "A", List.of())))).isNull();
    }

    /** Where most are 0 the usual size is 0 itself; it is then that a percentage means least. */
    @Test
    void whereMostTargetsAreNothingItIsToldOfToo() {
        List<ContenderAnswers> most = List.of(new ContenderAnswers("a", "A", List.of(held(0, 0, 0, 5, 7))));
        assertThat(NearZero.told(ScoreMetric.MAPE, most).toString()).contains("3 of 5 held out targets");
        ContenderAnswers lost = new ContenderAnswers("b", "B", List.of(new HeldOut(0, 0, 1, Outcome.DIVERGED, 3, new int[] {1}, null)));
        assertThat(NearZero.told(ScoreMetric.MAPE, List.of(lost, most.get(0)))).as("who is first may have diverged").isNotNull();
    }

    /** A hundredth of what the first has, were it not that it diverged: then of the first that has something. */
    @Test
    void whatIsNegligibleIsTakenFromOneThatHasAScore() {
        ContenderScores lost = new ContenderScores("a", "lost", List.of(score(0, 0, 1, NONE), score(0, 1, 1, NONE)));
        ContenderScores good = new ContenderScores("b", "good", List.of(score(0, 0, 1, 200), score(0, 1, 1, 202)));
        ContenderScores near = new ContenderScores("c", "near", List.of(score(0, 0, 1, 200.5), score(0, 1, 1, 202.5)));
        for (List<ContenderScores> order : List.of(List.of(good, near, lost), List.of(lost, good, near))) {
            CrossVerdict found = CrossVerdict.of(new CrossScores(ScoreMetric.RMSE, List.of(), order), new FoldSpec(2, 1, null, false), 2,
                    null, 1);
            assertThat(found.verdict().margin()).isCloseTo(2.01, within(1e-9));
        }
        assertThat(CrossVerdict.of(new CrossScores(ScoreMetric.RMSE, List.of(), List.of(good, near)), new FoldSpec(2, 1, null, false), 2,
                0.5, 1).verdict().margin()).as("what a person says is taken").isEqualTo(0.5);
        assertThat(CrossVerdict.of(new CrossScores(ScoreMetric.RMSE, List.of(), List.of(lost)), new FoldSpec(2, 1, null, false), 2, null, 1)
                .sentence().toString()).contains("nobody has").contains("lost diverged on 2 of 2");
    }

    @Test
    void aGlanceKeepsWhatItSaw() {
        List<ContenderAnswers> seen = new ArrayList<>(List.of(new ContenderAnswers("a", "A", List.of(held(1)))));
        Glance glance = new Glance(5, seen);
        seen.clear();
        assertThat(glance.answers()).hasSize(1);
        assertThat(Arrays.stream(ScoreMetric.values()).filter(each -> !each.ofOneRow())).as("undefined on one row").containsExactly(
                ScoreMetric.MCC, ScoreMetric.ROC_AUC, ScoreMetric.AVERAGE_PRECISION, ScoreMetric.R2);
    }
}
