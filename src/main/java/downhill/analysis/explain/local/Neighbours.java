package downhill.analysis.explain.local;

import downhill.analysis.explain.field.Cells;
import downhill.analysis.explain.field.RawField;
import downhill.data.CounterRandom;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Rows around a row, drawn as LIME draws them, and how each differs from it. Numbers move by a normal distribution with the standard
 * deviation of the background; labels, and numbers that are told in bins, are drawn from the background, each for itself.
 */
final class Neighbours {
    private static final long PURPOSE = 1110;
    /** A bound between two values is read: 7.0325, not 7.032500000000001. */
    private static final MathContext READ = new MathContext(12);

    private final Cells background;
    private final double[] row;
    private final double[] spread;
    private final double[][] cuts;

    /**
     * @param row  raw values of the row that is explained
     * @param bins whether numbers are told by the quartile of the background that they lie in
     */
    Neighbours(Cells background, double[] row, boolean bins) {
        this.background = background;
        this.row = row;
        int fields = row.length;
        spread = IntStream.range(0, fields).mapToDouble(this::deviation).toArray();
        cuts = IntStream.range(0, fields).mapToObj(field -> bins && !of(field).isLabels() ? quartiles(field) : null)
                .toArray(double[][]::new);
    }

    private RawField of(int field) {
        return background.fields().get(field);
    }

    private double[] column(int field) {
        return IntStream.range(0, background.count()).mapToDouble(each -> background.of(each, field)).toArray();
    }

    private double deviation(int field) {
        double[] values = column(field);
        double mean = Arrays.stream(values).average().orElse(0);
        double squares = Arrays.stream(values).map(each -> (each - mean) * (each - mean)).sum();
        return Math.abs(squares) <= 1e-24 * mean * mean * values.length ? 0 : Math.sqrt(squares / values.length);
    }

    /** As NumPy's percentile: between two values linearly, to twelve digits. */
    private double[] quartiles(int field) {
        double[] sorted = column(field);
        Arrays.sort(sorted);
        return IntStream.rangeClosed(1, 3).mapToDouble(quarter -> {
            double at = quarter * (sorted.length - 1) / 4.0;
            int low = (int) at;
            double high = sorted[Math.min(low + 1, sorted.length - 1)];
            double between = sorted[low] + (at - low) * (high - sorted[low]);
            double read = new BigDecimal(between).round(READ).doubleValue();
            return read >= sorted[low] && read <= high ? read : between;
        }).distinct().toArray();
    }

    /** How far the background spreads: the unit of a weight; 0 where a field has one value only, and of labels and bins of no meaning. */
    double spread(int field) {
        return spread[field];
    }

    /** Whether the weight of a field is that of being the same as in the row, not of a distance. */
    boolean same(int field) {
        return of(field).isLabels() || cuts[field] != null;
    }

    /** The bin that the row's value lies in: more than the first, at most the second; null where it is not told in bins. */
    double[] bin(int field) {
        if (cuts[field] == null) {
            return null;
        }
        int bin = bin(field, row[field]);
        return new double[] {bin == 0 ? Double.NEGATIVE_INFINITY : cuts[field][bin - 1],
            bin == cuts[field].length ? Double.POSITIVE_INFINITY : cuts[field][bin]};
    }

    private int bin(int field, double value) {
        int bin = 0;
        while (bin < cuts[field].length && value > cuts[field][bin]) {
            bin++;
        }
        return bin;
    }

    /** The row itself first, then so many others [samples × fields]. */
    double[] draw(int samples, long seed) {
        int fields = row.length;
        double[] cells = new double[samples * fields];
        for (int i = 0; i < samples; i++) {
            for (int field = 0; field < fields; field++) {
                cells[i * fields + field] = i == 0 ? row[field] : value(field, seed, (long) i * fields + field);
            }
        }
        return cells;
    }

    private double value(int field, long seed, long counter) {
        return same(field) ? background.of(CounterRandom.index(seed, PURPOSE, counter, background.count()), field)
                : row[field] + spread[field] * CounterRandom.gaussian(seed, PURPOSE, counter);
    }

    /** What a linear model is fitted to: distances from the row in standard deviations; 1 where it is the same, else 0. */
    double[] told(double[] cells) {
        int fields = row.length;
        double[] told = new double[cells.length];
        for (int i = 0; i < cells.length; i++) {
            told[i] = told(i % fields, cells[i]);
        }
        return told;
    }

    private double told(int field, double value) {
        if (!same(field)) {
            return spread[field] == 0 ? 0 : (value - row[field]) / spread[field];
        }
        boolean equal = cuts[field] == null ? value == row[field] : bin(field, value) == bin(field, row[field]);
        return equal ? 1 : 0;
    }

    /** √(exp(−d²/width²)) of each, where d is how far it is from the row. */
    double[] kernel(double[] told, double width) {
        int fields = row.length;
        double[] weights = new double[told.length / fields];
        for (int i = 0; i < weights.length; i++) {
            double squares = 0;
            for (int field = 0; field < fields; field++) {
                double off = same(field) ? 1 - told[i * fields + field] : told[i * fields + field];
                squares += off * off;
            }
            weights[i] = Math.sqrt(Math.exp(-squares / (width * width)));
        }
        return weights;
    }
}
