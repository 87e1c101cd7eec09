package downhill.race;

import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

/** Makes snapshots on the race's thread and shows the latest to everybody. */
final class SnapshotBoard {
    private final AtomicReference<RaceSnapshot> latest;
    private long version;

    SnapshotBoard(Experiment experiment) {
        latest = new AtomicReference<>(new RaceSnapshot(0, RaceState.PREPARING, 0, 0, 0, null,
                experiment.contenders().stream().map(SnapshotBoard::absent).toList()));
    }

    RaceSnapshot latest() {
        return latest.get();
    }

    /** One that is in the document and not in the race: a branch waits for its parent, any other is just being taken in. */
    private static RaceSnapshot.Standing absent(ContenderSpec spec) {
        return without(spec.id(), spec.birth() > 0 ? Outcome.UNBORN : Outcome.RUNNING, spec.birth());
    }

    private static RaceSnapshot.Standing without(String id, Outcome outcome, long step) {
        return new RaceSnapshot.Standing(id, outcome, step, Double.NaN, Double.NaN, null, Double.NaN, Double.NaN, 0, -1, Double.NaN, null);
    }

    private static RaceSnapshot.Standing failed(String id, Said message) {
        return new RaceSnapshot.Standing(id, Outcome.FAILED, 0, Double.NaN, Double.NaN, null, Double.NaN, Double.NaN, 0, 0,
                Double.NaN, message);
    }

    /** Before there is a field, or where there will be none. */
    synchronized void publish(RaceState state, Said message) {
        RaceSnapshot now = latest.get();
        show(new RaceSnapshot(++version, state, now.step(), now.epoch(), 0, message, now.contenders()));
    }

    synchronized void publish(RaceState state, Field field, Task task, Experiment document, Map<String, Said> failures) {
        long now = System.nanoTime();
        boolean moving = state == RaceState.RUNNING;
        List<RaceSnapshot.Standing> standings = new ArrayList<>();
        double speed = 0;
        for (ContenderSpec spec : document.contenders()) {
            Lane lane = field.lane(spec.id());
            Said failure = failures.get(spec.id());
            if (failure != null) {
                standings.add(failed(spec.id(), failure));
            } else if (lane == null) {
                standings.add(absent(spec));
            } else {
                standings.add(field.isUnborn(lane) ? without(lane.id, Outcome.UNBORN, lane.birth) : standing(lane, task, moving, now));
            }
            if (lane != null && lane.running() && moving) {
                speed = Math.max(speed, lane.meter.perSecond(now));
            }
        }
        show(new RaceSnapshot(++version, state, field.clock(), epoch(field, task), speed, null, standings));
    }

    private static double epoch(Field field, Task task) {
        for (Lane lane : field.lanes()) {
            if (lane.running() && task.data().rows() > 0) {
                return (double) lane.step * lane.batch / task.data().rows();
            }
        }
        return 0;
    }

    private static RaceSnapshot.Standing standing(Lane lane, Task task, boolean moving, long now) {
        double speed = moving && lane.running() ? lane.meter.perSecond(now) : 0;
        return new RaceSnapshot.Standing(lane.id, lane.outcome, lane.step, lane.recent().told(lane.step), lane.shown().loss(),
                task.metricName(),
                lane.shown().metric(), lane.shownRate(), speed, lane.outcomeStep, lane.outcomeValue, lane.outcomeWhat,
                lane.shown().lossSpread(), lane.shown().metricSpread());
    }

    private void show(RaceSnapshot snapshot) {
        latest.set(snapshot);
        synchronized (this) {
            notifyAll();
        }
    }

    /** Waits for a snapshot of some kind; returns the latest, whether or not it came in time. */
    synchronized RaceSnapshot await(Predicate<RaceSnapshot> wanted, long millis) throws InterruptedException {
        long end = System.nanoTime() + millis * 1_000_000;
        while (!wanted.test(latest.get())) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                break;
            }
            wait(left);
        }
        return latest.get();
    }
}
