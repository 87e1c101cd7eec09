package downhill.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import downhill.data.CounterRandom;
import downhill.engine.train.RunState;
import downhill.race.document.Experiment;
import downhill.race.document.TrainingSpec;
import downhill.race.history.Curve;
import downhill.race.history.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RaceThreadsTest {
    private static final Experiment EXPERIMENT = Races.experiment(Races.line(), TrainingSpec.of(3000, 8),
            Races.contender("a", "adam", 0.01), Races.contender("b", "momentum", 0.01));

    private static void act(Race race, long seed, int i) {
        long draw = CounterRandom.bits(seed, 5000, i);
        switch ((int) (draw & 7)) {
            case 0, 1 -> race.start();
            case 2 -> race.pause();
            case 3 -> race.step(1 + (draw >>> 8 & 63));
            case 4 -> race.seek(draw >>> 8 & 2047);
            case 5 -> race.stepBack();
            case 6 -> race.setSpeed((draw >>> 8 & 1) == 0 ? Double.POSITIVE_INFINITY : 5000);
            default -> stopOrResume(race, draw >>> 8 & 3);
        }
    }

    /** Of the other contender, which must not change this one's course. */
    private static void stopOrResume(Race race, long draw) {
        if (draw == 0) {
            race.stop("b");
        } else {
            race.resume("b");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whateverSeveralThreadsDoTheHistoryStaysTheSame(long seed) throws Exception {
        double[] expected;
        try (Race race = Races.open(EXPERIMENT)) {
            race.start();
            Races.await(race, RaceState.ENDED);
            expected = race.curve("a", Series.TRAIN_LOSS, 0, Long.MAX_VALUE, 1 << 20).y();
        }
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (Race race = Races.open(EXPERIMENT, RaceOptions.alone().withChunkMillis(0.2))) {
            AtomicBoolean torn = new AtomicBoolean();
            List<Future<?>> hands = new ArrayList<>();
            for (int hand = 0; hand < 4; hand++) {
                long own = 100 * seed + hand;
                hands.add(threads.submit(() -> {
                    for (int i = 0; i < 600; i++) {
                        act(race, own, i);
                        torn.compareAndSet(false, !consistent(race, expected));
                    }
                }));
            }
            for (Future<?> hand : hands) {
                hand.get(60, TimeUnit.SECONDS);
            }
            race.setSpeed(Double.POSITIVE_INFINITY);
            race.resume("b");
            Races.settle(race);
            race.start();
            Races.await(race, RaceState.ENDED);
            assertThat(torn).isFalse();
            assertThat(race.curve("a", Series.TRAIN_LOSS, 0, Long.MAX_VALUE, 1 << 20).y()).isEqualTo(expected);
        } finally {
            threads.shutdownNow();
        }
    }

    /** What a reader sees at any moment is the beginning of the true history, and a snapshot that fits together. */
    private static boolean consistent(Race race, double[] expected) {
        Curve seen = race.curve("a", Series.TRAIN_LOSS, 0, Long.MAX_VALUE, 1 << 20);
        for (int i = 0; i < seen.size(); i++) {
            if (seen.x()[i] != i || seen.y()[i] != expected[i]) {
                return false;
            }
        }
        RaceSnapshot.Standing standing = Races.standing(race.snapshot(), "a");
        return standing.step() == 0 || Double.isNaN(standing.loss()) || standing.loss() == expected[(int) standing.step() - 1];
    }

    @Test
    void closingEndsTheThreadAndWhatWasAskedForLater() throws Exception {
        Race race = Races.open(EXPERIMENT);
        race.start();
        Races.await(race, s -> s.step() > 10);
        race.close();
        assertThat(race.snapshot().state()).isEqualTo(RaceState.CLOSED);
        assertThat(Thread.getAllStackTraces().keySet()).noneMatch(thread -> thread.getName().equals("race") && thread.isAlive());
        CompletableFuture<RunState> late = race.stateAt("a", 0);
        assertThat(late).isCompletedExceptionally();
        assertThatCode(() -> {
            race.start();
            race.seek(3);
            race.close();
        }).doesNotThrowAnyException();
        assertThat(race.curve("a", Series.TRAIN_LOSS, 0, Long.MAX_VALUE, 10).size()).isPositive();
    }

    /** Some are closed while they are made ready, some before they have begun. */
    @Test
    void closingWhilePreparingEndsToo() {
        for (int i = 0; i < 20; i++) {
            Race race = Races.open(EXPERIMENT);
            race.start();
            race.close();
            assertThat(race.snapshot().state()).isEqualTo(RaceState.CLOSED);
            assertThat(race.ready()).isDone();
            assertThat(race.stateAt("a", 0)).isCompletedExceptionally();
        }
    }

    @Test
    void aSlowRaceKeepsItsSpeedAndObeysAtOnce() {
        try (Race race = Races.open(EXPERIMENT)) {
            race.setSpeed(5);
            race.start();
            Races.await(race, s -> s.step() >= 1);
            race.pause();
            RaceSnapshot paused = Races.await(race, RaceState.PAUSED);
            assertThat(paused.step()).isLessThan(100);
        }
    }
}
