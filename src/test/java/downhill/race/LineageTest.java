package downhill.race;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.engine.train.RunState;
import downhill.optim.Clipping;
import downhill.optim.Penalty;
import downhill.optim.Schedule;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.TrainingSpec;
import downhill.race.history.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Branches are repeated from the document alone, bit for bit, whatever became of those whom they branched off. */
class LineageTest {
    private static final int STEPS = 300;
    private static final Experiment EXPERIMENT = Races.experiment(Races.iris(),
            new TrainingSpec(STEPS, 16, Penalty.NONE, new Clipping.None(), new TrainingSpec.EarlyStopping(12, 1e-3, true), null),
            Races.contender("a", "adam", 0.02),
            Races.contender("b", "momentum", 0.2).withSchedule(new Schedule.ReduceOnPlateau(0.5, 2, 0.01, 0)).withSeeds(2));

    private static void end(Race race) {
        race.start();
        Races.settle(race);
        Races.await(race, RaceState.ENDED);
    }

    private static void runTo(Race race, long step) {
        Races.settle(race);
        race.step(step - race.snapshot().step());
        Races.settle(race);
        Races.await(race, snapshot -> snapshot.state() != RaceState.RUNNING);
        Races.settle(race);
    }

    private static void seek(Race race, long step) {
        race.seek(step);
        Races.settle(race);
        Races.await(race, s -> s.contenders().stream()
                .allMatch(one -> one.step() >= Math.min(step, s.step()) || one.outcome() != Outcome.RUNNING));
    }

    private static void assertRepeated(Race race) {
        end(race);
        Experiment document = race.experiment();
        try (Race again = Races.open(document)) {
            end(again);
            assertThat(again.experiment()).isEqualTo(document);
            for (ContenderSpec one : document.contenders()) {
                RaceSnapshot.Standing was = Races.standing(race.snapshot(), one.id());
                RaceSnapshot.Standing is = Races.standing(again.snapshot(), one.id());
                assertThat(is.outcome()).as(one.id() + " " + is.outcomeWhat()).isEqualTo(was.outcome()).isNotEqualTo(Outcome.FAILED);
                for (Series series : List.of(Series.TRAIN_LOSS, Series.VALIDATION_LOSS, Series.LEARNING_RATE)) {
                    assertThat(again.curve(one.id(), series, 0, Long.MAX_VALUE, 9999).y()).as(one.id() + " " + series)
                            .isEqualTo(race.curve(one.id(), series, 0, Long.MAX_VALUE, 9999).y());
                }
                assertSame(race.statesAt(one.id(), was.step()).join(), again.statesAt(one.id(), was.step()).join());
            }
        }
    }

