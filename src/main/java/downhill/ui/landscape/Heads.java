package downhill.ui.landscape;

import downhill.engine.train.RunState;
import downhill.race.RaceSnapshot;
import downhill.race.Racing;
import downhill.ui.session.Line;
import java.util.List;
import java.util.Map;

/** Asks the race where everybody stands, whenever somebody has moved and the last answer is there. FX thread. */
final class Heads {
    private final Line line;
    private Racing race;
    private Map<String, RunState> latest = Map.of();

    Heads(Line line) {
        this.line = line;
    }

    /** The last answer; empty before the first. */
    Map<String, RunState> latest() {
        return latest;
    }

    /** Asks again where {@code now} differs from what was answered, {@code pace} nanoseconds after it asked before at the earliest. */
    void ask(Racing of, RaceSnapshot now, long pace) {
        if (of != race) {
            race = of;
            latest = Map.of();
            line.forget();
        }
        List<Object> positions = positions(now);
        if (race != null && race.layout().isPresent() && line.wants(positions, pace)) {
            line.ask(positions, race.states(), answer -> latest = answer);
        }
    }

    /** Whether {@link #latest()} is where everybody stands {@code now}. */
    boolean isAnswered(RaceSnapshot now) {
        return line.isAnswered(positions(now));
    }

    private static List<Object> positions(RaceSnapshot now) {
        return now.contenders().stream().<Object>map(one -> List.of(one.id(), one.step(), one.outcome())).toList();
    }
}
