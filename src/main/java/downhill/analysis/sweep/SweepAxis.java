package downhill.analysis.sweep;

import downhill.optim.Scale;

/**
 * A hyperparameter that is varied over equally spaced points (on its scale), both ends included.
 *
 * @param key   of the hyperparameter
 * @param low   first value; above 0 on a logarithmic scale
 * @param high  last value, above {@code low}
 * @param scale how points are spaced
 * @param count points, at least 2
 */
public record SweepAxis(String key, double low, double high, Scale scale, int count) {
    public SweepAxis {
        if (!(low < high) || scale == Scale.LOG && !(low > 0) || count < 2) {
            throw new IllegalArgumentException("an axis goes from a low to a high value (above 0 where logarithmic) in two or"
                    + " more points; this one from " + low + " to " + high + " in " + count);
        }
    }

    /** The i-th value. */
    public double value(int i) {
        if (i == count - 1) {
            return high;
        }
        double part = (double) i / (count - 1);
        return scale == Scale.LOG ? low * Math.exp(part * Math.log(high / low)) : low + part * (high - low);
    }

    /** All values. */
    public double[] values() {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = value(i);
        }
        return values;
    }
}
