package downhill.race;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.race.document.ContenderSpec;
import downhill.race.document.Document;
import downhill.race.document.Experiment;
import downhill.race.document.RandomEdits;
import downhill.race.document.TrainingSpec;
import downhill.race.history.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who left a race and comes back has its curve, and trains only what it has missed. */
class ComingBackTest {
    private static final Experiment FIRST = Races.experiment(Races.iris(), TrainingSpec.of(300, 16),
            Races.contender("a", "adam", 0.02), Races.contender("b", "momentum", 0.05).withSeeds(2));

    private final Map<String, Long> trained = new ConcurrentHashMap<>();
    private final Document document = new Document(FIRST);

    private Race open(RaceOptions options) {
        return Races.open(document, options.withSink(new StepSink() {
            @Override
            public void steps(String id, long firstStep, double[] loss, double[] rate, int count) {
                trained.merge(id, (long) count, Long::sum);
            }

            @Override
            public void forgotten(String id, long step) {
                // only what is trained is counted
            }
        }));
    }

    private static double[] losses(Race race, String id) {
        return race.curve(id, Series.TRAIN_LOSS, 0, Long.MAX_VALUE, 1 << 20).y();
    }

    private static void settle(Race race, long step) {
        Races.settle(race);
        Races.await(race, now -> now.step() == step && now.contenders().stream()
                .allMatch(one -> one.step() == step || one.outcome().ended()));
        Races.settle(race);
    }

    private static void goOn(Race race, long steps, long to) {
        race.step(steps);
        settle(race, to);
    }

    private void without(String id) {
        document.edit(now -> now.withContenders(now.contenders().stream().filter(one -> !one.id().equals(id)).toList()));
    }

    private static void assertLikeNew(Race race, long step) {
        try (Race fresh = Races.open(race.experiment())) {
            goOn(fresh, step, step);
            for (ContenderSpec one : race.experiment().contenders()) {
                assertThat(losses(race, one.id())).as(one.id()).isEqualTo(losses(fresh, one.id()));
                assertThat(race.parametersAt(one.id(), step).join()).isEqualTo(fresh.parametersAt(one.id(), step).join());
            }
        }
    }

    @Test
    void itIsThereAtTheClockWithoutTrainingAStep() {
        try (Race race = open(RaceOptions.besideWindow())) {
            goOn(race, 100, 100);
            double[] course = losses(race, "b");
            long before = trained.get("b");
            without("b");
            Races.settle(race);
            assertThat(losses(race, "b")).isEmpty();
            assertThat(race.beginners(FIRST)).isEmpty();
            document.edit(now -> FIRST);
            settle(race, 100);
            assertThat(losses(race, "b")).isEqualTo(course);
            assertThat(trained.get("b")).isEqualTo(before);
            goOn(race, 50, 150);
            assertLikeNew(race, 150);
        }
    }

    @Test
    void itTrainsWhatItHasMissed() {
        try (Race race = open(RaceOptions.besideWindow())) {
            goOn(race, 60, 60);
            without("a");
            goOn(race, 40, 100);
            long before = trained.get("a");
            document.edit(now -> FIRST);
            settle(race, 100);
            assertThat(trained.get("a") - before).isEqualTo(40);
            assertLikeNew(race, 100);
        }
    }

    @Test
    void whereTheRaceWasPutBackMeanwhileItStandsThereAndKeepsItsFuture() {
        try (Race race = open(RaceOptions.besideWindow())) {
            goOn(race, 100, 100);
            without("a");
            race.seek(30);
            settle(race, 30);
            document.edit(now -> FIRST);
            settle(race, 30);
            assertThat(race.recordedSteps("a")).isEqualTo(100);
            assertThat(Races.standing(race.snapshot(), "a").step()).isEqualTo(30);
            goOn(race, 70, 100);
            assertLikeNew(race, 100);
        }
    }

