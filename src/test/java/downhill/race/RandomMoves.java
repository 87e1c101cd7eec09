package downhill.race;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.history.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletionException;

/**
 * Somebody who does whatever comes to mind with a race, in any order: trains, goes back and forth, branches off branches at any step,
 * changes, exchanges, stops and takes out contenders, begins anew, saves and goes on. After each move all must hold that a person
 * relies on.
 */
final class RandomMoves implements AutoCloseable {
    private static final int MOST = 9;
    private static final List<String> RULES = List.of("adam", "momentum", "gradient-descent", "rmsprop", "lbfgs");
    private static final double[] RATES = {1e-4, 0.003, 0.02, 0.1, 0.5, 1e30};

    private final Experiment start;
    private final Random random;
    private final List<String> done = new ArrayList<>();
    private Race race;
    private int named;

    RandomMoves(Experiment start, long seed) {
        this.start = start;
        this.random = new Random(seed);
        this.race = Races.open(start, RaceOptions.besideWindow().withChunkMillis(1));
    }

    Race race() {
        return race;
    }

    /** What was done, for a test that fails. */
    String story() {
        return String.join("\n", done.subList(Math.max(0, done.size() - 40), done.size()));
    }

    void move() {
        List<ContenderSpec> all = race.experiment().contenders();
        ContenderSpec one = all.isEmpty() ? null : all.get(random.nextInt(all.size()));
        if (one == null) {
            add();
        } else if (all.size() > MOST) {
            say("remove " + one.id());
            race.remove(one.id());
        } else {
            move(one, random.nextInt(24));
        }
        if (random.nextInt(3) > 0) {
            check();
        }
    }

    private void move(ContenderSpec one, int dice) {
        long end = race.recordedSteps();
        switch (dice) {
            case 0, 1, 2 -> step(1 + random.nextInt(120));
            case 3 -> run();
            case 4 -> toEnd();
            case 5, 6, 7 -> seek(random.nextInt((int) end + 5));
            case 8 -> seek(List.of(0L, 1L, end, end - 1).get(random.nextInt(4)));
            case 9 -> tell("step back", () -> race.stepBack());
            case 10, 11, 12, 13, 14 -> fork(one, random.nextInt((int) end + 2));
            case 15 -> fork(one, Math.max(0, race.snapshot().step() - random.nextInt(2)));
            case 16 -> change(one);
            case 17 -> replace(one);
            case 18 -> tell("remove " + one.id(), () -> race.remove(one.id()));
            case 19 -> tell("stop " + one.id(), () -> race.stop(one.id()));
            case 20 -> tell("resume " + one.id(), () -> race.resume(one.id()));
            case 21 -> look(one, random.nextInt((int) end + 3));
            case 22 -> rare();
            default -> add();
        }
    }

    private void say(String what) {
        done.add(what);
    }

    private void tell(String what, Runnable move) {
        say(what);
        move.run();
    }

    private void step(long count) {
        tell("step " + count, () -> race.step(count));
    }

    private void run() {
        tell("start, pause", race::start);
        race.pause();
    }

    private void toEnd() {
        tell("start, to the end", race::start);
        Races.settle(race);
        Races.await(race, now -> now.state() != RaceState.RUNNING);
    }

    private void seek(long step) {
        tell("seek " + step, () -> race.seek(Math.max(0, step)));
    }

    private double rate() {
        return RATES[random.nextInt(RATES.length)];
    }

    private ContenderSpec fresh() {
        String rule = RULES.get(random.nextInt(RULES.size()));
        ContenderSpec spec = Races.contender("f" + ++named, rule, rate()).withSeeds(1 + random.nextInt(3) / 2);
        return spec.withBatchSize(List.of(ContenderSpec.SHARED_BATCH, 0, 16).get(random.nextInt(3)));
    }

    private void add() {
        ContenderSpec spec = fresh();
        tell("add " + spec.id() + " " + spec.ruleId(), () -> race.add(spec));
    }

    private void fork(ContenderSpec one, long step) {
        ContenderSpec spec = random.nextBoolean() ? fresh() : one.copy("f" + ++named, "f" + named, 0, null);
        ContenderSpec typed = spec.withFork(new ContenderSpec.Fork(one.id(), step, random.nextInt(4) == 0 ? Map.of(0, 0.25) : Map.of()));
        tell("fork " + one.id() + " at " + step + " as " + typed.id() + " " + typed.ruleId(), () -> race.fork(one.id(), step, typed));
    }

