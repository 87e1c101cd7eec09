package downhill.race;

import downhill.engine.Precision;
import downhill.race.document.Experiment;
import downhill.race.document.TrainingSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * All contenders and the teams that train them. Those furthest behind go first: a contender that joins late, or was put
 * back to a key-frame, catches up with the clock as fast as it can; one whose branch lies ahead of the clock waits.
 */
final class Field implements AutoCloseable {
    private final Task task;
    private final Arrival arrival;
    private final Spacing spacing;
    private final StepSink sink;
    private final Map<String, Lane> lanes = new LinkedHashMap<>();
    private final Teams teams;
    private int[] watched = {};
    private long clock;

    Field(Task task, TrainingSpec training, Precision precision, int threads, Arrival arrival, Spacing spacing, StepSink sink) {
        this.task = task;
        this.teams = new Teams(task, training, precision, threads);
        this.arrival = arrival;
        this.spacing = spacing;
        this.sink = sink;
    }

    Collection<Lane> lanes() {
        return lanes.values();
    }

    Lane lane(String id) {
        return lanes.get(id);
    }

    /** The step the race is at. */
    long clock() {
        return clock;
    }

    void clock(long step) {
        clock = step;
    }

    /** Whether a lane branches off later than the race is. */
    boolean isUnborn(Lane lane) {
        return lane.running() && lane.birth > clock;
    }

    /** Takes lanes in; their first validation and key-frame are done at once. */
    void add(Collection<Lane> born) {
        Map<Long, List<Lane>> byStep = new LinkedHashMap<>();
        for (Lane lane : born) {
            remove(lane.id);
            lanes.put(lane.id, lane);
            lane.history.watch(watched, lane.step);
            byStep.computeIfAbsent(lane.step, unused -> new ArrayList<>()).add(lane);
        }
        byStep.values().forEach(together -> teams.assemble(together).forEach(this::arriveAtBirth));
    }

    /** Takes in lanes that go on where they were saved, with their states in the engine at once, so that what does not fit is found. */
    void restore(Collection<Lane> saved, Checkpoint from) {
        spacing.restore(from.spacing(), from.echoes());
        clock = from.clock();
        saved.forEach(lane -> lanes.put(lane.id, lane));
        watch(from.watched().stream().mapToInt(Integer::intValue).toArray());
        Map<Long, List<Lane>> byStep = new LinkedHashMap<>();
        saved.stream().filter(Lane::running).forEach(lane -> byStep.computeIfAbsent(lane.step, unused -> new ArrayList<>()).add(lane));
        byStep.values().forEach(teams::assemble);
    }

    /** Takes in a lane that was in the race before: where it stood, or where the clock is, if that is earlier. */
    void comeBack(Lane lane) {
        spacing.fit(lane);
        lanes.put(lane.id, lane);
        lane.history.watch(watched, Math.max(lane.step, lane.birth));
        if (lane.step > clock) {
            send(lane, clock);
        }
    }

    /** The race as it stands; costs a copy of the states that are being trained. */
    Checkpoint save(Experiment document, Predicate<Lane> wanted, List<LeftCourse> left) {
        List<SavedCourse> courses = new ArrayList<>();
        for (Lane lane : lanes.values()) {
            if (wanted.test(lane)) {
                boolean training = lane.running() && lane.states == null;
                courses.add(lane.save(training ? teamOf(lane).save(lane) : lane.states));
            }
        }
        return new Checkpoint(document, clock, spacing.steps(), spacing.echoes(), Arrays.stream(watched).boxed().toList(), courses,
                left);
    }

    private void arriveAtBirth(Team team) {
        for (Lane lane : team.lanes()) {
            arrival.at(lane, team);
            lane.history.publish();
            if (lane.running()) {
                lane.frames.replaceBirth(new KeyFrame(lane.step, team.save(lane), lane.best));
            }
        }
        dissolve(team.lanes().stream().filter(lane -> !lane.running()).collect(Collectors.toSet()));
    }

    void remove(String id) {
        Lane gone = lanes.remove(id);
        if (gone != null) {
            dissolve(Set.of(gone));
        }
    }

    /** Traces these parameters from now on; indexes that do not exist are left out. */
    void watch(int... parameters) {
        int count = task.layout().count();
        watched = Arrays.stream(parameters).filter(index -> index >= 0 && index < count).distinct().toArray();
        lanes.values().forEach(lane -> lane.history.watch(watched, Math.max(lane.step, lane.birth)));
        teams.watch(watched);
    }

    int[] watched() {
        return watched;
    }

    /** The team that trains a lane now, made if there is none. */
    Team teamOf(Lane lane) {
        return teams.of(lane);
    }

    /** Ends a lane where it is. */
    void stop(Lane lane) {
        arrival.stop(lane, teamOf(lane));
        lane.history.publish();
        dissolve(Set.of(lane));
    }

