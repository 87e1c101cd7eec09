package downhill.race;

import downhill.engine.Precision;
import downhill.engine.train.RunState;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds what was the first to be infinite or not a number in contenders that diverged, by repeating their last two steps beside the race:
 * a number of the gradient, else a parameter, else one of the state in which its rule asks it, else the loss alone. Steps are counted as
 * everywhere, by the updates done before.
 */
final class Breakdown {
    private final Task task;
    private final Precision precision;
    private final Replay replay;

    Breakdown(Task task, Precision precision, Replay replay) {
        this.task = task;
        this.precision = precision;
        this.replay = replay;
    }

    /** Those that have diverged and are not explained yet. */
    void explain(Collection<Lane> lanes) {
        lanes.stream().filter(lane -> lane.outcome == Outcome.DIVERGED && lane.outcomeWhat == null).forEach(this::explain);
    }

    private void explain(Lane lane) {
        long step = lane.outcomeStep;
        RunState[] now = replay.at(lane, step).runs();
        for (int seed = 0; seed < now.length; seed++) {
            int lost = notFinite(now[seed].parameters());
            if (lost >= 0 && !byGradient(lane, seed, step - 1)) {
                say(lane, Lost.PARAMETER, List.of(name(lost)), seed, step, now[seed].parameters()[lost]);
            }
            if (lost >= 0) {
                return;
            }
        }
        if (!byAnswer(lane, now)) {
            int seed = Math.max(0, notFinite(lane.seedLosses));
            say(lane, Lost.LOSS, List.of(), seed, step, lane.seedLosses[seed]);
        }
    }

    /** Whether the state in which a contender is asked was not finite; then it is said. */
    private boolean byAnswer(Lane lane, RunState[] now) {
        for (int seed = 0; seed < now.length; seed++) {
            int lost = notFinite(now[seed].answer());
            if (lost >= 0) {
                say(lane, Lost.ANSWER, List.of(lane.rule.answer(), name(lost)), seed, lane.outcomeStep, now[seed].answer()[lost]);
                return true;
            }
        }
        return false;
    }

    /** Whether the update after {@code step} others had a gradient that was not finite; then it is said. */
    private boolean byGradient(Lane lane, int seed, long step) {
        if (step < lane.birth) {
            return false;
        }
        double[] gradient = task.gradient(lane.batch, lane.seeds[seed], replay.at(lane, step).runs()[seed].parameters(), step, precision);
        int lost = notFinite(gradient);
        if (lost >= 0) {
            say(lane, Lost.GRADIENT, List.of(name(lost)), seed, step, gradient[lost]);
        }
        return lost >= 0;
    }

    private static void say(Lane lane, Lost what, List<String> names, int seed, long step, double value) {
        lane.outcomeWhat = what.said(lane.seeds.length > 1 ? lane.seeds[seed] : null, step, names);
        lane.outcomeValue = value;
    }

    /** Index of the first number that is not finite, or −1. */
    static int notFinite(double[] values) {
        return IntStream.range(0, values.length).filter(i -> !Double.isFinite(values[i])).findFirst().orElse(-1);
    }

    private String name(int index) {
        return ParameterNames.of(task.layout(), task.prepared() == null ? List.of() : task.prepared().featureNames()).get(index);
    }
}
