package downhill.ui.screen.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.analysis.profile.Progression;
import downhill.analysis.profile.StepCost;
import downhill.analysis.score.ScoreMetric;
import downhill.data.Progress;
import downhill.data.prepare.FoldedRows;
import downhill.data.source.DataSources;
import downhill.data.split.FoldSpec;
import downhill.optim.RuleLibrary;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.ui.session.Demo;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Ranks and targets are taken where all were looked at; a step has its cost. */
class ScoreCourseTest {
    @Test
    void onlyStepsAtWhichAllWereLookedAtAreCompared() {
        long[] steps = {5, 10, 20};
        boolean[] whole = {true, false, true};
        List<ScoreCourse.Place> folds = List.of(new ScoreCourse.Place(0, 0), new ScoreCourse.Place(0, 1));
        List<ScoreCourse> all = List.of(new ScoreCourse("a", steps, whole, folds, new double[][] {{1, 2, 3}, {4, Double.NaN, 6}}),
                new ScoreCourse("b", steps, whole, folds, new double[][] {{7, 8, 9}, {1, Double.NaN, Double.NaN}}));
        Progression found = ScoreCourse.progression(all, List.of("A", "B"));
        assertThat(found.steps()).containsExactly(5, 20);
        assertThat(found.scores()[0][1]).containsExactly(4, 6);
        assertThat(found.scores()[1][1]).as("it diverged").containsExactly(1, Double.NaN);
    }

    @Test
    void aStepCostsAsManyGradientsAsItHasRowsAndSomeTime() {
        Experiment demo = Demo.experiment("Iris");
        Experiment batches = demo.withContenders(demo.contenders().subList(0, 2))
                .withTraining(demo.training().withBatchSize(0));
        FoldedRows rows = FoldedRows.of(DataSources.rows(((Problem.Learning) demo.problem()).data(), Path.of(""), Progress.NONE).imported()
                .table(), ((Problem.Learning) demo.problem()).data(), FoldSpec.of(3));
        assertThat(StepCost.of(batches, rows, ScoreMetric.ACCURACY, RuleLibrary.complete())).hasSize(2).allSatisfy(cost -> {
            assertThat(cost.gradients()).as("all training rows of two folds").isEqualTo(rows.folds().get(0).training().length);
            assertThat(cost.seconds()).isPositive();
        });
        assertThat(StepCost.of(demo, rows, ScoreMetric.ACCURACY, RuleLibrary.complete()).get(0).gradients()).isEqualTo(16);
    }
}
