package downhill.race;

import downhill.engine.Precision;
import downhill.race.document.TrainingSpec;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** Repeats a contender's course from a key-frame, beside the race and without disturbing it. */
final class Replay {
    private final Task task;
    private final TrainingSpec training;
    private final Precision precision;
    private final Arrival arrival;
    private final BooleanSupplier cancelled;

    Replay(Task task, TrainingSpec training, Precision precision, Arrival arrival, BooleanSupplier cancelled) {
        this.task = task;
        this.training = training;
        this.precision = precision;
        this.arrival = arrival;
        this.cancelled = cancelled;
    }

    /** Everything about a contender after {@code step} updates, bit for bit as it was. */
    KeyFrame at(Lane lane, long step) {
        if (step < lane.birth || step > lane.recorded()) {
            throw new RefusedException(Said.of("race.step.unknown", step, lane.spec.name(), lane.birth, lane.recorded()));
        }
        if (lane.outcome.ended() && lane.step == step && lane.states != null) {
            return new KeyFrame(step, lane.states, lane.best);
        }
        KeyFrame frame = lane.frames.before(step);
        return frame.step() == step ? frame : run(lane.shadow(step), step, new int[0], false);
    }

    /** Everything about a contender that is in no race after {@code step} updates from its birth. */
    KeyFrame grown(Lane unseen, long step) {
        Lane shadow = unseen.shadow(unseen.birth);
        KeyFrame moment = step < shadow.birth ? null : run(shadow, step, new int[0], true);
        if (moment == null || moment.step() != step || moment.runs() == null) {
            throw new RefusedException(Said.of("race.step.fork", unseen.spec.name(), step));
        }
        return moment;
    }

    /** Records a contender's course anew from a key-frame on at which the history can be cut exactly. */
    void record(Lane lane, long step, int[] watched) {
        KeyFrame frame = lane.frames.before(step);
        while (frame.step() > lane.birth && !lane.history.exactAt(frame.step())) {
            frame = lane.frames.before(frame.step() - 1);
        }
        lane.history.truncate(frame.step());
        run(lane.again(frame), step, watched, false);
        lane.history.publish();
    }

    /** @param newborn whether what is done at its birth has still to be done; a key-frame is made after it */
    private KeyFrame run(Lane shadow, long step, int[] watched, boolean newborn) {
        try (Team team = new Team(task, training, precision, 1, List.of(shadow), watched)) {
            if (newborn) {
                arrival.at(shadow, team);
            }
            while (shadow.running() && shadow.step < step) {
                if (cancelled.getAsBoolean()) {
                    throw new CancellationException("the race was closed");
                }
                long to = Math.min(step, arrival.next(shadow));
                team.advance((int) Math.min(to - shadow.step, team.capacity()), null);
                arrival.at(shadow, team);
            }
            return new KeyFrame(shadow.step, shadow.running() ? team.save(shadow) : shadow.states, shadow.best);
        }
    }
}
