package downhill.analysis.explain.local;

import downhill.analysis.explain.field.Cells;
import downhill.data.CounterRandom;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How far rows are from each other, and from those that exist: the mean over fields of differences in standard deviations of the
 * background; of labels 0 where they are the same, else 1 (Gower 1971, with standard deviations in place of ranges).
 */
public final class Nearness {
    private static final int MOST = 300;
    private static final int FEWEST = 30;
    /** Of values, so that images do not take minutes. */
    private static final long COMPARISONS = 200_000_000;
    private static final long PURPOSE = 1120;

    private final Cells rows;
    private final double[] spread;

    /** @param rows those that exist */
    public Nearness(Cells rows) {
        this.rows = rows;
        Neighbours around = new Neighbours(rows, rows.row(0), false);
        this.spread = IntStream.range(0, rows.fields().size()).mapToDouble(around::spread).toArray();
    }

    /** Rows that exist. */
    public Cells rows() {
        return rows;
    }

    /** How far a field changes between two of its values, in standard deviations; of labels 1, of a field with one value only 1, too. */
    public double of(int field, double one, double other) {
        if (one == other) {
            return 0;
        }
        return rows.fields().get(field).isLabels() || spread[field] == 0 ? 1 : Math.abs(one - other) / spread[field];
    }

    /** Standard deviation of a field in rows that exist; 0 where it has one value only. */
    double spread(int field) {
        return spread[field];
    }

    /** Between a row [fields] and one that exists. */
    public double of(double[] row, int existing) {
        double sum = 0;
        for (int field = 0; field < row.length; field++) {
            sum += of(field, row[field], rows.of(existing, field));
        }
        return sum / row.length;
    }

    /** The rows that are nearest, the nearest first. */
    public int[] nearest(double[] row, int[] among, int count) {
        double[] far = IntStream.of(among).mapToDouble(each -> of(row, each)).toArray();
        return IntStream.range(0, among.length).boxed().sorted((a, b) -> Double.compare(far[a], far[b])).limit(count)
                .mapToInt(place -> among[place]).toArray();
    }

    /** How far the nearest of all is. */
    public double toNearest(double[] row) {
        return IntStream.range(0, rows.count()).mapToDouble(each -> of(row, each)).min().orElse(Double.NaN);
    }

    /** How far rows are from their nearest neighbour: 19 of 20 are as near as this. Of some 300 of them, drawn by a seed. */
    public double usual(long seed) {
        long compared = Math.max(FEWEST, COMPARISONS / Math.max(1, (long) rows.count() * spread.length));
        int[] some = Arrays.stream(CounterRandom.permutation(seed, PURPOSE, 0, rows.count())).limit(Math.min(MOST, compared)).toArray();
        double[] far = IntStream.of(some).mapToDouble(this::toOther).sorted().toArray();
        return far[(int) Math.min(far.length - 1, Math.ceil(0.95 * far.length) - 1)];
    }

    private double toOther(int own) {
        double[] row = rows.row(own);
        return IntStream.range(0, rows.count()).filter(each -> each != own).mapToDouble(each -> of(row, each)).min().orElse(0);
    }
}
