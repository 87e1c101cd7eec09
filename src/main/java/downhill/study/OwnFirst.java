package downhill.study;

import downhill.study.sample.RandomSampler;
import downhill.study.sample.Sampler;
import downhill.study.space.SearchSpace;
import downhill.study.trial.Trial;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** A contender as it is, then others by chance: so no tuning is worse than none where it is judged, and budgets can be compared. */
final class OwnFirst implements Sampler {
    private final Sampler random;

    OwnFirst(long seed) {
        random = new RandomSampler(seed);
    }

    @Override
    public void check(SearchSpace space) {
        random.check(space);
    }

    @Override
    public int together(SearchSpace space) {
        return random.together(space);
    }

    @Override
    public OptionalInt most(SearchSpace space) {
        return OptionalInt.empty();
    }

    @Override
    public Map<String, Object> next(SearchSpace space, List<Trial> before, int number) {
        return number == 0 ? Map.of() : random.next(space, before, number - 1);
    }
}
