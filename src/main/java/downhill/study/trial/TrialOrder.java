package downhill.study.trial;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which of several trials did better. */
public final class TrialOrder {
    /**
     * The best first: those that are complete by their loss, then those given up, the later the better and then by what they had come to,
     * then those that failed; the earlier where two are equal. As Optuna's TPE ranks them.
     */
    public static final Comparator<Trial> BEST_FIRST = Comparator.<Trial>comparingInt(trial -> group(trial.state()))
            .thenComparing(TrialOrder::reached, Comparator.reverseOrder()).thenComparingDouble(TrialOrder::value)
            .thenComparingInt(Trial::number);

    private TrialOrder() {
    }

    /** Those that ended, the best first. */
    public static List<Trial> ranked(List<Trial> trials) {
        return trials.stream().filter(trial -> trial.state().ended()).sorted(BEST_FIRST).toList();
    }

    /** The one that is complete with the least loss, if any is. */
    public static Optional<Trial> best(List<Trial> trials) {
        return trials.stream().filter(trial -> trial.state() == TrialState.COMPLETE && !Double.isNaN(trial.loss())).min(BEST_FIRST);
    }

    private static int group(TrialState state) {
        return switch (state) {
            case COMPLETE -> 0;
            case PRUNED -> 1;
            case FAILED -> 2;
            default -> 3;
        };
    }

    private static long reached(Trial trial) {
        return trial.state() == TrialState.COMPLETE || trial.reports().isEmpty() ? 0 : trial.reports().lastKey();
    }

    private static double value(Trial trial) {
        return trial.state() == TrialState.COMPLETE ? trial.loss() : trial.latest();
    }
}
