package downhill.data.csv;

import downhill.data.LabelColumn;
import downhill.data.prepare.Categories;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Categories that differ only by case, by spaces or by letters composed otherwise, as {@code Wien}, {@code wien} and {@code WIEN} do:
 * whether they mean the same only a person can tell, so that nothing is changed.
 *
 * @param groups those that are alike, each in the order of the file; at least one
 */
record Alike(List<List<String>> groups) {
    private static final Pattern SPACES = Pattern.compile(" +");
    private static final int SHOWN = 3;

    /** The groups of a column; empty where there is none. */
    static Optional<Alike> of(LabelColumn column) {
        Map<String, String> first = new LinkedHashMap<>();
        Map<String, List<String>> groups = new LinkedHashMap<>();
        for (String label : column.labels()) {
            String form = form(label);
            String before = first.putIfAbsent(form, label);
            if (before != null) {
                groups.computeIfAbsent(form, any -> new ArrayList<>(List.of(before))).add(label);
            }
        }
        return groups.isEmpty() ? Optional.empty() : Optional.of(new Alike(List.copyOf(groups.values())));
    }

    private static String form(String label) {
        return SPACES.matcher(Categories.normal(label)).replaceAll(" ").toLowerCase(Locale.ROOT);
    }

    /** The first of them, for lists of problems. */
    String example() {
        return groups.get(0).get(0);
    }

    /** Names the first groups, and how many more there are. */
    Said said() {
        List<Said> shown = groups.stream().limit(SHOWN).map(Alike::said).toList();
        int more = groups.size() - shown.size();
        return more == 0 ? Said.of("csv.say.alike", Said.list(shown)) : Said.of("csv.say.alike.more", Said.list(shown), more);
    }

    private static Said said(List<String> group) {
        List<String> clipped = group.stream().limit(SHOWN).map(Texts::clip).toList();
        String first = clipped.get(0);
        String second = clipped.get(1);
        if (group.size() == 2) {
            return Said.of("csv.alike.pair", first, second);
        }
        return group.size() == SHOWN ? Said.of("csv.alike.three", first, second, clipped.get(2))
                : Said.of("csv.alike.more", first, second, clipped.get(2));
    }
}
