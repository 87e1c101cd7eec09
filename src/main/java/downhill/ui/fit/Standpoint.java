package downhill.ui.fit;

import downhill.engine.graph.ParameterLayout;
import downhill.engine.train.RunState;
import java.util.Map;

/**
 * Where everybody stood at one moment.
 *
 * @param site   model and data
 * @param layout places of the parameters
 * @param states by contender; those that diverged or failed are left out
 */
public record Standpoint(FitSite site, ParameterLayout layout, Map<String, RunState> states) {
    public Standpoint {
        states = Map.copyOf(states);
    }
}
