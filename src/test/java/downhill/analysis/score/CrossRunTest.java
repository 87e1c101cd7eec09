package downhill.analysis.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.data.Progress;
import downhill.data.prepare.FoldedRows;
import downhill.data.source.DataSources;
import downhill.data.split.FoldSpec;
import downhill.optim.RuleLibrary;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.ui.session.Demo;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A cross-validation part by part is the same as in one go, tells how it stands, and keeps what was finished. */
class CrossRunTest {
    private static final FoldSpec FOLDS = new FoldSpec(3, 2, null, false);

    private final Experiment experiment = shortened(Demo.experiment("Iris"), 60);
    private final FoldedRows rows = rows(experiment);

    private static Experiment shortened(Experiment demo, long steps) {
        return demo.withTraining(demo.training().withSteps(steps)).withContenders(demo.contenders().subList(0, 2));
    }

    private static FoldedRows rows(Experiment experiment) {
        Problem.Learning learning = (Problem.Learning) experiment.problem();
        return FoldedRows.of(DataSources.rows(learning.data(), Path.of(""), Progress.NONE).imported().table(), learning.data(), FOLDS);
    }

    private CrossRun run() {
        return new CrossRun(experiment, rows, ScoreMetric.LOG_LOSS, RuleLibrary.builtIn(), 1);
    }

    @Test
    void partByPartIsTheSameAsInOneGo() {
        CrossRun run = run();
        List<Integer> done = new ArrayList<>();
        while (!run.isDone()) {
            run.advance(Progress.NONE, glance -> { });
            done.add(run.done());
        }
        CrossScores whole = CrossValidation.run(experiment, rows, ScoreMetric.LOG_LOSS, RuleLibrary.builtIn(), 1, Progress.NONE);
        assertThat(done).as("a repeat at a time").containsExactly(3, 6);
        assertThat(run.scores().contenders()).isEqualTo(whole.contenders());
        assertThat(run.scores(ScoreMetric.ACCURACY).contenders()).isEqualTo(CrossValidation.run(experiment, rows, ScoreMetric.ACCURACY,
                RuleLibrary.builtIn(), 1, Progress.NONE).contenders());
        assertThat(run.answers()).as("each row held out once").allSatisfy(each -> assertThat(each.runs().stream()
                .flatMapToInt(held -> IntStream.of(held.rows())).sorted().toArray()).isEqualTo(IntStream.range(0, 150).toArray()));
        assertThat(run.scores().ratio()).isEqualTo(whole.ratio());
    }

    @Test
    void itTellsHowItStandsOnItsWayAndHowFarItIs() {
        CrossRun run = run();
        List<Glance> glances = new ArrayList<>();
        List<Double> parts = new ArrayList<>();
        run.advance(parts::add, glances::add);
        assertThat(glances).extracting(Glance::step).hasSizeGreaterThan(3).isSorted().endsWith(60L).doesNotHaveDuplicates();
        assertThat(glances).allSatisfy(glance -> assertThat(glance.answers()).allMatch(each -> each.runs().size() == 3));
        assertThat(glances.get(glances.size() - 1).answers()).extracting(each -> each.scores(ScoreMetric.LOG_LOSS))
                .isEqualTo(run.scores().contenders());
        assertThat(parts).isSorted().endsWith(0.5);
    }

    @Test
    void whatWasFinishedStaysWhereTheRestIsGivenUp() {
        CrossRun run = run();
        run.advance(Progress.NONE, glance -> { });
        CrossScores kept = run.scores();
        Progress gone = new Progress() {
            @Override
            public void done(double fraction) {
            }

            @Override
            public boolean cancelled() {
                return true;
            }
        };
        assertThatThrownBy(() -> run.advance(gone, glance -> { })).isInstanceOf(CancellationException.class);
        assertThat(run.done()).isEqualTo(3);
        assertThat(run.scores().contenders()).isEqualTo(kept.contenders());
        CrossVerdict verdict = CrossVerdict.of(kept, FOLDS, 3, null, 1);
        assertThat(verdict.verdict().pairs()).hasSize(1);
        assertThat(verdict.verdict().standings().get(0).scores()).hasSize(3);
    }
}
