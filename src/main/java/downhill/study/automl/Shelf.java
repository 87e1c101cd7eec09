package downhill.study.automl;

import downhill.analysis.ensemble.Merit;
import downhill.analysis.score.Predictions;
import downhill.words.Said;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The best trials that came to their end, with what they said of rows they did not learn from, and what each trial has cost. */
final class Shelf {
    /** Kept of all, and so many of each family that none is lost to another. */
    private static final int BEST = 20;
    private static final int OF_FAMILY = 2;

    /**
     * One that came to its end.
     *
     * @param inner   of the rows of all folds
     * @param quality by the metric, on them
     */
    record Kept(int number, String family, Predictions inner, Merit quality) implements Serializable {
    }

    /** Why a trial of a family failed. */
    record Trouble(String family, Said why) implements Serializable {
    }

    private final List<Kept> kept = new ArrayList<>();
    private final Map<Integer, Double> seconds = new HashMap<>();
    private final Map<Integer, Trouble> troubles = new TreeMap<>();

    /** Takes in what was told. */
    void take(AutoNews news) {
        news.kept().forEach(this::keep);
        news.seconds().forEach(this::spent);
        news.troubles().forEach((number, trouble) -> failed(number, trouble.family(), trouble.why()));
    }

    void keep(Kept one) {
        kept.add(one);
        kept.sort(Comparator.comparing(Kept::quality).thenComparing(Kept::number));
        for (int i = kept.size() - 1; i >= BEST; i--) {
            if (rank(kept.get(i)) >= OF_FAMILY) {
                kept.remove(i);
            }
        }
    }

    /** How many of its family are better. */
    private long rank(Kept one) {
        return kept.stream().filter(each -> each.family().equals(one.family())).takeWhile(each -> each != one).count();
    }

    /** The best {@code most} of all, and the best of each family where it is not among them; the best first. */
    List<Kept> finalists(int most) {
        return kept.stream().filter(each -> kept.indexOf(each) < most || rank(each) == 0).toList();
    }

    /** A trial will not come to its end; the first reason stands. */
    void failed(int number, String family, Said why) {
        troubles.putIfAbsent(number, new Trouble(family, why));
    }

    /** Those that failed, by number. */
    Map<Integer, Trouble> troubles() {
        return troubles;
    }

    void spent(int number, double more) {
        seconds.merge(number, more, Double::sum);
    }

    /** Seconds that a trial has taken, its share of those that were trained side by side. */
    double seconds(int number) {
        return seconds.getOrDefault(number, 0.0);
    }
}