    /** Lets a lane go on that was stopped. */
    void resume(Lane lane) {
        lane.stopAt = Long.MAX_VALUE;
        arrival.forgetStop(lane);
        lane.put(new KeyFrame(lane.step, lane.states, lane.best));
    }

    /** What came of a turn. */
    enum Turn { MOVED, WAITING, ALL_ENDED }

    boolean behind() {
        return lanes.values().stream().anyMatch(lane -> lane.running() && lane.step < clock);
    }

    /**
     * Trains those furthest behind for a while.
     *
     * @param allowed steps that contenders at the clock may do now; those behind it are always allowed
     * @param seconds about how long this may take
     */
    Turn turn(long allowed, double seconds) {
        List<Lane> running = lanes.values().stream().filter(Lane::running).toList();
        if (running.isEmpty()) {
            return Turn.ALL_ENDED;
        }
        List<Lane> over = running.stream().filter(lane -> lane.step <= clock && arrival.isOver(lane)).toList();
        if (!over.isEmpty()) {
            endAtOnce(over);
            return Turn.MOVED;
        }
        long low = running.stream().mapToLong(lane -> lane.step).min().orElseThrow();
        boolean behind = low < clock;
        if (!behind && allowed <= 0) {
            return Turn.WAITING;
        }
        if (low > clock) { // nobody runs until the next is born
            clock = low;
            return Turn.MOVED;
        }
        List<Lane> group = running.stream().filter(lane -> lane.step == low).toList();
        long to = running.stream().mapToLong(lane -> lane.step).filter(step -> step > low).min().orElse(Long.MAX_VALUE);
        long ahead = allowed == Long.MAX_VALUE ? allowed : low + allowed;
        to = Math.min(to, behind ? clock : ahead);
        for (Lane lane : group) {
            to = Math.min(to, arrival.next(lane));
        }
        advance(group, low, to, seconds);
        clock = Math.max(clock, behind ? clock : group.stream().mapToLong(lane -> lane.step).max().orElse(low));
        return Turn.MOVED;
    }

    private void endAtOnce(List<Lane> over) {
        for (Lane lane : over) {
            arrival.at(lane, teamOf(lane));
            lane.history.publish();
        }
        dissolve(Set.copyOf(over));
    }

    private void advance(List<Lane> group, long from, long to, double seconds) {
        List<Team> crews = teams.assemble(group);
        int steps = (int) Math.min(to - from, chunk(crews, seconds));
        crews.forEach(team -> team.advance(steps, sink));
        long now = System.nanoTime();
        Set<Lane> ended = new LinkedHashSet<>();
        for (Team team : crews) {
            for (Lane lane : team.lanes()) {
                arrival.at(lane, team);
                lane.meter.add(steps, now);
                lane.history.publish();
                if (!lane.running()) {
                    ended.add(lane);
                }
            }
        }
        spacing.fit(lanes.values());
        dissolve(ended);
    }

    private static int chunk(List<Team> crews, double seconds) {
        double perStep = 0;
        int capacity = Integer.MAX_VALUE;
        for (Team team : crews) {
            perStep += team.secondsPerStep();
            capacity = Math.min(capacity, team.capacity());
        }
        return Double.isNaN(perStep) ? 1 : (int) Math.max(1, Math.min(capacity, seconds / perStep));
    }

    /** Ends the teams that any of these lanes is in; lanes that still run keep their states. */
    void dissolve(Set<Lane> members) {
        teams.dissolve(members);
    }

    /**
     * Puts all contenders at the latest key-frames at or before a step and the clock at that step; turns then bring them
     * there. A contender that ended before is left as it ended.
     */
    void seek(long step) {
        clock = step;
        spacing.sought(step, lanes.values());
        lanes.values().forEach(lane -> send(lane, step));
        teams.restore();
    }

    private static void send(Lane lane, long step) {
        boolean endedBefore = lane.outcome.ended() && lane.outcomeStep <= step;
        if (lane.outcome != Outcome.FAILED && !endedBefore && lane.step != step) {
            lane.put(lane.frames.before(step));
            if (!lane.knowsLosses(step)) { // far back they are known only to those who do the steps again
                lane.put(lane.frames.before(Math.max(lane.birth, step - lane.recent().window())));
            }
        }
    }

    /** After a fault in the middle of something: all that run stand again at the latest moments kept of them, and the clock with them. */
    void retreat() {
        List<Lane> begun = lanes.values().stream().filter(lane -> lane.running() && lane.birth <= clock).toList();
        begun.forEach(lane -> lane.put(lane.frames.before(lane.step)));
        clock = begun.stream().mapToLong(lane -> lane.step).min().orElse(clock);
        lanes.values().stream().filter(lane -> lane.running() && lane.birth > clock)
                .forEach(lane -> lane.put(lane.frames.before(lane.birth)));
    }

    @Override
    public void close() {
        teams.close();
    }
}
