package downhill.ui.screen.explain;

import downhill.race.Racing;
import downhill.race.history.PathPoint;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** Goes along the history by the time line, as fast as the pictures follow, until it ends or a person goes elsewhere. FX thread. */
final class Playback {
    private static final int STEPS = 60;
    private static final long LEAST_NANOS = 100_000_000L;
    /** So long is waited for pictures; whoever is slower misses some steps. */
    private static final long MOST_NANOS = 600_000_000L;
    /** A step that does not come in that time never does. */
    private static final long LOST_NANOS = 10_000_000_000L;

    private final ExplainModel model;
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper(this, "playing");
    private List<Long> steps = List.of();
    private Racing race;
    private int at;
    private long since;

    Playback(ExplainModel model) {
        this.model = model;
    }

    ReadOnlyBooleanProperty playingProperty() {
        return playing.getReadOnlyProperty();
    }

    /** Whether there is a history of more than one moment. */
    boolean hasHistory() {
        return model.path().size() > 1;
    }

    /** Begins with the first step, or ends where it is. */
    void toggle(long now) {
        if (playing.get()) {
            playing.set(false);
            return;
        }
        if (hasHistory() && !model.isRunning()) {
            race = model.session().race().racing();
            List<PathPoint> path = model.path();
            steps = IntStream.rangeClosed(0, STEPS).mapToObj(i -> path.get((int) ((long) i * (path.size() - 1) / STEPS)).step()).distinct()
                    .toList();
            playing.set(true);
            go(0, now);
        }
    }

    private void go(int next, long now) {
        at = next;
        since = now;
        model.session().race().seek(steps.get(at));
    }

    /** Once a frame: goes on where the pictures are there. */
    void frame(long now) {
        if (!playing.get()) {
            return;
        }
        Asked asked = model.askedProperty().get();
        if (model.isRunning() || asked == null || model.session().race().racing() != race || now - since > LOST_NANOS) {
            playing.set(false);
            return;
        }
        boolean there = asked.step() == steps.get(at);
        boolean drawn = there && now - since > LEAST_NANOS && (!model.work().isBusy() || now - since > MOST_NANOS);
        if (drawn && at + 1 < steps.size()) {
            go(at + 1, now);
        } else if (drawn || !there && at > 0 && isElsewhere(asked.step())) {
            playing.set(false);
        }
    }

    /** Neither where it was nor where it goes: a person has taken hold of the time line. */
    private boolean isElsewhere(long step) {
        return step != steps.get(at - 1) && step != steps.get(at);
    }
}
