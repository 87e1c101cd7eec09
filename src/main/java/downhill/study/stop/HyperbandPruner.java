package downhill.study.stop;

import downhill.study.trial.Trial;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Hyperband (Li et al. 2018): brackets take turns. The first begins with many trials and gives most of them up soon, the last with few and
 * gives none up; in bracket s of s_max, ⌈(s_max + 1) / (s + 1) · 3^s⌉ trials begin, report first after budget / 3^s steps, and at each rung
 * the best third of them goes on.
 */
public record HyperbandPruner() implements Pruner {
    private static final int HALVINGS = 4;

    private static int most(long budget) {
        return Rungs.halvings(budget, HALVINGS);
    }

    /** How often a bracket is cut. */
    private static int cuts(int bracket, long budget) {
        int brackets = most(budget) + 1;
        return most(budget) - bracket % brackets;
    }

    /** What the sampler likes does not matter. */
    @Override
    public int together(int bracket, int wish, long budget) {
        int s = cuts(bracket, budget);
        return (int) Math.ceil((most(budget) + 1.0) / (s + 1) * Math.pow(Rungs.ETA, s) - 1e-9);
    }

    @Override
    public int brackets(long budget) {
        return most(budget) + 1;
    }

    @Override
    public List<Long> rungs(int bracket, long budget) {
        int s = cuts(bracket, budget);
        return Rungs.geometric(budget, s);
    }

    @Override
    public Set<Integer> losers(long step, List<Trial> racing, List<Trial> others) {
        return racing.stream().sorted(Ladder.at(step)).skip(Math.max(1, racing.size() / Rungs.ETA)).map(Trial::number)
                .collect(Collectors.toSet());
    }
}
