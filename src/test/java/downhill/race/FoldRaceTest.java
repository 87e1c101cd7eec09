package downhill.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.data.Progress;
import downhill.data.prepare.FoldData;
import downhill.data.prepare.FoldedRows;
import downhill.data.prepare.Prepared;
import downhill.data.source.DataSources;
import downhill.data.split.FoldSpec;
import downhill.optim.Schedule;
import downhill.optim.Clipping;
import downhill.optim.Penalty;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.race.document.TrainingSpec;
import downhill.words.RefusedException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Folds in one stack do what each does in a race of its own, bit for bit. */
class FoldRaceTest {
    private static List<Prepared> folds(Problem problem, int count, boolean validating) {
        Problem.Learning learning = (Problem.Learning) problem;
        FoldedRows rows = FoldedRows.of(DataSources.load(learning.data(), null, Progress.NONE).table(), learning.data(), FoldSpec.of(count));
        return IntStream.range(0, count).mapToObj(i -> rows.prepare(i, validating)).map(FoldData::prepared).toList();
    }

    private static Experiment iris(TrainingSpec training, ContenderSpec... contenders) {
        return Races.experiment(Races.iris(), training, contenders);
    }

    private static void requireSame(Experiment experiment, List<Prepared> folds, int threads) {
        long[] seeds = new long[folds.size()];
        Arrays.setAll(seeds, fold -> 42 + 10L * fold);
        try (FoldRace together = new FoldRace(experiment, folds, seeds, Races.RULES, threads)) {
            together.advance(7, Progress.NONE);
            together.advance(Long.MAX_VALUE, Progress.NONE);
            for (int fold = 0; fold < folds.size(); fold++) {
                RaceResult alone = RaceRunner.run(experiment.withSeed(seeds[fold]), folds.get(fold), Races.RULES, RaceOptions.alone(),
                        Progress.NONE);
                for (RaceResult.Finish finish : alone.contenders()) {
                    FoldRace.Run run = new FoldRace.Run(finish.id(), fold, seeds[fold]);
                    assertThat(together.outcome(run)).as("%s", run).isEqualTo(finish.outcome());
                    assertThat(together.step(run)).isEqualTo(finish.steps());
                    double[] expected = finish.outcome() == Outcome.DIVERGED ? null : finish.parameters();
                    assertThat(together.answer(run)).as("%s", run).isEqualTo(expected);
                }
            }
        }
    }

    /** Whose validations are dear for the rows they have are validated more rarely; one with half of the rows is more often. */
    @Test
    void foldsWithOtherNumbersOfValidationRowsAreValidatedAtStepsOfTheirOwn() {
        TrainingSpec training = new TrainingSpec(300, 4, Penalty.NONE, new Clipping.None(), new TrainingSpec.EarlyStopping(2, 0, true),
                null);
        Experiment experiment = iris(training, Races.contender("a", "adam", 0.05), Races.contender("b", "sgd", 0.3));
        List<Prepared> folds = Stream.of(0.06, 0.3, 0.1).map(share -> Races.data(experiment.withProblem(held(experiment, share)))).toList();
        requireSame(experiment, folds, 2);
    }

