package downhill.race;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.Progress;
import downhill.engine.Precision;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.race.document.TrainingSpec;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is no number is named: loss, gradient or parameter, of which array, with which value, and at which step. */
class BreakdownTest {
    private static RaceResult.Finish run(Experiment experiment) {
        return RaceRunner.run(experiment, Races.data(experiment), Races.RULES, RaceOptions.alone(), Progress.NONE).contenders().get(0);
    }

    private static Experiment on(String formula, double x, long steps, double rate) {
        return Races.experiment(new Problem.Surface(formula, x, 1), TrainingSpec.of(steps, 0),
                Races.contender("a", "gradient-descent", rate));
    }

    /** Each surface in float: its numbers end at 3.4e38. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "x² + y²               | 1e20 | 5 | 0.1  | loss at step 0            | Infinity",
        "(x*1e18)² / 1e30 + y² | 1    | 9 | 1e38 | parameter x at step 1     | -Infinity",
        "sqrt(x) + y²          | 0    | 5 | 0.1  | gradient of x at step 0   | Infinity",
        "log(x) + y            | 0.25 | 5 | 0.5  | loss at step 1            | NaN",
        "x² + 0·sqrt(y - 0.8)  | 1    | 5 | 0    |                           | NaN",
    })
    void theFirstThatIsNotFiniteIsNamed(String formula, double x, long steps, double rate, String what, String value) {
        RaceResult.Finish finish = run(on(formula, x, steps, rate));
        assertThat(Objects.toString(finish.outcomeWhat(), null)).isEqualTo(what);
        assertThat(finish.outcome()).isEqualTo(what == null ? Outcome.FINISHED : Outcome.DIVERGED);
        assertThat(what == null || Double.toString(finish.outcomeValue()).equals(value)).as(finish.outcomeValue() + "").isTrue();
    }

    @Test
    void aParameterOfAModelIsNamedByItsArrayAndPlaceAndOneThatDivergedHasNoMetrics() {
        Experiment experiment = Races.experiment(Races.line(), TrainingSpec.of(400, 0), Races.contender("a", "gradient-descent", 3e38));
        RaceResult.Finish finish = run(experiment);
        assertThat(finish.outcome()).isEqualTo(Outcome.DIVERGED);
        assertThat(finish.outcomeWhat()).asString().matches("parameter dense1\\.weight\\[x, 0] at step 1");
        assertThat(finish.metric()).isNaN();
        assertThat(finish.validationLoss()).isNaN();
        assertThat(finish.trainingLoss()).isNaN();
        assertThat(finish.metrics().values()).allMatch(value -> value.isNaN());
        assertThat(finish.seeds()).allMatch(seed -> Double.isNaN(seed.metric()) && Double.isNaN(seed.validationLoss()));
    }

    @Test
    void aJudgeGivesNoFigureOfParametersThatAreNoNumbers() {
        Experiment experiment = Races.experiment(Races.iris(), TrainingSpec.of(1, 0), Races.contender("a", "sgd", 0.1));
        Task task = StepSetup.task(experiment, Races.data(experiment));
        double[] row = task.initial(1);
        try (Judge judge = task.judge(Precision.FLOAT)) {
            assertThat(judge.validate(row).metric()).isBetween(0.0, 1.0);
            for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
                double[] broken = row.clone();
                broken[row.length - 1] = bad; // a bias of one class: the others' outputs are still numbers
                assertThat(judge.validate(broken)).isEqualTo(Score.NONE);
                assertThat(judge.trainingLoss(broken)).isNaN();
            }
        }
    }

    @Test
    void ofSeveralSeedsTheOneIsNamedAndTheOthersKeepTheirFigures() {
        ContenderSpec spec = Races.contender("a", "gradient-descent", 0.1).withSeeds(3);
        Experiment experiment = Races.experiment(Races.iris(), TrainingSpec.of(60, 8), spec);
        try (Race race = Races.open(experiment)) {
            RaceRunner.run(race, Progress.NONE);
            race.fork("a", 30, spec.copy("b", "b", 1, new ContenderSpec.Fork("a", 30, Map.of(3, Double.NaN))));
            Races.await(race, now -> now.contenders().size() == 2 && Races.standing(now, "b").outcome() == Outcome.DIVERGED);
            assertThat(Races.standing(race.snapshot(), "b").outcomeWhat()).asString().startsWith("parameter ")
                    .endsWith("(seed 42) at step 30");
        }
    }

    @Test
    void whoIsStoppedOrEndsWithWhatIsNoNumberHasDiverged() {
        Experiment experiment = on("(x*1e18)² / 1e30 + y²", 1, 9, 1e38);
        try (Race race = Races.open(experiment)) {
            race.ready().join();
            race.step(1);
            Races.await(race, now -> now.step() == 1 && now.state() == RaceState.PAUSED);
            race.stop("a");
            RaceSnapshot after = Races.await(race, now -> Races.standing(now, "a").outcome().ended());
            assertThat(Races.standing(after, "a").outcome()).isEqualTo(Outcome.DIVERGED);
            assertThat(Races.standing(after, "a").outcomeWhat()).asString().isEqualTo("parameter x at step 1");
        }
    }
}
