package downhill.ui.session;

import downhill.race.RaceSnapshot;
import downhill.race.RaceState;
import java.util.List;
import java.util.Optional;

/** Questions to a snapshot. */
public final class Snapshots {
    /** Nothing is ready yet. */
    public static final RaceSnapshot PREPARING = new RaceSnapshot(-1, RaceState.PREPARING, 0, 0, 0, null, List.of());

    private Snapshots() {
    }

    /** How a contender stands; empty until the race knows it. */
    public static Optional<RaceSnapshot.Standing> of(RaceSnapshot snapshot, String contender) {
        return snapshot.contenders().stream().filter(one -> one.id().equals(contender)).findFirst();
    }

    /** Whether the race runs. */
    public static boolean isRunning(RaceSnapshot snapshot) {
        return snapshot.state() == RaceState.RUNNING;
    }
}
