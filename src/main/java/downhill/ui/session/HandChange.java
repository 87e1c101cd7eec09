package downhill.ui.session;

import downhill.race.ContenderSpec;
import downhill.race.ContenderSpec.Change;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A hyperparameter set by hand. */
final class HandChange {
    private HandChange() {
    }

    /** During the race: one of several changes at the same step replaces the one before. */
    static ContenderSpec of(ContenderSpec contender, long step, String key, double value) {
        List<Change> changes = new ArrayList<>(contender.changes());
        changes.removeIf(change -> change.step() == step && change.key().equals(key));
        changes.add(new Change(step, key, value));
        return contender.withChanges(changes);
    }

    /** Before the race. */
    static ContenderSpec before(ContenderSpec contender, String key, double value) {
        Map<String, Double> values = new HashMap<>(contender.hyperparameters());
        values.put(key, value);
        return contender.withHyperparameters(values);
    }
}
