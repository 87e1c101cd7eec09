package downhill.ui.session;

import downhill.race.RaceSnapshot;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** How the race stands, no more often than eyes and processor can take it while it runs. FX thread. */
final class SnapshotFeed {
    private static final double FRAMES = 33;
    private static final double READABLE = 8;

    private final ReadOnlyObjectWrapper<RaceSnapshot> seen = new ReadOnlyObjectWrapper<>(this, "snapshot", Snapshots.PREPARING);
    private final ReadOnlyObjectWrapper<RaceSnapshot> read = new ReadOnlyObjectWrapper<>(this, "read", Snapshots.PREPARING);
    /** More than half of sixty pulses. */
    private final Pace pace = new Pace(FRAMES);
    /** One pace for all words of the window, so that they change in one frame and leave the others to the curves. */
    private final Pace readable = new Pace(READABLE);

    /** What is watched: new at most once a frame. */
    ReadOnlyObjectProperty<RaceSnapshot> seenProperty() {
        return seen.getReadOnlyProperty();
    }

    /** What is read in numbers: new some times a second. */
    ReadOnlyObjectProperty<RaceSnapshot> readProperty() {
        return read.getReadOnlyProperty();
    }

    /** Whether it is time for a state: always for a change of state or of a race that stands, at its pace for one that runs. */
    boolean wants(RaceSnapshot now) {
        boolean sameState = now.state() == seen.get().state();
        return !sameState || now.version() != seen.get().version() && (!Snapshots.isRunning(now) || pace.isTime());
    }

    void show(RaceSnapshot now) {
        seen.set(now);
    }

    void tell(RaceSnapshot now) {
        if (!Snapshots.isRunning(now) || readable.isTime()) {
            read.set(now);
        }
    }
}
