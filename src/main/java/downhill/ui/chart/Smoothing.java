package downhill.ui.chart;

/**
 * Exponential smoothing with the start's bias removed: s ← w·s + (1 − w)·y, shown as s / (1 − wⁿ). Points that are not
 * finite are left as gaps and do not move the mean. Goes on where it stopped when it is fed a longer snapshot of one buffer.
 */
final class Smoothing {
    private final double weight;
    private PointBuffer out = new PointBuffer();
    private Object source;
    private int done;
    private double mean;
    private double bias = 1;

    /** With {@code weight} from 0 (none) to below 1 of the past. */
    Smoothing(double weight) {
        this.weight = weight;
    }

    double weight() {
        return weight;
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
        mean = 0;
        bias = 1;
    }

    private double next(double value) {
        if (!Double.isFinite(value)) {
            return Double.NaN;
        }
        mean = weight * mean + (1 - weight) * value;
        bias *= weight;
        return mean / (1 - bias);
    }
}
