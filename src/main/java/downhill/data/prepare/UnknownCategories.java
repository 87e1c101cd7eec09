package downhill.data.prepare;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Categories that training did not have, by column, and how often each came. */
final class UnknownCategories {
    private final Map<String, Map<String, Integer>> counts = new LinkedHashMap<>();

    void add(String column, String category, int times) {
        counts.computeIfAbsent(column, name -> new TreeMap<>()).merge(category, times, Integer::sum);
    }

    void add(UnknownCategories other) {
        other.counts.forEach((column, each) -> each.forEach((category, times) -> add(column, category, times)));
    }

    Map<String, Map<String, Integer>> counts() {
        return counts;
    }
}