    private static Problem held(Experiment experiment, double share) {
        Problem.Learning learning = (Problem.Learning) experiment.problem();
        return new Problem.Learning(learning.data().withSplit(learning.data().split().withRatio(share)), learning.model());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aFoldInTheStackIsAsAlone(int threads) {
        Experiment experiment = iris(TrainingSpec.of(60, 16), Races.contender("a", "adam", 0.01), Races.contender("b", "sgd", 0.1),
                Races.contender("c", "sgd", 0.1).withBatchSize(0));
        requireSame(experiment, folds(experiment.problem(), 4, false), threads);
    }

    /** With rows for validation, schedules and early stopping hear of each fold's own. */
    @Test
    void eachFoldStopsWhenItsOwnRowsSay() {
        TrainingSpec training = TrainingSpec.of(400, 16).withEarlyStopping(new TrainingSpec.EarlyStopping(3, 0, true));
        Experiment experiment = iris(training, Races.contender("a", "adam", 0.05),
                Races.contender("b", "sgd", 0.3).withSchedule(new Schedule.ReduceOnPlateau(0.5, 2, 0, 0)));
        requireSame(experiment, folds(experiment.problem(), 3, true), 2);
    }

    @Test
    void oneThatDivergesEndsAlone() {
        Experiment experiment = Races.experiment(Races.line(), TrainingSpec.of(80, 0), Races.contender("wild", "sgd", 1e6),
                Races.contender("tame", "sgd", 0.01));
        List<Prepared> folds = folds(experiment.problem(), 5, false);
        requireSame(experiment, folds, 2);
        try (FoldRace race = new FoldRace(experiment, folds, new long[5], Races.RULES, 1)) {
            race.advance(Long.MAX_VALUE, Progress.NONE);
            assertThat(race.runs()).hasSize(10).allSatisfy(run -> assertThat(race.outcome(run))
                    .isEqualTo(run.contender().equals("wild") ? Outcome.DIVERGED : Outcome.FINISHED));
        }
    }

    @Test
    void aContenderThatIsStoppedLeavesTheOthersAsTheyWere() {
        Experiment experiment = iris(TrainingSpec.of(50, 16), Races.contender("a", "adam", 0.01), Races.contender("b", "sgd", 0.1).withSeeds(2));
        List<Prepared> folds = folds(experiment.problem(), 3, false);
        try (FoldRace whole = new FoldRace(experiment, folds, new long[3], Races.RULES, 1);
                FoldRace cut = new FoldRace(experiment, folds, new long[3], Races.RULES, 1)) {
            whole.advance(Long.MAX_VALUE, Progress.NONE);
            cut.advance(20, Progress.NONE);
            double[] before = cut.answer(cut.runs().get(0));
            cut.stop("a");
            cut.advance(Long.MAX_VALUE, Progress.NONE);
            for (FoldRace.Run run : cut.runs()) {
                boolean stopped = run.contender().equals("a");
                assertThat(cut.step(run)).isEqualTo(stopped ? 20 : 50);
                assertThat(cut.outcome(run)).isEqualTo(stopped ? Outcome.STOPPED : Outcome.FINISHED);
                if (!stopped) {
                    assertThat(cut.answer(run)).isEqualTo(whole.answer(run));
                }
            }
            assertThat(cut.answer(cut.runs().get(0))).isEqualTo(before);
        }
    }

    @Test
    void itGivesUpWhenToldTo() {
        Experiment experiment = iris(TrainingSpec.of(1000, 16), Races.contender("a", "adam", 0.01));
        try (FoldRace race = new FoldRace(experiment, folds(experiment.problem(), 2, false), new long[2], Races.RULES, 1)) {
            assertThatThrownBy(() -> race.advance(1000, new Progress() {
                @Override
                public void done(double fraction) {
                }

                @Override
                public boolean cancelled() {
                    return true;
                }
            })).isInstanceOf(CancellationException.class);
        }
    }

    @Test
    void aBranchAndAnUnknownRuleAreRefused() {
        Experiment plain = iris(TrainingSpec.of(10, 16), Races.contender("a", "nobody", 0.01));
        List<Prepared> folds = folds(plain.problem(), 2, false);
        assertThatThrownBy(() -> new FoldRace(plain, folds, new long[2], Races.RULES, 1)).isInstanceOf(RefusedException.class);
        ContenderSpec branch = Races.contender("b", "adam", 0.01).withFork(new ContenderSpec.Fork("a", 3, Map.of()));
        Experiment forked = iris(TrainingSpec.of(10, 16), Races.contender("a", "adam", 0.01), branch);
        assertThatThrownBy(() -> new FoldRace(forked, folds, new long[2], Races.RULES, 1)).isInstanceOf(RefusedException.class)
                .hasMessageContaining("branches off");
    }
}
