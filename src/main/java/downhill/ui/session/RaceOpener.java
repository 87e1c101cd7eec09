package downhill.ui.session;

import downhill.data.prepare.Prepared;
import downhill.race.Checkpoint;
import downhill.race.document.Experiment;

/** Makes races; the engine behind them may take seconds to load. */
@FunctionalInterface
public interface RaceOpener {
    /**
     * Returns at once or after a while; called off the FX thread.
     *
     * @param prepared what is trained on; null for a surface
     */
    Racing open(Experiment experiment, Prepared prepared);

    /** The same, going on where a race was saved; {@code from} is null for the start. */
    default Racing open(Experiment experiment, Prepared prepared, Checkpoint from) {
        return open(experiment, prepared);
    }
}
