package downhill.study.stop;

import downhill.study.trial.Trial;
import downhill.study.trial.TrialState;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Gives up a trial whose best report so far is worse than the median of what complete trials reported at the same step (Golovin et al.
 * 2017), once {@value #STARTUP} are complete; as Optuna's.
 */
public record MedianPruner() implements Pruner {
    static final int STARTUP = 5;

    @Override
    public List<Long> rungs(int bracket, long budget) {
        return Rungs.even(budget);
    }

    @Override
    public Set<Integer> losers(long step, List<Trial> racing, List<Trial> others) {
        double[] complete = others.stream().filter(trial -> trial.state() == TrialState.COMPLETE && trial.reports().containsKey(step))
                .mapToDouble(trial -> trial.reports().get(step)).sorted().toArray();
        if (complete.length < STARTUP) {
            return Set.of();
        }
        double median = median(complete);
        return racing.stream().filter(trial -> best(trial, step) > median).map(Trial::number).collect(Collectors.toSet());
    }

    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static double best(Trial trial, long step) {
        return Arrays.stream(trial.reports().headMap(step + 1).values().stream().mapToDouble(each -> each).toArray()).min().orElseThrow();
    }
}
