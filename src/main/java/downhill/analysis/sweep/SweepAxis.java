package downhill.analysis.sweep;

import downhill.optim.Scale;
import downhill.words.RefusedException;
import downhill.words.Said;

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
            throw new RefusedException(Said.of("sweep.axis", low, high, count));
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
