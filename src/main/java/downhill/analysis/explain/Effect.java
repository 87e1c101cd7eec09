package downhill.analysis.explain;

import java.util.Arrays;

/**
 * How answers change with one column. Arrays are shared: do not write to them.
 *
 * @param column index of it
 * @param x      its values, increasing, in the unit of the file; of labels their indexes
 * @param mean   [points][outputs], the curve
 * @param lines  [rows][points][outputs] of single rows; empty where there are none
 * @param near   rows of the data nearest to each point: where it is 0, the curve is drawn where nothing is known
 */
public record Effect(int column, double[] x, double[][] mean, double[][][] lines, int[] near) {

    /** Whether a curve goes one way. */
    public enum Trend {
        RISING, FALLING, FLAT, NEITHER
    }

    /** The same, every curve told from where it begins. */
    public Effect centred() {
        return new Effect(column, x, centred(mean), Arrays.stream(lines).map(Effect::centred).toArray(double[][][]::new), near);
    }

    private static double[][] centred(double[][] curve) {
        double[][] moved = new double[curve.length][];
        Arrays.setAll(moved, point -> {
            double[] values = curve[point].clone();
            Arrays.setAll(values, output -> values[output] - curve[0][output]);
            return values;
        });
        return moved;
    }

    /** Which way the curve of an output goes; steps below a millionth of its size count as none. */
    public Trend trend(int output) {
        return trend(mean, output);
    }

    private static Trend trend(double[][] curve, int output) {
        double size = Arrays.stream(curve).mapToDouble(point -> Math.abs(point[output])).max().orElse(0);
        boolean up = false;
        boolean down = false;
        for (int i = 1; i < curve.length; i++) {
            double step = curve[i][output] - curve[i - 1][output];
            up |= step > 1e-6 * size;
            down |= step < -1e-6 * size;
        }
        if (up && down) {
            return Trend.NEITHER;
        }
        return up ? Trend.RISING : down(down);
    }

    private static Trend down(boolean down) {
        return down ? Trend.FALLING : Trend.FLAT;
    }

    /** The share of single rows whose line goes the way of the curve; NaN where the curve goes none, or there are no lines. */
    public double agreeing(int output) {
        Trend whole = trend(output);
        return whole == Trend.NEITHER || lines.length == 0 ? Double.NaN
                : (double) Arrays.stream(lines).filter(line -> trend(line, output) == whole).count() / lines.length;
    }

    /** From the least to the most that the curve of any output says. */
    public double reach() {
        double reach = 0;
        for (int output = 0; output < mean[0].length; output++) {
            int own = output;
            double high = Arrays.stream(mean).mapToDouble(point -> point[own]).max().orElse(0);
            double low = Arrays.stream(mean).mapToDouble(point -> point[own]).min().orElse(0);
            reach = Math.max(reach, high - low);
        }
        return reach;
    }
}
