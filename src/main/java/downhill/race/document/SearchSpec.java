package downhill.race.document;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What settings of an experiment are searched for, and how. No race depends on it.
 *
 * @param vary     a knob each, as {@code tune --vary} has it
 * @param settings of the search by the names of their options, as they are typed; those left out as usual
 * @param store    file of the trials; null to keep them in memory
 * @param study    name of the study in its file; null for the usual one
 */
public record SearchSpec(List<String> vary, Map<String, String> settings, String store, String study) {
    /** Keeps copies. */
    public SearchSpec {
        vary = List.copyOf(vary);
        settings = java.util.Collections.unmodifiableMap(new TreeMap<>(settings));
    }
}
