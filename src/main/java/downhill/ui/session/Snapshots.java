package downhill.ui.session;

import downhill.race.Outcome;
import downhill.race.RaceSnapshot;
import downhill.race.RaceState;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.i18n.Spoken;
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

    /** How one that diverged ended: the step, and what was not finite where. A session of an earlier version may not say at which step. */
    public static String divergence(RaceSnapshot.Standing standing) {
        String at = Numbers.count(standing.outcomeStep());
        String value = Double.isNaN(standing.outcomeValue()) ? "NaN" : Numbers.format(standing.outcomeValue());
        return standing.outcomeWhat() == null ? Messages.text("results.diverged", at)
                : Messages.text("results.diverged.what", at, Spoken.text(standing.outcomeWhat()), value);
    }

    /** Whether a contender branches off later than the step shown. */
    public static boolean isUnborn(RaceSnapshot snapshot, String contender) {
        return of(snapshot, contender).map(one -> one.outcome() == Outcome.UNBORN).orElse(false);
    }

    /** Whether the race runs. */
    public static boolean isRunning(RaceSnapshot snapshot) {
        return snapshot.state() == RaceState.RUNNING;
    }
}