    private void change(ContenderSpec one) {
        double rate = rate();
        tell("change " + one.id() + " to " + rate, () -> race.changeHyperparameter(one.id(), "learningRate", rate));
    }

    private void replace(ContenderSpec one) {
        ContenderSpec other = random.nextBoolean() ? one.withHyperparameters(Map.of("learningRate", rate())).withChanges(List.of())
                : one.withRule(RULES.get(random.nextInt(RULES.size())), null, Map.of());
        tell("replace " + one.id() + " by " + other.ruleId(), () -> race.replace(other));
    }

    private void rare() {
        switch (random.nextInt(5)) {
            case 0 -> tell("reset", race::reset);
            case 1 -> tell("watch", () -> race.watch(random.nextInt(3), 1));
            case 2 -> tell("speed", () -> race.setSpeed(random.nextBoolean() ? Double.POSITIVE_INFINITY : 1e5));
            default -> reopen();
        }
    }

    /** Saves, and goes on from what was saved. */
    private void reopen() {
        say("save and open");
        Checkpoint saved = race.checkpoint().join();
        race.close();
        race = Race.open(saved.experiment(), Races.data(saved.experiment()), Races.RULES, RaceOptions.besideWindow().withChunkMillis(1),
                saved);
        race.ready().join();
        Races.settle(race);
        assertThat(race.refused()).isEmpty();
        assertThat(race.snapshot().step()).isEqualTo(saved.clock());
    }

    /** Asks about any step: an answer or a sentence. */
    private void look(ContenderSpec one, long step) {
        say("look at " + one.id() + " at " + step);
        try {
            race.statesAt(one.id(), step).join();
        } catch (CompletionException refused) {
            assertThat(refused.getCause()).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("\"")
                    .hasMessageNotContaining("Index");
        }
    }

    private void check() {
        Races.settle(race);
        RaceSnapshot now = race.snapshot();
        assertThat(now.state()).as(String.valueOf(now.message())).isIn(RaceState.PAUSED, RaceState.RUNNING, RaceState.ENDED);
        assertThat(now.contenders()).extracting(RaceSnapshot.Standing::id)
                .containsExactlyElementsOf(race.experiment().contenders().stream().map(ContenderSpec::id).toList());
        now.contenders().forEach(one -> check(one, now));
    }

    private void check(RaceSnapshot.Standing one, RaceSnapshot now) {
        assertThat(one.step()).isBetween(0L, start.training().steps());
        if (one.outcome() == Outcome.FAILED) {
            assertThat(one.outcomeWhat()).asString().contains("\"");
        }
        if (one.outcome() == Outcome.FINISHED) {
            assertThat(one.step()).isEqualTo(start.training().steps());
        }
    }

    /** Lets all run to the end; then the document alone gives the same, bit for bit. */
    void checkThatTheDocumentRepeatsIt() {
        failed().forEach(race::remove);
        toEnd();
        check();
        failed().forEach(race::remove); // branches whose parent ended before it got to them, which was said
        Races.settle(race);
        if (race.experiment().contenders().isEmpty()) {
            return;
        }
        Races.await(race, RaceState.ENDED);
        assertThat(failed()).isEmpty();
        try (Race again = Races.open(race.experiment())) {
            again.start();
            Races.settle(again);
            Races.await(again, RaceState.ENDED);
            race.experiment().contenders().forEach(one -> assertSame(again, one.id()));
        }
    }

    private List<String> failed() {
        Races.settle(race);
        return race.snapshot().contenders().stream().filter(one -> one.outcome() == Outcome.FAILED).map(RaceSnapshot.Standing::id).toList();
    }

    private void assertSame(Race again, String id) {
        RaceSnapshot.Standing was = Races.standing(race.snapshot(), id);
        RaceSnapshot.Standing is = Races.standing(again.snapshot(), id);
        if (was.outcome() == Outcome.STOPPED) { // by hand, which no document knows of
            return;
        }
        assertThat(is.outcome()).as(id).isEqualTo(was.outcome());
        for (Series series : List.of(Series.TRAIN_LOSS, Series.VALIDATION_LOSS, Series.LEARNING_RATE)) {
            assertThat(again.curve(id, series, 0, Long.MAX_VALUE, 9999).y()).as(id + " " + series)
                    .isEqualTo(race.curve(id, series, 0, Long.MAX_VALUE, 9999).y());
        }
    }

    @Override
    public void close() {
        race.close();
    }
}
