package downhill.study.stop;

import downhill.study.trial.Trial;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Successive halving, by threes: at budget/27, /9 and /3 a trial goes on that is in the best third of all that ever reported there, those
 * beside it and those of before (ASHA, Li et al. 2020, but that trials which began together are compared together).
 */
public record HalvingPruner() implements Pruner {
    private static final int HALVINGS = 3;
    private static final int LEAST = 9;

    @Override
    public int together(int bracket, int wish, long budget) {
        return Math.max(LEAST, wish);
    }

    @Override
    public List<Long> rungs(int bracket, long budget) {
        return Rungs.geometric(budget, Rungs.halvings(budget, HALVINGS));
    }

    @Override
    public Set<Integer> losers(long step, List<Trial> racing, List<Trial> others) {
        List<Trial> all = Stream.concat(others.stream(), racing.stream()).filter(trial -> trial.reports().containsKey(step))
                .sorted(Ladder.at(step)).toList();
        Set<Integer> stay = all.stream().limit(Math.max(1, all.size() / Rungs.ETA)).map(Trial::number).collect(Collectors.toSet());
        return racing.stream().map(Trial::number).filter(number -> !stay.contains(number)).collect(Collectors.toSet());
    }
}
