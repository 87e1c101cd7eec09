package downhill.data.csv;

import downhill.data.ColumnReading;
import downhill.data.DataException;
import downhill.data.Reading;
import downhill.data.Wanted;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;

/**
 * Finds the columns wanted in another file than that of training, by their names alone. A column goes to the one that is called
 * exactly so; of several called so, the first to the first. What is left over goes to one whose name is composed or spaced otherwise,
 * then to one that differs in case, unless the name was that of another column of training, and never twice.
 */
final class ColumnMatch {
    private final Layout layout;
    private final List<String> originals;
    private final Wanted wanted;
    private final int[] places;
    private final Set<Integer> taken = new HashSet<>();

    private ColumnMatch(Layout layout, Wanted wanted) {
        this.layout = layout;
        this.originals = layout.originals().stream().map(String::strip).toList();
        this.wanted = wanted;
        this.places = new int[wanted.columns().size()];
        Arrays.fill(places, -1);
    }

    /**
     * Place in the file for each column wanted, −1 where it is not there.
     *
     * @throws DataException where two columns differ in case only from the one that is wanted
     */
    static int[] of(Layout layout, Wanted wanted) {
        ColumnMatch match = new ColumnMatch(layout, wanted);
        match.exact();
        match.rest((name, j) -> name.equals(match.originals.get(j)) || name.equals(layout.names().get(j)) && match.hasOwnName(j));
        match.forget();
        match.rest((name, j) -> spaced(name).equals(spaced(match.originals.get(j))));
        match.rest((name, j) -> folded(name).equals(folded(match.originals.get(j))));
        return match.places;
    }

    private static String folded(String name) {
        return spaced(name).toLowerCase(Locale.ROOT);
    }

    /** With one plain space for any space between words, such as one that does not break, or for several. */
    private static String spaced(String name) {
        return Texts.name(name).replaceAll("[\\s\\p{Z}]+", " ").strip();
    }

    private ColumnReading reading(int i) {
        Reading reading = wanted.reading();
        return reading == null ? null : reading.column(wanted.columns().get(i).name()).orElse(null);
    }

    private void exact() {
        Map<String, List<Integer>> byName = new HashMap<>();
        IntStream.range(0, originals.size()).forEach(j -> byName.computeIfAbsent(originals.get(j), name -> new ArrayList<>()).add(j));
        for (int i = 0; i < places.length; i++) {
            ColumnReading reading = reading(i);
            List<Integer> alike = reading == null || reading.original().isBlank() ? List.of()
                    : byName.getOrDefault(reading.original().strip(), List.of());
            if (reading != null && reading.occurrence() <= alike.size()) {
                take(i, alike.get(reading.occurrence() - 1));
            }
        }
    }

    private void take(int i, int place) {
        places[i] = place;
        taken.add(place);
    }

    /** A column without a name has one that tells its place; one whose name was changed because it is taken has not. */
    private boolean hasOwnName(int j) {
        return originals.get(j).isBlank() || wanted.reading() == null;
    }

    /** Columns that were there in training under just this name are not what is wanted under another. */
    private void forget() {
        if (wanted.reading() != null) {
            Set<String> known = new HashSet<>();
            wanted.reading().columns().values().forEach(column -> known.add(column.original().strip()));
            IntStream.range(0, originals.size()).filter(j -> known.contains(originals.get(j))).forEach(taken::add);
        }
    }

    private void rest(BiPredicate<String, Integer> alike) {
        for (int i = 0; i < places.length; i++) {
            String name = wanted.columns().get(i).name();
            ColumnReading reading = reading(i);
            String original = reading == null || reading.original().isBlank() ? name : reading.original().strip();
            int[] found = places[i] >= 0 ? new int[0] : IntStream.range(0, originals.size()).filter(j -> !taken.contains(j))
                    .filter(j -> alike.test(original, j) || alike.test(name, j)).toArray();
            if (found.length > 0) {
                take(i, one(found, name, reading == null ? 1 : reading.occurrence()));
            }
        }
    }

    /** Of names that are alike to the letter, the one whose turn it is. */
    private int one(int[] found, String name, int occurrence) {
        long different = IntStream.of(found).mapToObj(originals::get).distinct().count();
        if (different > 1) {
            Said names = IntStream.of(found).mapToObj(layout.originals()::get).map(text -> Said.plain("\"" + text + "\""))
                    .reduce((before, last) -> Said.of("csv.names.and", before, last)).orElseThrow();
            throw new DataException(Said.of("needs.column.alike", name, names));
        }
        return found[Math.min(occurrence, found.length) - 1];
    }
}
