package downhill.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.data.DataException;
import downhill.data.DataSource;
import downhill.data.DataSpec;
import downhill.data.Progress;
import downhill.model.Architecture;
import downhill.model.Loss;
import downhill.model.ModelSpec;
import downhill.optim.Penalty;
import downhill.optim.Schedule;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.race.document.TrainingSpec;
import downhill.race.document.TrainingSpec.EarlyStopping;
import downhill.race.history.Curve;
import downhill.race.history.Series;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OutcomeTest {
    private static Curve losses(Race race, String id) {
        return race.curve(id, Series.TRAIN_LOSS, 0, Long.MAX_VALUE, 1 << 20);
    }

    private static Race ended(Experiment experiment) {
        Race race = Races.open(experiment);
        race.start();
        Races.await(race, RaceState.ENDED);
        return race;
    }

    @Test
    void aContenderThatDivergesStopsAloneAndLeavesTheOthersUntouched() {
        TrainingSpec training = TrainingSpec.of(500, 10);
        Experiment alone = Races.experiment(Races.line(), training, Races.contender("good", "gradient-descent", 0.1));
        Experiment both = Races.experiment(Races.line(), training, Races.contender("good", "gradient-descent", 0.1),
                Races.contender("bad", "gradient-descent", 5));
        try (Race first = ended(alone); Race second = ended(both)) {
            RaceSnapshot.Standing bad = Races.standing(second.snapshot(), "bad");
            assertThat(bad.outcome()).isEqualTo(Outcome.DIVERGED);
            assertThat(bad.outcomeWhat()).asString().isEqualTo("loss at step " + bad.outcomeStep());
            assertThat(Double.isFinite(bad.outcomeValue())).isFalse();
            assertThat(bad.outcomeStep()).isBetween(1L, 499L);
            assertThat(losses(second, "bad").size()).isEqualTo((int) bad.outcomeStep());
            assertThat(Arrays.stream(losses(second, "bad").y()).allMatch(Double::isFinite)).isTrue();
            assertThat(losses(second, "good").y()).isEqualTo(losses(first, "good").y());
            assertThat(second.parametersAt("good", 500).join()).isEqualTo(first.parametersAt("good", 500).join());
        }
    }

    @Test
    void anAbsurdButFiniteLossIsNoDivergence() {
        Experiment experiment = Races.experiment(new Problem.Surface("x² + y²", 1e15, 1e15), TrainingSpec.of(20, 0),
                Races.contender("a", "gradient-descent", 1e-9));
        try (Race race = ended(experiment)) {
            RaceSnapshot.Standing standing = Races.standing(race.snapshot(), "a");
            assertThat(standing.outcome()).isEqualTo(Outcome.FINISHED);
            assertThat(standing.loss()).isGreaterThan(1e29);
        }
    }

    @Test
    void aParameterThatIsNotFiniteAtTheEndIsDivergenceWithItsName() {
        Experiment experiment = Races.experiment(new Problem.Surface("(x*1e18)² / 1e30 + y²", 1, 1), TrainingSpec.of(1, 0),
                Races.contender("a", "gradient-descent", 1e38));
        try (Race race = ended(experiment)) {
            RaceSnapshot.Standing standing = Races.standing(race.snapshot(), "a");
            assertThat(standing.outcome()).isEqualTo(Outcome.DIVERGED);
            assertThat(standing.outcomeWhat()).asString().isEqualTo("parameter x at step 1");
            assertThat(standing.outcomeValue()).isEqualTo(Double.NEGATIVE_INFINITY);
            assertThat(standing.outcomeStep()).isEqualTo(1);
        }
    }

    @Test
    void aPlateauScheduleHearsNothingOfTheLossDuringItsWarmUp() {
        Schedule schedule = new Schedule.LinearWarmup(0.1, 200, new Schedule.ReduceOnPlateau(0.5, 0, 1e-4, 0));
        Experiment experiment = Races.experiment(Races.iris(), TrainingSpec.of(240, 8),
                Races.contender("a", "sgd", 1e-6).withSchedule(schedule));
        try (Race race = ended(experiment)) {
            double[] rates = race.curve("a", Series.LEARNING_RATE, 0, Long.MAX_VALUE, 1 << 20).y();
            for (int i = 0; i < 200; i++) {
                assertThat(rates[i]).as("step " + i).isEqualTo(1e-6 * (0.1 + 0.9 * i / 200));
            }
            assertThat(rates[239]).as("with a rate that changes nothing it is on a plateau then").isLessThan(0.6e-6);
        }
    }

    @Test
    void anL1PenaltyIsRefusedByLbfgsInASentenceAndOthersRun() {
        TrainingSpec plain = TrainingSpec.of(5, 0);
        TrainingSpec training = new TrainingSpec(5, 0, new Penalty(0.1, 0), plain.clipping(), null, null);
        Experiment experiment = Races.experiment(Races.line(), training, Races.contender("a", "lbfgs", 1), Races.contender("b", "sgd", 0.1),
                Races.contender("c", "lbfgs", 1).withPenalty(new Penalty(0, 0.1)));
        try (Race race = ended(experiment)) {
            assertThat(Races.standing(race.snapshot(), "a").outcome()).isEqualTo(Outcome.FAILED);
            assertThat(Races.standing(race.snapshot(), "a").outcomeWhat()).asString().contains("cannot have an L1 penalty");
            assertThat(Races.standing(race.snapshot(), "b").outcome()).isEqualTo(Outcome.FINISHED);
            assertThat(Races.standing(race.snapshot(), "c").outcome()).isEqualTo(Outcome.FINISHED);
        }
    }

    @Test
    void earlyStoppingEndsAndBringsBackTheBestParameters() {
        TrainingSpec plain = TrainingSpec.of(4000, 8);
        TrainingSpec training = new TrainingSpec(4000, 8, plain.penalty(), plain.clipping(), new EarlyStopping(5, 0, true), null);
        Experiment experiment = Races.experiment(Races.iris(), training, Races.contender("a", "adam", 0.1));
        try (Race race = ended(experiment)) {
            RaceSnapshot.Standing standing = Races.standing(race.snapshot(), "a");
            assertThat(standing.outcome()).isEqualTo(Outcome.EARLY_STOPPED);
            assertThat(standing.step()).isLessThan(4000);
            Curve validation = race.curve("a", Series.VALIDATION_LOSS, 0, Long.MAX_VALUE, 10_000);
            double best = Arrays.stream(validation.y()).min().orElseThrow();
            assertThat(standing.validationLoss()).isEqualTo(best);
            int at = 0;
            while (validation.y()[at] > best) {
                at++;
            }
            assertThat(validation.size() - 1 - at).isEqualTo(5);
            assertThat(race.parametersAt("a", standing.step()).join())
                    .isEqualTo(race.parametersAt("a", (long) validation.x()[at]).join());
        }
    }

    @Test
    void whereTheStepsRunOutFirstTheBestAnswersAndTheEndStaysAsItWas() {
        TrainingSpec plain = TrainingSpec.of(400, 8);
        TrainingSpec patient = new TrainingSpec(400, 8, plain.penalty(), plain.clipping(), new EarlyStopping(1000, 0, true), null);
        ContenderSpec spec = Races.contender("a", "adam", 0.1).withSeeds(2);
        try (Race race = ended(Races.experiment(Races.iris(), patient, spec)); Race without =
                ended(Races.experiment(Races.iris(), plain, spec))) {
            Curve validation = race.curve("a", Series.VALIDATION_LOSS, 0, Long.MAX_VALUE, 10_000);
            double least = Arrays.stream(validation.y()).min().orElseThrow();
            int best = IntStream.range(0, validation.size()).filter(i -> validation.y()[i] == least).findFirst().orElseThrow();
            assertThat(best).as("the end is not the best").isLessThan(validation.size() - 1);
            requireKept(race, without, (long) validation.x()[best], least);
            Checkpoint saved = race.checkpoint().join();
            try (Race again = Race.open(saved.experiment(), Races.data(saved.experiment()), Races.RULES, RaceOptions.alone(), saved)) {
                again.ready().join();
                Races.settle(again);
                requireKept(again, without, (long) validation.x()[best], least);
                again.seek(200);
                Races.await(again, now -> now.state() == RaceState.PAUSED && now.step() == 200);
                again.start();
                Races.await(again, RaceState.ENDED);
                requireKept(again, without, (long) validation.x()[best], least);
            }
        }
    }

    private static void requireKept(Race race, Race without, long best, double least) {
        RaceSnapshot.Standing standing = Races.standing(race.snapshot(), "a");
        assertThat(standing.outcome()).isEqualTo(Outcome.FINISHED);
        assertThat(standing.validationLoss()).isEqualTo(least);
        assertThat(race.answerAt("a", 400).join()).isEqualTo(race.parametersAt("a", best).join());
        assertThat(race.states().join().get("a").answer()).isEqualTo(race.parametersAt("a", best).join());
        assertThat(race.parametersAt("a", 400).join()).as("the end itself").isEqualTo(without.parametersAt("a", 400).join());
        assertThat(race.seeds().join().get("a").stream().mapToDouble(RaceResult.SeedFinish::validationLoss).average().orElseThrow())
                .isEqualTo(least);
        assertThat(race.answerAt("a", 390).join()).isEqualTo(race.parametersAt("a", 390).join());
    }

    @Test
    void aStoppedContenderStaysWhereItIsAndMayGoOn() {
        Experiment experiment = Races.experiment(Races.line(), TrainingSpec.of(200, 10), Races.contender("a", "adam", 0.1),
                Races.contender("b", "sgd", 0.1));
        try (Race whole = ended(experiment); Race race = Races.open(experiment)) {
            race.step(60);
            Races.await(race, s -> s.step() == 60 && s.state() == RaceState.PAUSED);
            race.stop("a");
            race.start();
            RaceSnapshot end = Races.await(race, RaceState.ENDED);
            assertThat(Races.standing(end, "a").outcome()).isEqualTo(Outcome.STOPPED);
            assertThat(Races.standing(end, "a").outcomeStep()).isEqualTo(60);
            assertThat(Races.standing(end, "b").outcome()).isEqualTo(Outcome.FINISHED);
            race.resume("a");
            Races.await(race, s -> Races.standing(s, "a").outcome() == Outcome.FINISHED);
            assertThat(losses(race, "a").y()).isEqualTo(losses(whole, "a").y());
        }
    }

    /** Data are read before there is a race. */
    @Test
    void dataThatCannotBeReadAreToldBeforeThereIsARace() {
        DataSpec data = DataSpec.of(new DataSource.CsvFile("no-such-file.csv"));
        Problem problem = new Problem.Learning(data, new ModelSpec(new Architecture.Linear(), Loss.MSE));
        Experiment experiment = Races.experiment(problem, TrainingSpec.of(10, 0), Races.contender("a", "sgd", 0.1));
        assertThatThrownBy(() -> RaceRunner.run(experiment, Races.data(experiment), Races.RULES, RaceOptions.alone(), Progress.NONE))
                .isInstanceOf(DataException.class).hasMessageContaining("no-such-file.csv");
    }

    @Test
    void aContenderWithoutARuleFailsAloneAndSaysWhy() {
        Experiment experiment = Races.experiment(Races.line(), TrainingSpec.of(20, 10), Races.contender("a", "adam", 0.1),
                Races.contender("b", "no-such-rule", 0.1), Races.contender("c", "adam", -1));
        RaceResult result = RaceRunner.run(experiment, Races.data(experiment), Races.RULES, RaceOptions.alone(), Progress.NONE);
        assertThat(result.contenders()).extracting(RaceResult.Finish::outcome)
                .containsExactly(Outcome.FINISHED, Outcome.FAILED, Outcome.FAILED);
        assertThat(result.contenders().get(1).outcomeWhat()).asString().contains("no-such-rule");
        assertThat(result.contenders().get(2).outcomeWhat()).asString().contains("learningRate");
    }

    @Test
    void severalSeedsShowMeanAndBand() {
        Experiment seeds = Races.experiment(Races.iris(), TrainingSpec.of(50, 16), Races.contender("a", "adam", 0.05).withSeeds(3));
        try (Race race = ended(seeds)) {
            double[] mean = losses(race, "a").y();
            double[] low = race.curve("a", Series.BAND_LOW, 0, 50, 100).y();
            double[] high = race.curve("a", Series.BAND_HIGH, 0, 50, 100).y();
            double[][] each = new double[3][];
            for (int k = 0; k < 3; k++) {
                Experiment one = Races.experiment(Races.iris(), TrainingSpec.of(50, 16), Races.contender("a", "adam", 0.05))
                        .withSeed(42 + k);
                try (Race single = ended(one)) {
                    each[k] = losses(single, "a").y();
                }
            }
            for (int step = 0; step < 50; step++) {
                assertThat(low[step]).isEqualTo(Math.min(each[0][step], Math.min(each[1][step], each[2][step])));
                assertThat(high[step]).isEqualTo(Math.max(each[0][step], Math.max(each[1][step], each[2][step])));
                assertThat(mean[step]).isEqualTo((each[0][step] + each[1][step] + each[2][step]) / 3);
            }
        }
    }
}
