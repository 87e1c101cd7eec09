package downhill.study.stop;

import downhill.study.trial.Trial;
import java.util.List;
import java.util.Set;

/**
 * Gives up trials that do worse than others. Trials that were chosen together are trained side by side and wait for each other at each
 * rung; what is decided there depends on what was reported alone, so that a study that was interrupted decides the same.
 */
public interface Pruner {
    /**
     * How many trials begin together.
     *
     * @param bracket in turn, from 0
     * @param wish    how many the sampler likes
     * @param budget  steps of a trial
     */
    default int together(int bracket, int wish, long budget) {
        return wish;
    }

    /** How many brackets take turns, at least 1. */
    default int brackets(long budget) {
        return 1;
    }

    /** Steps at which it is decided who goes on, ascending, below {@code budget}. */
    List<Long> rungs(int bracket, long budget);

    /**
     * Numbers of those that are given up at a rung.
     *
     * @param step   the rung
     * @param racing trials that began together and have a report at this rung
     * @param others all that began before them
     */
    Set<Integer> losers(long step, List<Trial> racing, List<Trial> others);
}
