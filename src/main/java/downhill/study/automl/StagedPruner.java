package downhill.study.automl;

import downhill.study.stop.Pruner;
import downhill.study.trial.Trial;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Successive halving over all that was ever tried: at a tenth of the steps goes on who is in the best half of all that came there, at three
 * tenths who is in the best third. What is tried first comes to its end, so that there is one of each kind to hold the others against.
 *
 * @param stages how many are tried in each of the stages at the beginning
 */
record StagedPruner(List<Integer> stages) implements Pruner {
    private static final int PARTS = 10;
    private static final int SECOND = 3;
    private static final int HALF = 2;
    private static final int THIRD = 3;

    StagedPruner {
        stages = List.copyOf(stages);
    }

    /** Each stage is a bracket of its own. */
    @Override
    public int brackets(long budget) {
        return Integer.MAX_VALUE;
    }

    @Override
    public int together(int bracket, int wish, long budget) {
        return bracket < stages.size() ? stages.get(bracket) : wish;
    }

    @Override
    public List<Long> rungs(int bracket, long budget) {
        return bracket < stages.size() ? List.of() : Stream.of(budget / PARTS, budget * SECOND / PARTS).filter(step -> step > 0).toList();
    }

    @Override
    public Set<Integer> losers(long step, List<Trial> racing, List<Trial> others) {
        List<Trial> all = Stream.concat(others.stream(), racing.stream()).filter(trial -> trial.reports().containsKey(step))
                .filter(trial -> Double.isFinite(trial.reports().get(step)))
                .sorted(Comparator.<Trial>comparingDouble(trial -> trial.reports().get(step)).thenComparing(Trial::number)).toList();
        boolean first = racing.stream().allMatch(trial -> trial.reports().firstKey() == step);
        int parts = first ? HALF : THIRD;
        Set<Integer> stay = all.stream().limit((all.size() + parts - 1) / parts).map(Trial::number).collect(Collectors.toSet());
        return racing.stream().map(Trial::number).filter(number -> !stay.contains(number)).collect(Collectors.toSet());
    }
}
