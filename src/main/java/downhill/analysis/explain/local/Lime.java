package downhill.analysis.explain.local;

import downhill.analysis.explain.field.Cells;
import downhill.analysis.explain.field.RawAnswers;
import downhill.data.Progress;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A linear model of a model near one row (LIME: Ribeiro, Singh &amp; Guestrin 2016), as {@code lime.lime_tabular} makes it: ridge
 * regression (α = 1), weighted by √(exp(−d²/w²)) with w = 0.75·√columns, with {@code sample_around_instance}. Differences: it is made from
 * several seeds, whose mean is told and whose spread shows how far it can be trusted; all columns are kept; in bins values are drawn from
 * the background, not from a normal distribution within each bin.
 *
 * @param row       raw values of the row
 * @param outputs   of the model
 * @param weights   [outputs × fields] means over seeds: change of the answer for one standard deviation of the background upwards; of
 *                  labels and bins, for being the same as in the row
 * @param spread    [outputs × fields] standard deviation over seeds
 * @param intercept [outputs] mean over seeds
 * @param fidelity  [outputs] weighted R² of the linear model, the lowest of all seeds; NaN of a constant output
 * @param unit      [fields] standard deviation in the background; 0 where a field has one value only
 * @param bins      [fields][2] the bin that the value lies in: more than, at most; null where there are none
 */
public record Lime(double[] row, int outputs, double[] weights, double[] spread, double[] intercept, double[] fidelity, double[] unit,
                   double[][] bins) {
    /** Rows drawn for each seed. */
    public static final int SAMPLES = 5000;
    /** Seeds it is made from. */
    public static final int SEEDS = 10;
    /** A weight this much of the largest counts when stability is judged. */
    public static final double COUNTS = 0.1;
    /** A spread above this much of its weight is too large. */
    public static final double LOOSE = 0.25;
    /** A weighted R² below this is no explanation. */
    public static final double POOR = 0.5;
    private static final double WIDTH = 0.75;
    private static final double ALPHA = 1;

    /**
     * Makes it.
     *
     * @param row     raw values of the row
     * @param bins    whether numbers are told by the quartile they lie in
     * @param samples rows drawn for each seed, the row itself among them
     * @param seeds   2 or more
     * @throws RefusedException where an answer is not finite
     */
    public static Lime of(RawAnswers answers, int outputs, Cells background, double[] row, boolean bins, int samples, int seeds, long seed,
            Progress progress) {
        Neighbours near = new Neighbours(background, row, bins);
        int fields = row.length;
        Ridge[] ridges = new Ridge[seeds];
        for (int i = 0; i < seeds; i++) {
            if (progress.cancelled()) {
                throw new CancellationException("LIME is no longer wanted");
            }
            double[] cells = near.draw(samples, seed + i);
            double[] told = near.told(cells);
            double[] said = answers.of(cells);
            if (!Arrays.stream(said).allMatch(Double::isFinite)) {
                throw new RefusedException(Said.of("explain.lime.infinite"));
            }
            ridges[i] = Ridge.of(told, said, near.kernel(told, WIDTH * Math.sqrt(fields)), fields, outputs, ALPHA);
            progress.done((i + 1.0) / seeds);
        }
        return summary(row, outputs, ridges, near);
    }

    private static Lime summary(double[] row, int outputs, Ridge[] ridges, Neighbours near) {
        int fields = row.length;
        double[] weights = mean(ridges, outputs * fields, Ridge::weights);
        double[] spread = new double[weights.length];
        Arrays.setAll(spread, i -> Math.sqrt(Arrays.stream(ridges).mapToDouble(each -> Math.pow(each.weights()[i] - weights[i], 2)).sum()
                / (ridges.length - 1)));
        double[] fidelity = new double[outputs];
        Arrays.setAll(fidelity, k -> Arrays.stream(ridges).mapToDouble(each -> each.fit()[k]).min().orElseThrow());
        return new Lime(row, outputs, weights, spread, mean(ridges, outputs, Ridge::intercept), fidelity,
                IntStream.range(0, fields).mapToDouble(near::spread).toArray(),
                IntStream.range(0, fields).mapToObj(near::bin).toArray(double[][]::new));
    }

    private static double[] mean(Ridge[] ridges, int size, Function<Ridge, double[]> part) {
        double[] mean = new double[size];
        for (Ridge ridge : ridges) {
            for (int i = 0; i < size; i++) {
                mean[i] += part.apply(ridge)[i] / ridges.length;
            }
        }
        return mean;
    }

    /** Weight of a field for an output. */
    public double weight(int output, int field) {
        return weights[output * row.length + field];
    }

    /** Its standard deviation over seeds. */
    public double spread(int output, int field) {
        return spread[output * row.length + field];
    }

    /** Whether other seeds would tell the same: every weight that counts spreads by less than a quarter of itself. */
    public boolean isStable(int output) {
        double most = IntStream.range(0, row.length).mapToDouble(field -> Math.abs(weight(output, field))).max().orElse(0);
        return IntStream.range(0, row.length).filter(field -> Math.abs(weight(output, field)) >= COUNTS * most)
                .allMatch(field -> spread(output, field) <= LOOSE * Math.abs(weight(output, field)));
    }

    /** Whether the linear model does not say what the model says even nearby. */
    public boolean isPoor(int output) {
        return fidelity[output] < POOR;
    }
}
