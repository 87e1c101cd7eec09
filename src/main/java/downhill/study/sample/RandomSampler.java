package downhill.study.sample;

import downhill.study.space.Knob;
import downhill.study.space.SearchSpace;
import downhill.study.trial.Trial;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Every knob evenly at random and on its own (Bergstra and Bengio 2012).
 *
 * @param seed of all draws
 */
public record RandomSampler(long seed) implements Sampler {
    private static final int TOGETHER = 16;

    @Override
    public boolean learns() {
        return false;
    }

    @Override
    public int together(SearchSpace space) {
        return TOGETHER;
    }

    @Override
    public Map<String, Object> next(SearchSpace space, List<Trial> before, int number) {
        SplittableRandom random = Draws.of(seed, number);
        Map<Knob, Double> units = new HashMap<>();
        space.knobs().forEach(knob -> units.put(knob, random.nextDouble()));
        return space.values(units::get);
    }
}
