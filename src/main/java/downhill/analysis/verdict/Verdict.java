package downhill.analysis.verdict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What paired scores say of contenders: each by itself, and each two.
 *
 * @param higherIsBetter whether more is better
 * @param margin         a difference that is negligible
 * @param standings      in the order they were given
 * @param pairs          of each two, the first before the second in that order
 */
public record Verdict(boolean higherIsBetter, double margin, List<Standing> standings, List<Pair> pairs) {
    /** From this probability on something is called shown. */
    public static final double SURE = 0.95;

    public Verdict {
        standings = List.copyOf(standings);
        pairs = List.copyOf(pairs);
    }

    /**
     * Judges.
     *
     * @param ratio  held out rows for each training row; 0 for seeds on one split
     * @param margin 0 or more
     * @param seed   of the bootstrap
     */
    public static Verdict of(List<Scored> entries, boolean higherIsBetter, double ratio, double margin, long seed) {
        List<Standing> standings = entries.stream().map(entry -> standing(entry, higherIsBetter, seed)).toList();
        List<Pair> pairs = new ArrayList<>();
        for (int a = 0; a < entries.size(); a++) {
            for (int b = a + 1; b < entries.size(); b++) {
                pairs.add(pair(entries, a, b, higherIsBetter, ratio, margin));
            }
        }
        return new Verdict(higherIsBetter, margin, standings, pairs);
    }

    private static Standing standing(Scored entry, boolean higherIsBetter, long seed) {
        double mean = Arrays.stream(entry.scores()).average().orElse(Double.NaN);
        return new Standing(entry.name(), entry.scores(), mean, InterquartileMean.of(entry.ranked(worst(higherIsBetter)), seed),
                entry.diverged());
    }

    private static double worst(boolean higherIsBetter) {
        return higherIsBetter ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }

    private static Pair pair(List<Scored> entries, int a, int b, boolean higherIsBetter, double ratio, double margin) {
        double[] first = entries.get(a).scores();
        double[] second = entries.get(b).scores();
        double[] differences = new double[first.length];
        Arrays.setAll(differences, i -> first[i] - second[i]);
        boolean whole = Arrays.stream(differences).allMatch(Double::isFinite);
        PairedTest test = PairedTest.of(whole ? differences : new double[] {Double.NaN}, ratio, margin);
        int needed = whole && differences.length > 1 ? PairedTest.wouldTell(differences, ratio, margin) : 0;
        double larger = Improvement.of(flat(entries.get(a), higherIsBetter), flat(entries.get(b), higherIsBetter));
        return higherIsBetter ? new Pair(a, b, test, test.above(), test.equivalent(), test.below(), larger, needed)
                : new Pair(a, b, test, test.below(), test.equivalent(), test.above(), 1 - larger, needed);
    }

    private static double[] flat(Scored entry, boolean higherIsBetter) {
        return Arrays.stream(entry.ranked(worst(higherIsBetter))).flatMapToDouble(Arrays::stream).toArray();
    }

    /** Index of the contender with the best middle half; the first of equals. */
    public int leader() {
        int best = 0;
        for (int i = 1; i < standings.size(); i++) {
            int more = Double.compare(standings.get(i).middle().value(), standings.get(best).middle().value());
            int better = higherIsBetter ? more : -more;
            best = better > 0 ? i : best;
        }
        return best;
    }

    /** What is known of two, the first as better one. */
    public Pair between(int one, int other) {
        Pair found = pairs.stream().filter(pair -> pair.a() == Math.min(one, other) && pair.b() == Math.max(one, other)).findFirst()
                .orElseThrow();
        return one < other ? found : new Pair(one, other, found.test(), found.worse(), found.equivalent(), found.better(),
                1 - found.improvement(), found.needed());
    }
}
