package downhill.analysis.explain.gradient;

import downhill.analysis.explain.ExplainedColumn;
import downhill.analysis.explain.Slopes;
import downhill.data.CounterRandom;
import downhill.data.Progress;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;

/**
 * What slopes say of one answer to one row, by number of the row as the model is given it.
 *
 * @param answer     to the row
 * @param base       to the baseline
 * @param gradient   ∂answer/∂x (Simonyan, Vedaldi &amp; Zisserman 2014)
 * @param timesInput gradient·x, which of a linear model is what each number adds (Shrikumar et al. 2016)
 * @param integrated ∫ gradient along the straight line from the baseline, times x − baseline (Sundararajan, Taly &amp; Yan 2017); their sum
 *                   is answer − base
 * @param smooth     mean gradient of rows with noise (SmoothGrad: Smilkov et al. 2017)
 */
public record Sensitivity(double answer, double base, double[] gradient, double[] timesInput, double[] integrated, double[] smooth) {
    /** Noisy rows that SmoothGrad is a mean of. */
    public static final int NOISY = 50;
    /** Standard deviation of the noise, of the range of a number in the background. */
    public static final double NOISE = 0.15;
    private static final double COMPLETE = 1e-8;
    private static final long PURPOSE = 1140;

    /**
     * Computes it.
     *
     * @param output   which of the answers
     * @param row      numbers of the row
     * @param baseline numbers that it is compared with
     * @param ranges   largest less smallest value of each number in the background
     */
    public static Sensitivity of(Slopes slopes, int output, double[] row, double[] baseline, double[] ranges, long seed,
            Progress progress) {
        int outputs = slopes.explained().outputs().size();
        Path.Asked asked = new Path.Asked() {
            @Override
            public double[] answers(double[] rows) {
                double[] all = slopes.explained().answers(rows);
                double[] own = new double[all.length / outputs];
                Arrays.setAll(own, i -> all[i * outputs + output]);
                return own;
            }

            @Override
            public double[] slopes(double[] rows) {
                return slopes.of(rows, output);
            }
        };
        double answer = asked.answers(row)[0];
        double base = asked.answers(baseline)[0];
        double[] gradient = asked.slopes(row);
        double[] times = new double[row.length];
        Arrays.setAll(times, i -> gradient[i] == 0 ? 0 : gradient[i] * row[i]);
        double enough = COMPLETE * Math.max(Math.abs(answer - base), 1e-3 * (Math.abs(answer) + Math.abs(base)));
        double[] integrated = new Path(asked, baseline, row, enough).integrated(progress);
        return new Sensitivity(answer, base, gradient, times, integrated, smooth(asked, row, ranges, seed, progress));
    }

    private static double[] smooth(Path.Asked asked, double[] row, double[] ranges, long seed, Progress progress) {
        if (progress.cancelled()) {
            throw new CancellationException("gradients are no longer wanted");
        }
        double[] noisy = new double[NOISY * row.length];
        Arrays.setAll(noisy, i -> row[i % row.length] + NOISE * ranges[i % row.length] * CounterRandom.gaussian(seed, PURPOSE, i));
        double[] slopes = asked.slopes(noisy);
        double[] mean = new double[row.length];
        for (int i = 0; i < slopes.length; i++) {
            mean[i % row.length] += slopes[i] / NOISY;
        }
        return mean;
    }

    /** How far the integrated gradients are from adding up to answer − base. */
    public double lacks() {
        return answer - base - Arrays.stream(integrated).sum();
    }

    /** Sums by column of the file: what is told of one. */
    public static double[] byColumn(double[] numbers, List<ExplainedColumn> columns) {
        return columns.stream().mapToDouble(column -> Arrays.stream(column.numbers()).mapToDouble(i -> numbers[i]).sum()).toArray();
    }

    /** The mean of rows [rows × size], a baseline that stands for no row in particular. */
    public static double[] mean(double[] rows, int size) {
        double[] mean = new double[size];
        for (int i = 0; i < rows.length; i++) {
            mean[i % size] += rows[i] / (rows.length / size);
        }
        return mean;
    }

    /** Largest less smallest of each number of rows [rows × size]. */
    public static double[] ranges(double[] rows, int size) {
        double[] least = Arrays.copyOf(rows, size);
        double[] most = Arrays.copyOf(rows, size);
        for (int i = 0; i < rows.length; i++) {
            least[i % size] = Math.min(least[i % size], rows[i]);
            most[i % size] = Math.max(most[i % size], rows[i]);
        }
        Arrays.setAll(most, i -> most[i] - least[i]);
        return most;
    }
}
