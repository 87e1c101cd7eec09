package downhill.ui.session;

import downhill.data.prepare.Prepared;
import downhill.optim.RuleLibrary;
import downhill.race.Checkpoint;
import downhill.race.Race;
import downhill.race.RaceOptions;
import downhill.race.Racing;
import downhill.race.document.Roster;

/** Makes races; the engine behind them may take seconds to load. */
@FunctionalInterface
public interface RaceOpener {
    /**
     * Returns at once or after a while; called off the FX thread.
     *
     * @param document what is raced, which the window goes on editing
     * @param prepared what is trained on; null for a surface
     * @param from     where the race was saved, to go on from there; null for the start
     */
    Racing open(Roster document, Prepared prepared, Checkpoint from);

    /** Makes races of the engine with the rules of {@code library}. */
    static RaceOpener of(RuleLibrary library, RaceOptions options) {
        return (document, prepared, from) -> Race.open(document, prepared, library, options, from);
    }
}
