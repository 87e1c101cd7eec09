package downhill.data.prepare;

import downhill.data.Column;
import downhill.data.ColumnType;
import downhill.data.LabelColumn;
import downhill.data.NumberColumn;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Knows features that give the target away: equal to it, the same under other names or in other units, or telling it alone. Looks at
 * {@value #MOST_ROWS} rows at most, evenly spread, and at fewer where there are many features.
 */
final class Giveaway {
    private static final int MOST_ROWS = 5000;
    private static final int MOST_CELLS = 1_000_000;
    private static final int LEAST_LOOKED_AT = 200;
    /** Fewer rows than this may fit by chance. */
    private static final int LEAST_ROWS = 20;
    private static final int ROWS_OF_A_VALUE = 5;
    private static final double TOLERATED = 0.005;
    /** What is foretold so often without looking at anything is not worth a word. */
    private static final double USUAL = 0.9;
    private static final double UNEXPLAINED = 0.001;
    private static final double EQUAL = 1e-9;

    private final Column target;
    private final boolean classes;
    private final boolean only;
    private final int[] rows;

    /** @param features those that will be asked about */
    Giveaway(Column target, boolean classes, List<Column> features) {
        this.target = target;
        this.classes = classes;
        this.only = features.size() == 1;
        int most = Math.max(LEAST_LOOKED_AT, Math.min(MOST_ROWS, MOST_CELLS / Math.max(1, features.size())));
        int step = Math.max(1, (target.size() + most - 1) / most);
        Set<Long> seen = new HashSet<>();
        this.rows = IntStream.range(0, (target.size() + step - 1) / step).map(i -> i * step).filter(row -> !target.isMissing(row))
                .filter(row -> seen.add(hash(row, features))).toArray();
    }

    /** Rows that are equal tell nothing twice. */
    private long hash(int row, List<Column> features) {
        long hash = target.text(row).hashCode();
        for (Column feature : features) {
            long value = feature instanceof NumberColumn ? Double.doubleToLongBits(feature.number(row))
                    : Objects.hashCode(feature.text(row));
            hash = (hash * 0x9E3779B97F4A7C15L ^ value) * 0xD6E8FEB86659FD93L;
            hash ^= hash >>> 32;
        }
        return hash;
    }

    /** How a feature does it, as the key of what is said of it; empty where it does not. An only feature has to tell the target. */
    Optional<String> how(Column feature) {
        if (rows.length < LEAST_ROWS || feature.distinct() < 2) {
            return Optional.empty();
        }
        if (isEqual(feature)) {
            return Optional.of("notice.giveaway.equal");
        }
        if (only) {
            return Optional.empty();
        }
        return Optional.ofNullable(classes ? ofClasses(feature) : ofNumbers(feature));
    }

    private boolean isEqual(Column feature) {
        if (classes || feature instanceof LabelColumn && feature.type() != ColumnType.DATE) {
            return Arrays.stream(rows).allMatch(row -> target.text(row).equals(feature.text(row)));
        }
        return Arrays.stream(rows).allMatch(row -> Math.abs(target.number(row) - feature.number(row)) <= EQUAL
                * Math.abs(target.number(row)));
    }

    private String ofClasses(Column feature) {
        Map<String, Integer> codes = new HashMap<>();
        int[] actual = Arrays.stream(rows).map(row -> codes.computeIfAbsent(target.text(row), text -> codes.size())).toArray();
        if (largest(actual, 0, actual.length, codes.size()) > USUAL * actual.length) {
            return null;
        }
        if (hasFewValues(feature)) {
            Integer[] order = sorted(Comparator.comparing(i -> String.valueOf(feature.text(rows[i]))));
            int wrong = walk(order, actual, codes.size(), (i, j) -> Objects.equals(feature.text(rows[i]), feature.text(rows[j])))[0];
            boolean same = wrong == 0 && feature.distinct() == codes.size() && feature.missing() == 0;
            String found = same ? "notice.giveaway.names" : "notice.giveaway.classes";
            return wrong > TOLERATED * rows.length ? null : found;
        }
        if (feature instanceof LabelColumn && feature.type() != ColumnType.DATE) {
            return null;
        }
        int[] walked = walk(sorted(Comparator.comparingDouble(i -> feature.number(rows[i]))), actual, codes.size(),
                (i, j) -> Double.compare(feature.number(rows[i]), feature.number(rows[j])) == 0);
        int tolerated = (int) (TOLERATED * rows.length);
        return walked[0] <= tolerated && walked[1] <= codes.size() - 1 + 2 * tolerated ? "notice.giveaway.classes" : null;
    }

    private boolean hasFewValues(Column feature) {
        return (long) feature.distinct() * ROWS_OF_A_VALUE <= rows.length;
    }

    private Integer[] sorted(Comparator<Integer> order) {
        return IntStream.range(0, rows.length).boxed().sorted(order).toArray(Integer[]::new);
    }

    private interface Same {
        boolean same(int i, int j);
    }

    /** How many rows are not of the most frequent class among those of the same value, and how often that class changes on the way. */
    private static int[] walk(Integer[] order, int[] actual, int classes, Same value) {
        int[] sorted = Arrays.stream(order).mapToInt(i -> actual[i]).toArray();
        int wrong = 0;
        int changes = 0;
        int before = -1;
        for (int from = 0; from < order.length;) {
            int end = from + 1;
            while (end < order.length && value.same(order[from], order[end])) {
                end++;
            }
            int[] counts = counts(sorted, from, end, classes);
            int most = IntStream.range(0, classes).reduce((a, b) -> counts[b] > counts[a] ? b : a).orElseThrow();
            wrong += end - from - counts[most];
            changes += before >= 0 && before != most ? 1 : 0;
            before = most;
            from = end;
        }
        return new int[] {wrong, changes};
    }

    private static int[] counts(int[] actual, int from, int end, int classes) {
        int[] counts = new int[classes];
        for (int i = from; i < end; i++) {
            counts[actual[i]]++;
        }
        return counts;
    }

    private static int largest(int[] actual, int from, int end, int classes) {
        return Arrays.stream(counts(actual, from, end, classes)).max().orElse(0);
    }

    private String ofNumbers(Column feature) {
        if (hasFewValues(feature) && unexplained(feature) <= UNEXPLAINED) {
            return "notice.giveaway.values";
        }
        if (feature instanceof LabelColumn && feature.type() != ColumnType.DATE) {
            return null;
        }
        int[] both = Arrays.stream(rows).filter(row -> !feature.isMissing(row)).toArray();
        if (both.length < LEAST_ROWS || both.length < USUAL * rows.length) {
            return null;
        }
        double[] x = Arrays.stream(both).mapToDouble(feature::number).toArray();
        double[] y = Arrays.stream(both).mapToDouble(target::number).toArray();
        if (1 - correlation(x, y) * correlation(x, y) <= UNEXPLAINED) {
            return "notice.giveaway.line";
        }
        return isMonotone(x, y) ? "notice.giveaway.order" : null;
    }

    /** Share of the target's variance that is left among rows of the same value. */
    private double unexplained(Column feature) {
        Map<String, double[]> sums = new HashMap<>();
        double mean = Arrays.stream(rows).mapToDouble(target::number).average().orElseThrow();
        double total = 0;
        for (int row : rows) {
            double deviation = target.number(row) - mean;
            double[] sum = sums.computeIfAbsent(String.valueOf(feature.text(row)), text -> new double[2]);
            sum[0] += deviation;
            sum[1]++;
            total += deviation * deviation;
        }
        double explained = sums.values().stream().mapToDouble(sum -> sum[0] * sum[0] / sum[1]).sum();
        return total > 0 && Double.isFinite(total) ? 1 - explained / total : 1;
    }

    private static double correlation(double[] x, double[] y) {
        double meanX = Moments.mean(x);
        double meanY = Moments.mean(y);
        double scale = Moments.deviation(x, meanX) * x.length;
        double deviationY = Moments.deviation(y, meanY);
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += (x[i] - meanX) / scale * ((y[i] - meanY) / deviationY);
        }
        return Double.isFinite(sum) ? sum : 0;
    }

    private static boolean isMonotone(double[] x, double[] y) {
        Integer[] order = IntStream.range(0, x.length).boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> x[i]).thenComparingDouble(i -> y[i])).toArray(Integer[]::new);
        int ups = 0;
        int downs = 0;
        for (int i = 1; i < order.length; i++) {
            double step = y[order[i]] - y[order[i - 1]];
            boolean tied = x[order[i]] == x[order[i - 1]];
            ups += step > 0 || tied && step != 0 ? 1 : 0;
            downs += step < 0 || tied && step != 0 ? 1 : 0;
        }
        return (ups == 0 || downs == 0) && ups + downs >= LEAST_ROWS / 2;
    }
}
