package downhill.study.automl;

import downhill.study.sample.Sampler;
import downhill.study.sample.TpeSampler;
import downhill.study.space.SearchSpace;
import downhill.study.trial.Trial;
import java.util.List;
import java.util.Map;

/**
 * The points to begin with, in their order; then what the tree-structured Parzen estimator chooses.
 *
 * @param first points of the space
 */
record StagedSampler(List<Map<String, Object>> first, TpeSampler then) implements Sampler {
    /** How many are chosen together after those to begin with: they learn from those before them, and train side by side. */
    private static final int TOGETHER = 6;

    @Override
    public int together(SearchSpace space) {
        return TOGETHER;
    }

    @Override
    public Map<String, Object> next(SearchSpace space, List<Trial> before, int number) {
        return number < first.size() ? first.get(number) : then.next(space, before, number);
    }
}
