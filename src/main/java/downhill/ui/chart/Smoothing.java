package downhill.ui.chart;

/**
 * Double exponential smoothing: with s ← w·s + (1 − w)·y freed of its start's bias (s / (1 − wⁿ)) and r the same of s, the
 * line is 2s − r, which does not lag behind a falling curve as s does. It is kept within the values seen so far. On a scale
 * of equal ratios the logarithms are smoothed. Points that are not finite stay gaps and do not move the mean.
 * Goes on where it stopped when it is fed a longer snapshot of one buffer.
 */
final class Smoothing {
    private final double weight;
    private final boolean log;
    private PointBuffer out = new PointBuffer();
    private Object source;
    private int done;
    private double once;
    private double twice;
    private double bias;
    private double least;
    private double greatest;

    /** With {@code weight} from 0 (none) to below 1 of the past; of the logarithms where {@code log}. */
    Smoothing(double weight, boolean log) {
        this.weight = weight;
        this.log = log;
        restart(null);
    }

    boolean is(double otherWeight, boolean otherLog) {
        return weight == otherWeight && log == otherLog;
    }

    /** The smoothed curve of {@code raw}. */
    Points of(Points raw) {
        if (source == null || source != raw.source() || raw.size() < done) {
            restart(raw.source());
        }
        for (; done < raw.size(); done++) {
            out.append(raw.x(done), next(raw.y(done)));
        }
        return out.snapshot();
    }

    private void restart(Object from) {
        source = from;
        out = new PointBuffer();
        done = 0;
        once = 0;
        twice = 0;
        bias = 1;
        least = Double.POSITIVE_INFINITY;
        greatest = Double.NEGATIVE_INFINITY;
    }

    private double next(double measured) {
        double value = log ? Math.log(measured) : measured;
        if (!Double.isFinite(value)) {
            return Double.NaN;
        }
        least = Math.min(least, value);
        greatest = Math.max(greatest, value);
        bias *= weight;
        once = weight * once + (1 - weight) * value;
        double level = once / (1 - bias);
        twice = weight * twice + (1 - weight) * level;
        double line = Math.max(least, Math.min(greatest, 2 * level - twice / (1 - bias)));
        return log ? Math.exp(line) : line;
    }
}
