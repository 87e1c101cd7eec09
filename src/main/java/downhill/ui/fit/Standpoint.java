package downhill.ui.fit;

import downhill.engine.graph.ParameterLayout;
import downhill.engine.train.RunState;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Where everybody stood at one moment.
 *
 * @param site   model and data
 * @param layout places of the parameters
 * @param seeds  states of all seeds, the first one first, by contender; those that diverged or failed are left out
 */
public record Standpoint(FitSite site, ParameterLayout layout, Map<String, List<RunState>> seeds) {
    public Standpoint {
        seeds = Map.copyOf(seeds);
    }

    /** The first seed's state of each contender: what pictures show. */
    public Map<String, RunState> states() {
        return seeds.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, one -> one.getValue().get(0)));
    }
}
