package downhill.analysis.explain.local;

import downhill.analysis.explain.Workers;
import downhill.analysis.explain.field.Cells;
import downhill.analysis.explain.field.RawAnswers;
import downhill.analysis.explain.field.RawField;
import downhill.analysis.explain.tree.TreeCondition;
import downhill.data.CounterRandom;
import downhill.data.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A region around a row in which the answer stays the same (anchors: Ribeiro, Singh &amp; Guestrin 2018): a few conditions that the row
 * meets, such that of rows that meet them, too, and are drawn from the background for the rest, nearly all get its answer. Searched by a
 * beam of four, with 300 rows drawn for each try and 2,000 others for what is told; the paper draws as many as each try needs.
 *
 * @param conditions all of which hold; empty where the answer is nearly always the same
 * @param precision  share of rows drawn that get the same answer
 * @param low        below this it is not, with 95 % confidence (Wilson)
 * @param coverage   share of the background that meets them
 * @param usual      share of rows drawn without any condition that get the same answer
 */
public record Anchor(List<TreeCondition> conditions, double precision, double low, double coverage, double usual) {
    /** Precision that is sought. */
    public static final double WANTED = 0.95;
    /** Conditions at most. */
    public static final int MOST = 4;
    /** Answers of numbers are the same within this much of their standard deviation over the background. */
    private static final double SAME = 0.5;
    private static final int BEAM = 4;
    private static final int TRIED = 300;
    private static final int TOLD = 2000;
    private static final double SURE = 1.6448536269514722;
    private static final long PURPOSE = 1160;

    public Anchor {
        conditions = List.copyOf(conditions);
    }

    /** Whether the precision that is sought is reached. */
    public boolean isReached() {
        return low >= WANTED;
    }

    /** Numbers that differ by no more than this are the same answer, where the model answers the background so. */
    public static double within(double[] answers) {
        double mean = Arrays.stream(answers).average().orElse(0);
        return SAME * Math.sqrt(Arrays.stream(answers).map(each -> (each - mean) * (each - mean)).average().orElse(0));
    }

    /** Asks for conditions on rows of one background. */
    private record Search(RawAnswers answers, int outputs, Predicate<double[]> same, Cells background, double[][] all, long seed) {
        double precision(List<TreeCondition> conditions, int samples, long purpose) {
            int fields = background.fields().size();
            double[] cells = new double[samples * fields];
            for (int field = 0; field < fields; field++) {
                double[] values = values(conditions, field);
                for (int i = 0; i < samples; i++) {
                    long counter = (long) i * fields + field;
                    cells[i * fields + field] = values[CounterRandom.index(seed, purpose, counter, values.length)];
                }
            }
            double[] said = answers.of(cells);
            int equal = 0;
            for (int i = 0; i < samples; i++) {
                equal += same.test(Arrays.copyOfRange(said, i * outputs, (i + 1) * outputs)) ? 1 : 0;
            }
            return (double) equal / samples;
        }

        private double[] values(List<TreeCondition> conditions, int field) {
            RawField own = background.fields().get(field);
            List<TreeCondition> asked = conditions.stream().filter(each -> each.field() == own).toList();
            return asked.isEmpty() ? all[field]
                    : Arrays.stream(all[field]).filter(value -> asked.stream().allMatch(each -> each.holds(value))).toArray();
        }

        List<Tried> tried(List<List<TreeCondition>> some, long purpose, int threads, Progress progress) {
            Tried[] tried = new Tried[some.size()];
            Workers.each(tried.length, threads, progress, i -> tried[i] = new Tried(some.get(i), precision(some.get(i), TRIED, purpose),
                    coverage(some.get(i))));
            return List.of(tried);
        }

        double coverage(List<TreeCondition> conditions) {
            return IntStream.range(0, background.count()).filter(row -> conditions.stream()
                    .allMatch(each -> each.holds(background.of(row, place(background, each))))).count() / (double) background.count();
        }
    }

    private record Tried(List<TreeCondition> conditions, double precision, double coverage) {
    }

