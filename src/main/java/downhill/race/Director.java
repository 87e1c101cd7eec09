package downhill.race;

import downhill.engine.train.RunState;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Roster;
import downhill.race.document.TrainingSpec;
import downhill.words.Said;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does on the race's thread what was asked for, and keeps contenders and document in step. */
final class Director implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Director.class);
    private static final long WAIT_NANOS = 50_000_000;
    /** Between two steps of a slow motion somebody may read figures. */
    private static final long LONG_NANOS = 1_000_000_000;
    private static final long CATCHING_UP_NANOS = 50_000_000;

    private final Task task;
    private final Roster roster;
    private final RaceLoop loop;
    private final Judge judge;
    private final Field field;
    private final Answers answers;
    private final AtRest atRest;
    private final Replay replay;
    private final Breakdown breakdown;
    private final Lineup lineup;
    private final StepSink sink;
    private final double chunkSeconds;
    private long lastPublished;

    Director(Experiment experiment, Task task, Roster roster, Rules rules, RaceOptions options, RaceLoop loop) {
        this.task = task;
        this.roster = roster;
        this.loop = loop;
        this.sink = options.sink();
        this.chunkSeconds = options.chunkMillis() / 1000;
        this.judge = task.judge(experiment.precision());
        Spacing spacing = new Spacing(options.keyFrameBytes());
        TrainingSpec training = experiment.training();
        Arrival arrival = new Arrival(training, task, judge, sink, spacing);
        this.field = new Field(task, training, experiment.precision(), options.threads(), arrival, spacing, sink);
        this.replay = new Replay(task, training, experiment.precision(), arrival, loop::closing);
        this.breakdown = new Breakdown(task, experiment.precision(), replay);
        this.answers = new Answers(field, replay, judge);
        this.atRest = new AtRest(field, judge, options.lookedAt());
        this.lineup = new Lineup(roster, field, new Nursery(experiment, task, rules, replay), loop.histories, loop.attic,
                this::forgetFuture);
    }

    /** From the start, or from where a race was saved; gives why that could not be, or null. */
    Said begin(Checkpoint from) {
        Said refused = null;
        if (from != null) {
            try {
                lineup.restore(from);
            } catch (RuntimeException misfit) {
                LOG.warn("A saved race does not fit", misfit);
                refused = misfit instanceof IllegalArgumentException ? Said.message(misfit) : Said.of("race.saved");
                field.clock(0);
            }
        }
        if (task.layout().count() <= 2) {
            field.watch(0, 1);
        }
        reconcile();
        return refused;
    }

    /** The race as it stands. */
    Checkpoint save() {
        breakdown.explain(field.lanes());
        return lineup.save();
    }

    /** After a fault: the race as it can be gone on from. */
    Checkpoint salvage() {
        field.retreat();
        return save();
    }

    Field field() {
        return field;
    }

    Answers answers() {
        return answers;
    }

    /** How all stand; whoever has it finds the snapshot of the same moment, not the one before what was asked for first. */
    Map<String, RunState> states() {
        publish();
        return answers.states();
    }

    void publish() {
        breakdown.explain(field.lanes());
        lastPublished = System.nanoTime();
        loop.snapshots.publish(loop.state.get(), field, task, roster.experiment(), lineup.failures());
    }

    /** Trains for a while, if there is anything to train; gives the time until there may be something again. */
    long round() {
        boolean running = loop.state.is(RaceState.RUNNING);
        long before = field.clock();
        Field.Turn turn = field.turn(running ? loop.pace.allowed() : 0, chunkSeconds);
        if (turn == Field.Turn.ALL_ENDED) {
            if (!lineup.bear()) {
                finish();
            }
            return WAIT_NANOS;
        }
        if (turn == Field.Turn.WAITING) {
            return rest(running);
        }
        loop.pace.done(field.clock() - before);
        lineup.bear();
        if (running && loop.pace.quota() == 0 && !field.behind()) {
            loop.state.go(RaceState.PAUSED);
        }
        if (!field.behind() || System.nanoTime() - lastPublished > CATCHING_UP_NANOS) {
            publish();
        }
        return 0;
    }

    /** Nobody may go on now; gives the time until somebody may. */
    private long rest(boolean running) {
        long free = running ? loop.pace.untilDue(LONG_NANOS) : LONG_NANOS;
        long end = System.nanoTime() + free;
        if (free > LONG_NANOS / 4 && atRest.measureOne(() -> loop.isIdle() && (!running || System.nanoTime() - end < 0))) {
            publish();
            return 0;
        }
        return running ? loop.pace.untilDue(WAIT_NANOS) : WAIT_NANOS;
    }

    private void finish() {
        if (!loop.state.is(RaceState.ENDED) && !lineup.isEmpty()) {
            loop.state.go(RaceState.ENDED);
            publish();
        }
    }

    /** Makes the lanes what the document says. */
    void reconcile() {
        lineup.reconcile();
        reopen();
    }

    /** After something has begun to run again. */
    private void reopen() {
        if (loop.state.is(RaceState.ENDED) && field.lanes().stream().anyMatch(Lane::running)) {
            loop.state.go(RaceState.PAUSED);
        }
    }

    void start() {
        loop.pace.quota(Long.MAX_VALUE);
        go();
    }

    void step(long steps) {
        boolean stepping = loop.state.is(RaceState.RUNNING) && loop.pace.quota() < Long.MAX_VALUE;
        loop.pace.quota(steps + (stepping ? loop.pace.quota() : 0));
        go();
    }

    private void go() {
        if (field.lanes().stream().anyMatch(Lane::running) || lineup.waiting()) {
            field.lanes().forEach(lane -> lane.meter.clear());
            loop.state.go(RaceState.RUNNING);
        }
    }

    void pause() {
        if (loop.state.is(RaceState.RUNNING)) {
            loop.state.go(RaceState.PAUSED);
        }
    }

    /** All lanes anew from the document. */
    private void restart() {
        lineup.clear();
        field.clock(0);
        loop.state.go(RaceState.PAUSED);
        reconcile();
    }

    /**
     * Back to step 0. Each contender begins with the hyperparameters it has now, and changes by hand are forgotten.
     *
     * @return the race as it stood; null where nothing was recorded that could be lost
     */
    Checkpoint reset() {
        boolean anything = field.lanes().stream().anyMatch(lane -> lane.recorded() > lane.birth);
        Checkpoint before = anything ? save() : null;
        roster.restart(this::asItIsNow, anything);
        restart();
        return before;
    }

    private ContenderSpec asItIsNow(ContenderSpec spec) {
        Lane lane = field.lane(spec.id());
        Map<String, Double> values = new TreeMap<>(spec.hyperparameters());
        spec.changes().stream().filter(change -> lane == null || change.step() <= lane.step)
                .forEach(change -> values.put(change.key(), change.value()));
        return spec.withHyperparameters(values).withChanges(List.of());
    }

    void seek(long step) {
        long end = field.lanes().stream().mapToLong(Lane::recorded).max().orElse(0);
        pause();
        field.seek(Math.max(0, Math.min(step, end)));
        reopen();
    }

    /** Brings a lane that was put back to the clock, so that what is asked for happens there. */
    private void settle(Lane lane) {
        while (lane.running() && lane.step < Math.min(field.clock(), lane.recorded()) && !loop.closing()) {
            field.turn(0, chunkSeconds);
        }
    }

    void changeHyperparameter(String id, String key, double value) {
        Lane lane = field.lane(id);
        if (lane == null || !lane.running() || lane.rule.indexOf(key) < 0) {
            return;
        }
        settle(lane);
        if (lane.running()) {
            forgetFuture(lane);
            ContenderSpec.Change change = new ContenderSpec.Change(lane.step, key, value);
            roster.divert(id, lane.step, spec -> spec.withChanges(Nursery.with(spec.changes(), change)));
            lane.spec = lane.spec.withChanges(Nursery.with(lane.spec.changes(), change));
            field.teamOf(lane).applyChanges(lane);
        }
    }

    /** From here on the contender takes another course than the one recorded. */
    private void forgetFuture(Lane lane) {
        if (lane.history.end() > lane.step) {
            if (lane.history.exactAt(lane.step)) {
                lane.history.truncate(lane.step);
            } else {
                replay.record(lane, lane.step, field.watched());
            }
            if (sink != null) {
                sink.forgotten(lane.id, lane.step);
            }
        }
        lane.frames.truncate(lane.step);
        lane.stopAt = Long.MAX_VALUE;
    }

    void stop(String id) {
        Lane lane = field.lane(id);
        if (lane == null || !lane.running()) {
            return;
        }
        settle(lane);
        if (lane.running()) {
            forgetFuture(lane);
            field.stop(lane);
            lane.stopAt = lane.step;
        }
    }

    void resume(String id) {
        Lane lane = field.lane(id);
        if (lane != null && lane.outcome == Outcome.STOPPED) {
            field.resume(lane);
            reopen();
        }
    }

    /** Who waits for an answer then sees a snapshot of all that was asked for before. */
    <T> void complete(CompletableFuture<T> future, Supplier<T> value) {
        try {
            T answer = value.get();
            publish();
            future.complete(answer);
        } catch (RuntimeException failure) {
            future.completeExceptionally(failure);
        }
    }

    @Override
    public void close() {
        field.close();
        judge.close();
    }
}
