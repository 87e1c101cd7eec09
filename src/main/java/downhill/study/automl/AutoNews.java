package downhill.study.automl;

import downhill.words.Said;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is told of trials beside what they came to: what is kept of them, what they have cost, why they failed. */
public final class AutoNews implements Serializable {
    private static final long serialVersionUID = 1L;

    private final ArrayList<Shelf.Kept> kept = new ArrayList<>();
    private final HashMap<Integer, Double> seconds = new HashMap<>();
    private final TreeMap<Integer, Shelf.Trouble> troubles = new TreeMap<>();

    void keep(Shelf.Kept one) {
        kept.add(one);
    }

    void failed(int number, String family, Said why) {
        troubles.putIfAbsent(number, new Shelf.Trouble(family, why));
    }

    void spent(int number, double more) {
        seconds.merge(number, more, Double::sum);
    }

    List<Shelf.Kept> kept() {
        return kept;
    }

    /** Seconds that trials have taken, by number. */
    public Map<Integer, Double> seconds() {
        return Map.copyOf(seconds);
    }

    Map<Integer, Shelf.Trouble> troubles() {
        return troubles;
    }
}
