package downhill.ui.session;

import downhill.data.Prepared;
import downhill.race.Experiment;

/** Makes races; the engine behind them may take seconds to load. */
@FunctionalInterface
public interface RaceOpener {
    /**
     * Returns at once or after a while; called off the FX thread.
     *
     * @param prepared what is trained on; null for a surface
     */
    Racing open(Experiment experiment, Prepared prepared);
}