    private static void assertSame(RunState[] expected, RunState[] actual) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i].parameters()).isEqualTo(expected[i].parameters());
            assertThat(Arrays.deepEquals(actual[i].elements(), expected[i].elements())).isTrue();
        }
    }

    private static ContenderSpec.Fork fork(Race race, String id) {
        return race.experiment().contenders().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow().fork();
    }

    @Test
    void aBranchWhoseParentIsChangedBeforeItKeepsTheParentThatItCameFrom() {
        try (Race race = Races.open(EXPERIMENT)) {
            runTo(race, 50);
            race.changeHyperparameter("b", "learningRate", 0.1);
            runTo(race, 200);
            race.fork("b", 150, Races.contender("f", "momentum", 0.05));
            runTo(race, 220);
            seek(race, 123);
            race.changeHyperparameter("b", "learningRate", 0.01);
            Races.settle(race);
            assertThat(fork(race, "f").lineage()).hasSize(1).allSatisfy(was -> {
                assertThat(was.id()).isEqualTo("b");
                assertThat(was.changes()).containsExactly(new ContenderSpec.Change(50, "learningRate", 0.1));
            });
            assertRepeated(race);
        }
    }

    @Test
    void aChangeAfterTheBranchLeavesItsParentInTheDocument() {
        try (Race race = Races.open(EXPERIMENT)) {
            runTo(race, 100);
            race.fork("a", 60, Races.contender("f", "adam", 0.001));
            runTo(race, 120);
            race.changeHyperparameter("a", "learningRate", 0.1);
            Races.settle(race);
            assertThat(fork(race, "f").lineage()).isEmpty();
            assertRepeated(race);
        }
    }

    @Test
    void aBranchOfABranchKeepsAllAncestorsThatHaveChangedOrGone() {
        try (Race race = Races.open(EXPERIMENT)) {
            runTo(race, 100);
            race.fork("a", 40, Races.contender("f", "adam", 0.05));
            race.fork("f", 80, Races.contender("g", "rmsprop", 0.01));
            race.fork("g", 90, Races.contender("h", "rmsprop", 0.002));
            Races.settle(race);
            race.replace(Races.contender("a", "sgd", 0.1));
            assertThat(fork(race, "f").lineage()).extracting(ContenderSpec::ruleId).containsExactly("adam");
            assertThat(fork(race, "g").lineage()).isEmpty();
            race.remove("f");
            assertThat(fork(race, "g").lineage()).extracting(ContenderSpec::id).containsExactly("f", "a");
            race.remove("g");
            assertThat(fork(race, "h").lineage()).extracting(ContenderSpec::id).containsExactly("g", "f", "a");
            assertThat(fork(race, "h").lineage()).allMatch(one -> one.fork() == null || one.fork().lineage().isEmpty());
            assertRepeated(race);
        }
    }

    @Test
    void aBranchThatIsEditedKeepsItsLineageEvenWhereTheEditorDidNotKnowOfIt() {
        try (Race race = Races.open(EXPERIMENT)) {
            runTo(race, 100);
            race.fork("b", 40, Races.contender("f", "momentum", 0.05));
            ContenderSpec branch = race.experiment().contenders().get(2);
            race.replace(EXPERIMENT.contenders().get(1).withSeeds(1));
            race.replace(branch.withHyperparameters(Map.of("learningRate", 0.07)));
            assertThat(fork(race, "f").lineage()).extracting(ContenderSpec::seeds).containsExactly(2);
            assertRepeated(race);
        }
    }

    @Test
    void aStepOfABranchIsToldWithTheRuleThatItCameFrom() {
        try (Race race = Races.open(EXPERIMENT)) {
            runTo(race, 100);
            race.fork("a", 40, Races.contender("f", "adam", 0.05));
            race.fork("a", 40, Races.contender("g", "sgd", 0.05));
            race.replace(Races.contender("a", "sgd", 0.1));
            Races.settle(race);
            assertThat(StepSetup.of(race.experiment(), race.prepared().orElseThrow(), "f", 60, 0, Races.RULES).run().ruleStart()).isZero();
            assertThat(StepSetup.of(race.experiment(), race.prepared().orElseThrow(), "g", 60, 0, Races.RULES).run().ruleStart())
                    .isEqualTo(40);
        }
    }

    @Test
    void aBranchThatStillWaitsForItsParentKeepsIt() {
        ContenderSpec later = Races.contender("f", "adam", 0.5).withFork(new ContenderSpec.Fork("a", 200, Map.of()));
        List<ContenderSpec> all = new ArrayList<>(EXPERIMENT.contenders());
        all.add(later);
        double[] expected;
        try (Race race = Races.open(EXPERIMENT.withContenders(all))) {
            end(race);
            expected = race.curve("f", Series.TRAIN_LOSS, 0, Long.MAX_VALUE, 999).y();
        }
        try (Race race = Races.open(EXPERIMENT.withContenders(all))) {
            runTo(race, 30);
            race.changeHyperparameter("a", "learningRate", 0.3);
            end(race);
            assertThat(race.curve("f", Series.TRAIN_LOSS, 0, Long.MAX_VALUE, 999).y()).isEqualTo(expected);
            assertRepeated(race);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void whateverIsDoneTheDocumentRepeatsIt(long seed) {
        Random random = new Random(seed);
        try (Race race = Races.open(EXPERIMENT)) {
            runTo(race, 60);
            for (int i = 0; i < 30; i++) {
                act(race, random, i);
                Races.settle(race);
            }
            assertRepeated(race);
        }
    }

    private static void act(Race race, Random random, int number) {
        List<ContenderSpec> all = race.experiment().contenders();
        ContenderSpec one = all.get(random.nextInt(all.size()));
        RaceSnapshot.Standing standing = Races.standing(race.snapshot(), one.id());
        double rate = List.of(0.001, 0.01, 0.03, 0.1).get(random.nextInt(4));
        switch (random.nextInt(7)) {
            case 0 -> runTo(race, race.snapshot().step() + 1 + random.nextInt(50));
            case 1, 2 -> {
                seek(race, 1 + random.nextInt((int) Math.max(1, race.recordedSteps())));
                race.changeHyperparameter(one.id(), "learningRate", rate);
            }
            case 3 -> race.changeHyperparameter(one.id(), "learningRate", rate);
            case 4 -> {
                if (number < 10) {
                    runTo(race, race.snapshot().step() + 20);
                } else if (number > 20 && all.size() > 2) {
                    race.remove(one.id());
                } else {
                    race.replace(one.withChanges(List.of()).withHyperparameters(Map.of("learningRate", rate)));
                }
            }
            default -> {
                long birth = one.fork() == null ? 0 : one.fork().step();
                if (standing.step() > birth) {
                    long step = birth + random.nextInt((int) (standing.step() - birth));
                    race.fork(one.id(), step, Races.contender("f" + number, random.nextBoolean() ? one.ruleId() : "rmsprop", rate));
                }
            }
        }
    }

    @Test
    void ancestorsThatDescendFromEachOtherAreRefusedForThatContenderAlone() {
        ContenderSpec a = Races.contender("x", "adam", 0.1).withFork(new ContenderSpec.Fork("y", 1, Map.of()));
        ContenderSpec b = Races.contender("y", "adam", 0.1).withFork(new ContenderSpec.Fork("x", 1, Map.of()));
        ContenderSpec bad = Races.contender("f", "adam", 0.1).withFork(new ContenderSpec.Fork("x", 2, Map.of(), List.of(a, b)));
        ContenderSpec late = Races.contender("g", "adam", 0.1)
                .withFork(new ContenderSpec.Fork("x", 2, Map.of(),
                        List.of(Races.contender("x", "adam", 0.1).withFork(new ContenderSpec.Fork("a", 9, Map.of())))));
        try (Race race = Races.open(EXPERIMENT.withContenders(List.of(EXPERIMENT.contenders().get(0), bad, late)))) {
            end(race);
            assertThat(Races.standing(race.snapshot(), "f").outcomeWhat()).asString()
                    .contains("branches off a contender that is not in the race");
            assertThat(Races.standing(race.snapshot(), "g").outcomeWhat()).asString().contains("had no step 2");
            assertThat(Races.standing(race.snapshot(), "a").step()).isEqualTo(STEPS);
        }
    }
}
