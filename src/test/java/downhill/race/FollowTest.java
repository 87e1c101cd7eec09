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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A race that is told another document is then as if it had run under that document from the start. */
class FollowTest {
    private static final Experiment FIRST = Races.experiment(Races.iris(), TrainingSpec.of(300, 16),
            Races.contender("a", "adam", 0.02), Races.contender("b", "momentum", 0.05).withSeeds(2));

    private static double[] losses(Race race, String id) {
        return race.curve(id, Series.TRAIN_LOSS, 0, Long.MAX_VALUE, 1 << 20).y();
    }

    private static void goOn(Race race, long steps, long to) {
        race.step(steps);
        settle(race, to);
    }

    /** All that was asked for is done, and all stand at a step or have ended. */
    private static void settle(Race race, long step) {
        Races.settle(race);
        Races.await(race, now -> now.step() == step && now.contenders().stream()
                .allMatch(one -> one.step() == step || one.outcome().ended()));
        Races.settle(race);
    }

    private static ContenderSpec changed(ContenderSpec one, long step, double rate) {
        return one.withChanges(List.of(new ContenderSpec.Change(step, "learningRate", rate)));
    }

    private static void assertLikeNew(Race race, long step) {
        try (Race fresh = Races.open(race.experiment())) {
            goOn(fresh, step, step);
            for (ContenderSpec one : race.experiment().contenders()) {
                assertThat(losses(race, one.id())).as(one.id()).isEqualTo(losses(fresh, one.id()));
            }
        }
    }

    @Test
    void aChangeByHandIsTakenBackFromTheStepOnAtWhichItWasMade() {
        List<Long> forgotten = new ArrayList<>();
        StepSink sink = new StepSink() {
            @Override
            public void steps(String id, long firstStep, double[] loss, double[] rate, int count) {
                // only what becomes void is asked for
            }

            @Override
            public void forgotten(String id, long step) {
                forgotten.add(step);
            }
        };
        Document document = new Document(FIRST);
        try (Race race = Races.open(document, RaceOptions.besideWindow().withSink(sink))) {
            goOn(race, 240, 240);
            race.changeHyperparameter("a", "learningRate", 0.2);
            goOn(race, 30, 270);
            double[] other = losses(race, "b");
            assertThat(document.now()).isNotEqualTo(FIRST);
            document.edit(was -> FIRST);
            settle(race, 270);
            assertThat(document.now()).isEqualTo(FIRST);
            assertThat(race.snapshot().step()).as("the race stays where it is").isEqualTo(270);
            assertThat(losses(race, "b")).isEqualTo(other);
            assertThat(forgotten).as("it does not begin at the start").hasSize(1).allMatch(step -> step > 200 && step <= 240);
            assertLikeNew(race, 270);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 100, 149, 150, 151})
    void aChangeByHandMayBeAddedAtAnyStepAlsoLater(long step) {
        Document document = new Document(FIRST);
        try (Race race = Races.open(document, RaceOptions.besideWindow())) {
            goOn(race, 150, 150);
            document.edit(was -> was.withContenders(was.contenders().stream().map(one -> changed(one, step, 0.001)).toList()));
            settle(race, 150);
            goOn(race, 50, 200);
            assertLikeNew(race, 200);
        }
    }

    @Test
    void whoHadDivergedByAChangeRunsAgainWithoutIt() {
        Document document = new Document(FIRST);
        try (Race race = Races.open(document, RaceOptions.besideWindow())) {
            goOn(race, 100, 100);
            race.changeHyperparameter("b", "learningRate", 1e38);
            goOn(race, 50, 150);
            assertThat(race.snapshot().contenders().get(1).outcome()).isEqualTo(Outcome.DIVERGED);
            document.edit(was -> FIRST);
            settle(race, 150);
            assertThat(race.snapshot().contenders().get(1).outcome()).isEqualTo(Outcome.RUNNING);
            assertLikeNew(race, 150);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whateverTheContendersBecomeTheRaceIsAsIfItHadBegunSo(long seed) {
        RandomEdits edits = new RandomEdits(seed);
        Document document = new Document(FIRST);
        try (Race race = Races.open(document, RaceOptions.besideWindow())) {
            goOn(race, 90, 90);
            for (int i = 0; i < 40; i++) {
                document.edit(now -> now.withContenders(edits.edit(now).contenders()));
                if (i % 8 == 0) {
                    Races.settle(race);
                }
            }
            Races.settle(race);
            document.edit(now -> now.withContenders(now.contenders().stream().filter(one -> one.fork() == null).toList()));
            settle(race, 90);
            assertLikeNew(race, 90);
        }
    }
}