    @Test
    void theFormerCourseOfWhomTookAnotherIsThereAgain() {
        try (Race race = open(RaceOptions.besideWindow())) {
            goOn(race, 100, 100);
            document.edit(now -> now.withContenders(now.contenders().stream()
                    .map(one -> one.id().equals("a") ? Races.contender("a", "rmsprop", 0.01) : one).toList()));
            settle(race, 100);
            long before = trained.get("a");
            document.edit(now -> FIRST);
            settle(race, 100);
            assertThat(trained.get("a")).isEqualTo(before);
            assertLikeNew(race, 100);
        }
    }

    @Test
    void whatHasNoRoomIsTrainedAgainAndIsNamedBefore() {
        try (Race race = open(RaceOptions.besideWindow().withKeyFrameBytes(1000))) {
            goOn(race, 50, 50);
            long before = trained.get("a");
            without("a");
            Races.settle(race);
            assertThat(race.beginners(FIRST)).containsExactly("a");
            document.edit(now -> FIRST);
            settle(race, 50);
            assertThat(trained.get("a") - before).isEqualTo(50);
            assertLikeNew(race, 50);
        }
    }

    /** Its name, rule and numbers are the same, whom it comes from is not. */
    @Test
    void anotherBranchOfTheSameIdHasNotTheCourseOfTheFormer() {
        ContenderSpec branch = Races.contender("f", "adam", 0.02).withFork(new ContenderSpec.Fork("a", 40, Map.of()));
        try (Race race = open(RaceOptions.besideWindow())) {
            goOn(race, 100, 100);
            race.add(branch);
            settle(race, 100);
            race.remove("f");
            race.replace(Races.contender("a", "adam", 0.3));
            settle(race, 100);
            race.add(branch);
            settle(race, 100);
            assertLikeNew(race, 100);
        }
    }

    @Test
    void aBranchIsTheSameWhereItsParentTurnedOffLater() {
        ContenderSpec branch = Races.contender("f", "adam", 0.2).withFork(new ContenderSpec.Fork("a", 40, Map.of()));
        try (Race race = open(RaceOptions.besideWindow())) {
            goOn(race, 100, 100);
            race.add(branch);
            settle(race, 100);
            long before = trained.get("f");
            race.changeHyperparameter("a", "learningRate", 0.5);
            race.remove("f");
            goOn(race, 20, 120);
            race.add(branch);
            settle(race, 120);
            assertThat(trained.get("f") - before).isEqualTo(20);
            assertLikeNew(race, 120);
        }
    }

    @Test
    void whatIsSavedInMemoryRemembersThemToo() {
        Checkpoint saved;
        try (Race race = open(RaceOptions.besideWindow())) {
            goOn(race, 100, 100);
            without("b");
            saved = race.checkpoint().join();
        }
        long before = trained.get("b");
        try (Race again = Race.open(saved.experiment(), Races.data(FIRST), Races.RULES, RaceOptions.besideWindow(), saved)) {
            again.ready().join();
            again.add(FIRST.contenders().get(1));
            settle(again, 100);
            assertThat(again.recordedSteps("b")).isEqualTo(100);
            assertThat(trained.get("b")).isEqualTo(before);
            assertLikeNew(again, 100);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void whicheverDocumentOfThePastComesBackTheRaceIsAsIfItHadBegunSo(long seed) {
        Random random = new Random(seed);
        RandomEdits edits = new RandomEdits(seed);
        List<Experiment> past = new ArrayList<>(List.of(FIRST));
        try (Race race = open(seed % 2 == 0 ? RaceOptions.besideWindow() : RaceOptions.besideWindow().withKeyFrameBytes(40_000))) {
            goOn(race, 90, 90);
            for (int i = 0; i < 30; i++) {
                if (random.nextBoolean()) {
                    document.edit(now -> now.withContenders(edits.edit(now).contenders()));
                    past.add(document.now());
                } else {
                    document.edit(now -> past.get(random.nextInt(past.size())));
                }
                if (i % 3 == 0) {
                    Races.settle(race);
                }
            }
            document.edit(now -> now.withContenders(now.contenders().stream().filter(one -> one.fork() == null).toList()));
            settle(race, 90);
            assertLikeNew(race, 90);
        }
    }
}
