package downhill.race;

import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/** Which state may follow which. Changed by compare-and-set; a change that is not allowed does not happen. */
final class StateMachine {
    private final AtomicReference<RaceState> state = new AtomicReference<>(RaceState.PREPARING);

    RaceState get() {
        return state.get();
    }

    boolean is(RaceState wanted) {
        return state.get() == wanted;
    }

    /** Whether the state is now {@code next}, be it by this call or before. */
    boolean go(RaceState next) {
        while (true) {
            RaceState now = state.get();
            if (now == next) {
                return true;
            }
            if (!after(now).contains(next)) {
                return false;
            }
            if (state.compareAndSet(now, next)) {
                return true;
            }
        }
    }

    private static Set<RaceState> after(RaceState now) {
        return switch (now) {
            case PREPARING -> EnumSet.of(RaceState.PAUSED, RaceState.FAILED, RaceState.CLOSED);
            case PAUSED -> EnumSet.of(RaceState.RUNNING, RaceState.ENDED, RaceState.FAILED, RaceState.CLOSED);
            case RUNNING -> EnumSet.of(RaceState.PAUSED, RaceState.ENDED, RaceState.FAILED, RaceState.CLOSED);
            case ENDED -> EnumSet.of(RaceState.PAUSED, RaceState.RUNNING, RaceState.FAILED, RaceState.CLOSED);
            case FAILED -> EnumSet.of(RaceState.CLOSED);
            case CLOSED -> EnumSet.noneOf(RaceState.class);
        };
    }
}
