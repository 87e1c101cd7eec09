package downhill.race.document;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A smaller form that is wished for of a model of an experiment. No race depends on it.
 *
 * @param settings by their names, as they are typed; those left out as usual
 */
public record FormSpec(Map<String, String> settings) {
    /** Keeps a copy. */
    public FormSpec {
        settings = Collections.unmodifiableMap(new TreeMap<>(settings));
    }
}
