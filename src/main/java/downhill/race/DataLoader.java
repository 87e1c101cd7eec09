package downhill.race;

import downhill.data.DataSpec;
import downhill.data.Progress;
import downhill.data.prepare.Prepared;

/** Gets the data of an experiment ready; called on the race's thread. */
public interface DataLoader {
    /**
     * @param progress told how far it is, and whether to give up
     * @throws downhill.data.DataException where the data cannot be used, with a message for the user
     */
    Prepared load(DataSpec spec, Progress progress);
}
