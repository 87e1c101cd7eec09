package downhill.ui.screen.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.analysis.score.CrossScores;
import downhill.data.Progress;
import downhill.data.source.LoadedRows;
import downhill.optim.RuleLibrary;
import downhill.race.document.EvaluationSpec;
import downhill.race.document.Experiment;
import downhill.race.document.NestedSpec;
import downhill.race.document.NestedSpec.Over;
import downhill.race.document.Problem;
import downhill.data.source.DataSources;
import downhill.ui.session.Demo;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The window judges what is tuned within the folds as the command does, and says that it was. */
class NestedJobTest {
    private static Hearing iris(EvaluationSpec method) {
        Experiment demo = Demo.experiment("Iris");
        Experiment own = demo.withTraining(demo.training().withSteps(20)).withContenders(demo.contenders().subList(0, 2));
        LoadedRows rows = DataSources.rows(((Problem.Learning) own.problem()).data(), Path.of(""), Progress.NONE);
        return new Hearing(own, rows.imported().table(), rows.prepared().task(), rows.prepared().classNames(), method);
    }

    private static EvaluationState judged(EvaluationSpec method) {
        EvaluationJob job = new EvaluationJob(iris(method), RuleLibrary.complete(), 1);
        job.perform();
        assertThat(job.state().phase()).isEqualTo(EvaluationState.Phase.DONE);
        return job.state();
    }

    @Test
    void everyFoldIsTunedAndTheCardSaysSo() {
        EvaluationSpec three = EvaluationSpec.USUAL.withFolds(3);
        EvaluationState plain = judged(three);
        EvaluationState tuned = judged(three.withNested(new NestedSpec(4, Over.ALL)));
        assertThat(tuned.done()).isEqualTo(3);
        assertThat(tuned.finished().tuned().trials()).isEqualTo(4);
        assertThat(tuned.finished().tuned().knobs()).contains("learningRate", "momentum");
        assertThat(tuned.finished().tuned().choices()).hasSize(2 * 3);
        assertThat(tuned.finished().tuned().gains()).hasSize(2 * 3);
        List<CrossScores> all = tuned.finished().scores();
        assertThat(all.get(0).contenders()).isNotEqualTo(plain.finished().scores().get(0).contenders());
        assertThat(tuned.finished().tuned().gains().stream().mapToDouble(gain -> gain.own()).toArray())
                .as("beside the tuned ones stand the scores without tuning, to the bit")
                .containsExactly(interleaved(plain.finished().scores().get(0)));
        assertThat(VerdictCard.how(tuned)).contains("4 trials");
        assertThat(VerdictCard.how(plain)).doesNotContain("trials");
        assertThat(Fairness.of(tuned)).anyMatch(point -> point.fair() && point.words().contains("4 trials"));
        assertThat(Fairness.of(plain)).anyMatch(point -> !point.fair() && point.why().contains("SGD"));
    }

    private static double[] interleaved(CrossScores scores) {
        double[] a = scores.contenders().get(0).byFold();
        double[] b = scores.contenders().get(1).byFold();
        return new double[] {a[0], b[0], a[1], b[1], a[2], b[2]};
    }
}
