package downhill.analysis.explain;

import downhill.data.Progress;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.util.Arrays;

/**
 * Accumulated local effects (Apley and Zhu 2020): the values of a column are cut into intervals of about as many rows; in each, the
 * rows that are in it tell what the answer changes by from its one end to the other; the changes add up to a curve, whose mean over the
 * rows is 0. No row is moved farther than its interval, so that columns which go together do not lead to rows that never occur. Of a
 * linear model it is its line.
 */
public final class AccumulatedEffects {
    private final Explained model;
    private final ExplainedRows data;
    private final int outputs;

    /** @param data at least one row */
    public AccumulatedEffects(Explained model, ExplainedRows data) {
        this.model = model;
        this.data = data;
        this.outputs = model.outputs().size();
    }

    /**
     * The curve of one column.
     *
     * @param intervals at most so many
     * @return without lines; {@link Effect#near()} are the rows in the interval that ends at each point; none end at the first, since
     * those at the least value are in the first interval
     * @throws RefusedException where the column holds labels, which have no order, or has many values in each row
     */
    public Effect of(int column, int intervals, Progress progress) {
        ExplainedColumn one = model.columns().get(column);
        if (one.isLabels()) {
            throw new RefusedException(Said.of("explain.ale.labels", one.name()));
        }
        if (one.times() > 1) {
            throw new RefusedException(Said.of("explain.effect.window", one.name(), one.times()));
        }
        double[] values = EffectGrid.values(one, data);
        double[] ends = ends(values, intervals);
        int[] of = new int[values.length];
        Arrays.setAll(of, row -> interval(ends, values[row]));
        int[] near = new int[ends.length];
        double[][] curve = curve(one, ends, of, near, progress);
        return new Effect(column, ends, centred(curve, near), new double[0][][], near);
    }

    /** Quantiles, each once. */
    private static double[] ends(double[] values, int intervals) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double[] ends = new double[intervals + 1];
        for (int i = 0; i <= intervals; i++) {
            ends[i] = sorted[(int) Math.max(0, Math.ceil((double) i * sorted.length / intervals) - 1)];
        }
        return EffectGrid.distinct(ends);
    }

    /** The one that ends at or after the value; the first also holds its beginning. */
    private static int interval(double[] ends, double value) {
        int end = 1;
        while (end < ends.length - 1 && value > ends[end]) {
            end++;
        }
        return end;
    }

    private double[][] curve(ExplainedColumn one, double[] ends, int[] of, int[] near, Progress progress) {
        double[] low = data.values().clone();
        double[] high = data.values().clone();
        for (int row = 0; row < of.length && ends.length > 1; row++) {
            one.write(ends[of[row] - 1], low, row * data.size());
            one.write(ends[of[row]], high, row * data.size());
            near[of[row]]++;
        }
        double[] before = model.answers(low, progress.stretch(0, 0.5));
        double[] after = model.answers(high, progress.stretch(0.5, 1));
        double[][] curve = new double[ends.length][outputs];
        for (int i = 0; i < after.length && ends.length > 1; i++) {
            int interval = of[i / outputs];
            curve[interval][i % outputs] += (after[i] - before[i]) / near[interval];
        }
        for (int end = 1; end < ends.length; end++) {
            for (int output = 0; output < outputs; output++) {
                curve[end][output] += curve[end - 1][output];
            }
        }
        return curve;
    }

    /** So that the mean over the rows is 0, each being in the middle of its interval. */
    private static double[][] centred(double[][] curve, int[] near) {
        int rows = Math.max(1, Arrays.stream(near).sum());
        for (int output = 0; output < curve[0].length; output++) {
            double mean = 0;
            for (int end = 1; end < curve.length; end++) {
                mean += (curve[end - 1][output] + curve[end][output]) / 2 * near[end] / rows;
            }
            for (double[] point : curve) {
                point[output] -= mean;
            }
        }
        return curve;
    }
}
