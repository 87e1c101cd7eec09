package downhill.race;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.optim.Schedule;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.TrainingSpec;
import downhill.race.history.Series;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Branches of branches at any step: before a parent's birth, at it, at the very end, where it is not finite. */
class BranchTest {
    private static final int STEPS = 200;
    private static final Experiment EXPERIMENT = Races.experiment(Races.line(), TrainingSpec.of(STEPS, 8),
            Races.contender("a", "adam", 0.02), Races.contender("wild", "gradient-descent", 50));

    private static void end(Race race) {
        race.start();
        Races.settle(race);
        Races.await(race, RaceState.ENDED);
    }

    private static Race ended() {
        Race race = Races.open(EXPERIMENT);
        end(race);
        return race;
    }

    private static double[] losses(Race race, String id) {
        return race.curve(id, Series.TRAIN_LOSS, 0, Long.MAX_VALUE, 9999).y();
    }

    private static ContenderSpec spec(Race race, String id) {
        return race.experiment().contenders().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"200,100", "200,199", "200,200", "200,0", "100,49", "100,99", "1,0", "100,150"})
    void aBranchOfABranchAtAnyStepRunsToTheEnd(long first, long second) {
        try (Race race = ended()) {
            race.fork("a", first, Races.contender("f", "adam", 0.2));
            Races.settle(race);
            race.seek(Math.min(first, second));
            race.fork("f", second, Races.contender("g", "adam", 0.3));
            Races.settle(race);
            end(race);
            assertThat(race.snapshot().contenders()).allMatch(one -> one.outcome() == Outcome.FINISHED || one.id().equals("wild"));
            ContenderSpec.Fork fork = spec(race, "g").fork();
            assertThat(fork.parent()).isEqualTo(second < first ? "a" : "f");
            assertThat(losses(race, "g")).hasSize((int) (STEPS - second));
            try (Race again = Races.open(race.experiment())) {
                end(again);
                assertThat(losses(again, "g")).isEqualTo(losses(race, "g"));
            }
        }
    }

    private static double[] rates(Race race, String id) {
        return race.curve(id, Series.LEARNING_RATE, 0, Long.MAX_VALUE, 9999).y();
    }

    /** A rate that changes next to nothing is on a plateau at once: at step 100 the parent's is reduced. */
    @ParameterizedTest
    @CsvSource({"2e-6, 0.5, true, 2e-6", "1e-6, 0.5, false, ", "1e-6, 0.9, true, 1e-6", "2e-6, 0.9, true, 2e-6"})
    void aRateOrScheduleChosenForABranchHolds(double rate, double factor, boolean own, Double first) {
        Schedule plateau = new Schedule.ReduceOnPlateau(0.5, 1, 1e-4, 0);
        Experiment document = EXPERIMENT.withContenders(List.of(Races.contender("a", "adam", 1e-6).withSchedule(plateau)));
        try (Race race = Races.open(document)) {
            end(race);
            double reduced = rates(race, "a")[100];
            assertThat(reduced).isLessThan(0.6e-6);
            race.fork("a", 100, Races.contender("f", "adam", rate).withSchedule(new Schedule.ReduceOnPlateau(factor, 1, 1e-4, 0)));
            Races.settle(race);
            end(race);
            double[] branch = rates(race, "f");
            assertThat(branch[0]).isEqualTo(own ? first : reduced);
            if (own) {
                assertThat(branch[99]).as("its own plateau").isLessThan(branch[0]);
            } else {
                assertThat(branch).as("as its parent").isEqualTo(Arrays.copyOfRange(rates(race, "a"), 100, STEPS));
            }
        }
    }

    @Test
    void aBranchBeforeItsParentsBirthComesOffTheParentAsItWasThen() {
        try (Race race = ended()) {
            race.fork("a", 100, Races.contender("f", "adam", 0.2));
            Races.settle(race);
            race.seek(50);
            race.changeHyperparameter("a", "learningRate", 0.5);
            race.fork("f", 20, Races.contender("g", "adam", 0.02));
            race.fork("f", 80, Races.contender("h", "adam", 0.02));
            Races.settle(race);
            assertThat(spec(race, "h").fork().lineage()).extracting(ContenderSpec::id).containsExactly("a");
            end(race);
            try (Race straight = ended()) { // g and h go on as the first course of a did
                double[] a = losses(straight, "a");
                assertThat(losses(race, "g")).isEqualTo(java.util.Arrays.copyOfRange(a, 20, STEPS));
                assertThat(losses(race, "h")).isEqualTo(java.util.Arrays.copyOfRange(a, 80, STEPS));
            }
        }
    }

    @Test
    void aBranchAtTheLastStepHasEndedThereAgainAfterGoingBackAndForth() {
        try (Race race = ended()) {
            race.fork("a", STEPS, Races.contender("f", "adam", 0.2));
            Races.settle(race);
            assertThat(Races.standing(race.snapshot(), "f").outcome()).isEqualTo(Outcome.FINISHED);
            race.seek(STEPS / 2);
            Races.settle(race);
            race.seek(STEPS);
            Races.await(race, now -> now.contenders().stream().allMatch(one -> one.outcome().ended()));
            assertThat(race.path("f")).hasSize(1);
        }
    }

    @Test
    void aBranchStoppedAtItsBirthStopsThereAgain() {
        try (Race race = ended()) {
            race.seek(100);
            race.fork("a", 100, Races.contender("f", "adam", 0.2));
            Races.settle(race);
            race.stop("f");
            race.seek(30);
            end(race);
            assertThat(Races.standing(race.snapshot(), "f").outcome()).isEqualTo(Outcome.STOPPED);
            assertThat(Races.standing(race.snapshot(), "f").step()).isEqualTo(100);
        }
    }

    @Test
    void aBranchAtOrBehindTheEndOfADivergedParentDivergesOrIsRefusedInASentenceAndTheOthersGoOn() {
        try (Race race = ended()) {
            long at = Races.standing(race.snapshot(), "wild").outcomeStep();
            race.fork("wild", at, Races.contender("f", "adam", 0.2));
            race.fork("wild", at - 1, Races.contender("g", "adam", 0.2));
            race.fork("wild", STEPS, Races.contender("h", "adam", 0.2));
            Races.settle(race);
            end(race);
            // where its parent did, of the same state
            assertThat(Races.standing(race.snapshot(), "f").outcome()).isEqualTo(Outcome.DIVERGED);
            assertThat(Races.standing(race.snapshot(), "f").step()).isEqualTo(at);
            assertThat(Races.standing(race.snapshot(), "g").outcome()).isEqualTo(Outcome.FINISHED);
            assertThat(Races.standing(race.snapshot(), "h").outcomeWhat()).asString().contains("is not known");
        }
    }

    @Test
    void contendersThatDescendFromEachOtherEndNoSearch() {
        ContenderSpec x = Races.contender("x", "adam", 0.1).withFork(new ContenderSpec.Fork("y", 9, Map.of()));
        ContenderSpec y = Races.contender("y", "adam", 0.1).withFork(new ContenderSpec.Fork("x", 9, Map.of()));
        Experiment round = EXPERIMENT.withContenders(java.util.List.of(x, y));
        assertThat(round.branchOff("x", 3).step()).isEqualTo(3);
    }
}
