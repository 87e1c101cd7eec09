package downhill.ui.screen.transport;

import downhill.race.Outcome;
import downhill.race.RaceSnapshot;
import downhill.race.RaceSnapshot.Standing;
import downhill.race.history.Curve;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Moments worth going back to: where a loss rose most, and where a contender diverged. */
final class Jumps {
    /** A contender put back before its divergence runs again, and its snapshot no longer tells. */
    private final Map<String, Long> diverged = new HashMap<>();

    /** The step whose update raised the loss most; empty where it never rose. */
    static OptionalLong worst(Curve loss) {
        int at = -1;
        double most = 0;
        for (int i = 1; i < loss.size(); i++) {
            double rise = loss.y()[i] - loss.y()[i - 1];
            if (rise > most) {
                most = rise;
                at = i - 1;
            }
        }
        return at < 0 ? OptionalLong.empty() : OptionalLong.of(Math.round(loss.x()[at]));
    }

    /** Takes note of who has diverged. */
    void observe(RaceSnapshot now) {
        diverged.keySet().retainAll(now.contenders().stream().map(Standing::id).collect(Collectors.toSet()));
        for (Standing one : now.contenders()) {
            if (one.outcome() == Outcome.DIVERGED) {
                diverged.put(one.id(), one.outcomeStep());
            } else if (one.step() >= diverged.getOrDefault(one.id(), Long.MAX_VALUE)) {
                diverged.remove(one.id());
            }
        }
    }

    /** The last step before a divergence: the chosen contender's, else the earliest of all; empty where nobody diverged. */
    OptionalLong divergence(String chosen) {
        OptionalLong at = diverged.containsKey(chosen) ? OptionalLong.of(diverged.get(chosen))
                : diverged.values().stream().mapToLong(Long::longValue).min();
        return at.isPresent() ? OptionalLong.of(Math.max(0, at.getAsLong() - 1)) : at;
    }
}
