package downhill.study.stop;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.study.trial.Trial;
import downhill.study.trial.TrialState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Trials that wait for each other at the rungs cost no more steps than those that come there one at a time, as ASHA has them. */
class GenerationsTest {
    private static final long BUDGET = 810;

    /** Steps that 200 trials take of which so many begin together; losses are as random as they can be. */
    private static long steps(int together, long seed) {
        HalvingPruner pruner = new HalvingPruner();
        Random random = new Random(seed);
        List<Trial> before = new ArrayList<>();
        long all = 0;
        for (int first = 0; first < 200; first += together) {
            List<Trial> racing = new ArrayList<>();
            for (int i = 0; i < together; i++) {
                racing.add(Trial.begun(first + i, Map.of(), first, 0).reporting(0, random.nextDouble()));
            }
            long at = 0;
            for (long rung : pruner.rungs(0, BUDGET)) {
                racing.replaceAll(trial -> trial.reporting(rung, trial.reports().get(0L)));
                all += racing.size() * (rung - at);
                at = rung;
                Set<Integer> losers = pruner.losers(rung, racing, before);
                racing.stream().filter(trial -> losers.contains(trial.number())).map(trial -> trial.ended(TrialState.PRUNED, Double.NaN))
                        .forEach(before::add);
                racing.removeIf(trial -> losers.contains(trial.number()));
            }
            all += racing.size() * (BUDGET - at);
            racing.forEach(trial -> before.add(trial.ended(TrialState.COMPLETE, trial.latest())));
        }
        return all;
    }

    @Test
    void whoWaitsForEachOtherTakesNoMoreStepsThanOneAtATime() {
        long alone = 0;
        long together = 0;
        for (long seed = 0; seed < 20; seed++) {
            alone += steps(1, seed);
            together += steps(10, seed);
        }
        assertThat(together).as("one at a time: %d", alone).isLessThan(alone);
    }
}