    /**
     * Searches it.
     *
     * @param same       whether an answer [outputs] is that of the row
     * @param background rows that others are drawn from, each column by itself
     * @param row        raw values
     * @param threads    how many may ask at once, at least 1; what is found does not depend on it
     */
    public static Anchor of(RawAnswers answers, int outputs, Predicate<double[]> same, Cells background, double[] row, long seed,
            int threads, Progress progress) {
        double[][] values = IntStream.range(0, row.length).mapToObj(field -> IntStream.range(0, background.count())
                .mapToDouble(each -> background.of(each, field)).toArray()).toArray(double[][]::new);
        Search search = new Search(answers, outputs, same, background, values, seed);
        double usual = search.precision(List.of(), TOLD, PURPOSE);
        Anchor best = told(search, List.of(), usual);
        List<TreeCondition> may = candidates(background, row);
        List<Tried> beam = List.of(new Tried(List.of(), usual, 1));
        for (int size = 1; size <= MOST && !best.isReached(); size++) {
            List<Tried> tried = search.tried(longer(beam, may), PURPOSE + size, threads,
                    progress.stretch((size - 1.0) / MOST, (double) size / MOST));
            best = better(best, search, tried, usual);
            beam = tried.stream().sorted(Comparator.comparingDouble(Tried::precision).thenComparingDouble(Tried::coverage).reversed())
                    .limit(BEAM).toList();
        }
        return best;
    }

    /** Each of the beam with a condition more, of a column that it does not ask for yet. */
    private static List<List<TreeCondition>> longer(List<Tried> beam, List<TreeCondition> may) {
        List<List<TreeCondition>> longer = new ArrayList<>();
        for (Tried from : beam) {
            may.stream().filter(more -> from.conditions.stream().noneMatch(each -> each.field() == more.field()))
                    .forEach(more -> longer.add(Stream.concat(from.conditions.stream(), Stream.of(more)).toList()));
        }
        return longer;
    }

    /** Of those that may reach it the one that covers most; where none does the one of the highest precision. */
    private static Anchor better(Anchor before, Search search, List<Tried> tried, double usual) {
        Anchor best = before;
        List<Tried> promising = tried.stream().filter(each -> each.precision >= WANTED)
                .sorted(Comparator.comparingDouble(each -> -each.coverage)).limit(2L * BEAM).toList();
        for (Tried each : promising) {
            Anchor one = told(search, each.conditions, usual);
            if (one.isReached()) {
                return one;
            }
            best = one.low > best.low ? one : best;
        }
        Tried highest = tried.stream().max(Comparator.comparingDouble(Tried::precision)).orElse(null);
        if (promising.isEmpty() && highest != null) {
            Anchor one = told(search, highest.conditions, usual);
            best = one.low > best.low ? one : best;
        }
        return best;
    }

    private static Anchor told(Search search, List<TreeCondition> conditions, double usual) {
        double p = search.precision(conditions, TOLD, PURPOSE + MOST + 1);
        double z2 = SURE * SURE / TOLD;
        double low = (p + z2 / 2 - SURE * Math.sqrt((p * (1 - p) + z2 / 4) / TOLD)) / (1 + z2);
        return new Anchor(conditions, p, low, search.coverage(conditions), usual);
    }

    /** What a row meets: its label; the quarter of the background that its number lies in, and this open to either side. */
    private static List<TreeCondition> candidates(Cells background, double[] row) {
        Neighbours bins = new Neighbours(background, row, true);
        List<TreeCondition> all = new ArrayList<>();
        for (int field = 0; field < row.length; field++) {
            RawField of = background.fields().get(field);
            double[] bin = bins.bin(field);
            if (of.isLabels() && row[field] >= 0) {
                all.add(TreeCondition.among(of, List.of((int) row[field]), false));
            } else if (bin != null) {
                all.add(TreeCondition.within(of, bin[0], Double.POSITIVE_INFINITY));
                all.add(TreeCondition.within(of, Double.NEGATIVE_INFINITY, bin[1]));
                all.add(TreeCondition.within(of, bin[0], bin[1]));
            }
        }
        all.removeIf(each -> !each.field().isLabels() && each.above() == Double.NEGATIVE_INFINITY
                && each.atMost() == Double.POSITIVE_INFINITY);
        all.removeIf(each -> IntStream.range(0, background.count())
                .noneMatch(other -> each.holds(background.of(other, place(background, each)))));
        return all.stream().distinct().toList();
    }

    private static int place(Cells background, TreeCondition condition) {
        return IntStream.range(0, background.fields().size()).filter(i -> background.fields().get(i) == condition.field()).findFirst()
                .orElseThrow();
    }
}
