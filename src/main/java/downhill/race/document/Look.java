package downhill.race.document;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * One look at the rows under seal: what was set when they were opened, so that every later report can say what has become another since.
 * A choice made after a look may be owed to it.
 *
 * @param at       when, ISO 8601 in UTC
 * @param settings what was set, by its place in the document, such as {@code training.steps}; a contender's by its name, such as
 *                 {@code Adam.learningRate}
 */
public record Look(String at, Map<String, String> settings) {
    /**
     * What is set otherwise.
     *
     * @param was null where it was not there
     * @param now null where it is gone
     */
    public record Difference(String was, String now) {
    }

    public Look {
        settings = Map.copyOf(settings);
    }

    /** What has become another since, by its place, in alphabetical order. */
    public Map<String, Difference> since(Map<String, String> now) {
        Set<String> places = new TreeSet<>(settings.keySet());
        places.addAll(now.keySet());
        Map<String, Difference> others = new LinkedHashMap<>();
        places.stream().filter(place -> !java.util.Objects.equals(settings.get(place), now.get(place)))
                .forEach(place -> others.put(place, new Difference(settings.get(place), now.get(place))));
        return others;
    }
}
