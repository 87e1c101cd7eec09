package downhill.ui.session;

import downhill.race.Experiment;
import java.nio.file.Path;

/** Makes races; the engine behind them may take seconds to load. */
@FunctionalInterface
public interface RaceOpener {
    /**
     * Returns at once or after a while; called off the FX thread.
     *
     * @param folder where relative paths start; null for the working folder
     */
    Racing open(Experiment experiment, Path folder);
}
