package downhill.study.stop;

import downhill.study.trial.Trial;
import java.util.List;
import java.util.Set;

/** Trains every trial to its end. */
public record NoPruner() implements Pruner {
    @Override
    public List<Long> rungs(int bracket, long budget) {
        return List.of();
    }

    @Override
    public Set<Integer> losers(long step, List<Trial> racing, List<Trial> others) {
        return Set.of();
    }
}
