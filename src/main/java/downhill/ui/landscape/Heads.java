package downhill.ui.landscape;

import downhill.engine.train.RunState;
import downhill.race.RaceSnapshot;
import downhill.ui.session.Racing;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Asks the race where everybody stands, whenever somebody has moved and the last answer is there. FX thread. */
final class Heads {
    private Racing race;
    private List<Object> asked = List.of();
    private CompletableFuture<Map<String, RunState>> answer;
    private Map<String, RunState> latest = Map.of();

    /** The last answer; empty before the first. */
    Map<String, RunState> latest() {
        return latest;
    }

    /** Takes an answer that has come, and asks again where {@code now} differs from what was answered. */
    void ask(Racing of, RaceSnapshot now) {
        if (of != race) {
            race = of;
            asked = List.of();
            answer = null;
            latest = Map.of();
        }
        if (answer != null && answer.isDone()) {
            latest = answer.isCompletedExceptionally() ? latest : answer.join();
            answer = null;
        }
        List<Object> positions = positions(now);
        if (race != null && answer == null && race.layout().isPresent() && !positions.equals(asked)) {
            asked = positions;
            answer = race.states();
        }
    }

    /** Whether {@link #latest()} is where everybody stands {@code now}. */
    boolean isAnswered(RaceSnapshot now) {
        return answer == null && positions(now).equals(asked);
    }

    private static List<Object> positions(RaceSnapshot now) {
        return now.contenders().stream().<Object>map(one -> List.of(one.id(), one.step(), one.outcome())).toList();
    }
}
