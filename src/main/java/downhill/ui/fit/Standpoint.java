package downhill.ui.fit;

import downhill.engine.graph.ParameterLayout;
import downhill.engine.train.RunState;
import java.util.List;
import java.util.Map;

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

    /** The first seed's state of a contender: what pictures show; null for those left out. */
    public RunState state(String contender) {
        return seeds.containsKey(contender) ? seeds.get(contender).get(0) : null;
    }
}
