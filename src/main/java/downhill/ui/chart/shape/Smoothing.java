package downhill.ui.chart.shape;

/**
 * Double exponential smoothing: s ← w·s + (1 − w)·y freed of its start's bias (s / (1 − wⁿ)), and r the same of s. Both lag
 * behind a falling curve, by as much as the same means of x lag behind x; the line through both, read at x, does not. Far
 * from the start and with even steps that is 2s − r. It is kept within the values seen so far. On a scale of equal ratios
 * the logarithms are smoothed. Points that are not finite stay gaps and do not move the mean.
 * Goes on where it stopped when it is fed a longer snapshot of one buffer.
 */
public final class Smoothing {
    private static final int SHORT = 480;

    private final double weight;
    private final boolean log;
    private PointBuffer out = new PointBuffer();
    private Object source;
    private int done;
    private final Mean level = new Mean();
    private final Mean second = new Mean();
    private final Mean place = new Mean();
    private final Mean secondPlace = new Mean();
    private double bias;
    private double least;
    private double greatest;

    /**
     * The weight for a curve of so many points where {@code weight} is chosen for one of up to {@value #SHORT}: the means reach
     * over the same part of a longer curve. It grows in steps of a quarter of the length, for with each the whole line changes.
     */
    public static double stretched(double weight, int points) {
        double longer = Math.max(0, Math.floor(Math.log(points / (double) SHORT) / Math.log(1.25)));
        return Math.pow(weight, Math.pow(1.25, -longer));
    }

    /** With {@code weight} from 0 (none) to below 1 of the past; of the logarithms where {@code log}. */
    public Smoothing(double weight, boolean log) {
        this.weight = weight;
        this.log = log;
        restart(null);
    }

    public boolean is(double otherWeight, boolean otherLog) {
        return weight == otherWeight && log == otherLog;
    }

    /** The smoothed curve of {@code raw}. */
    public Points of(Points raw) {
        if (source == null || source != raw.source() || raw.size() < done) {
            restart(raw.source());
        }
        for (; done < raw.size(); done++) {
            out.append(raw.x(done), next(raw.x(done), raw.y(done)));
        }
        return out.snapshot();
    }

    private void restart(Object from) {
        source = from;
        out = new PointBuffer();
        done = 0;
        for (Mean mean : new Mean[] {level, second, place, secondPlace}) {
            mean.sum = 0;
        }
        bias = 1;
        least = Double.POSITIVE_INFINITY;
        greatest = Double.NEGATIVE_INFINITY;
    }

    private double next(double x, double measured) {
        double value = log ? Math.log(measured) : measured;
        if (!Double.isFinite(value)) {
            return Double.NaN;
        }
        least = Math.min(least, value);
        greatest = Math.max(greatest, value);
        bias *= weight;
        double at = level.next(value);
        double atX = place.next(x);
        double behind = at - second.next(at);
        double behindX = atX - secondPlace.next(atX);
        double free = behindX > 0 ? at + behind / behindX * (x - atX) : at;
        double line = Math.max(least, Math.min(greatest, free));
        return log ? Math.exp(line) : line;
    }

    /** An exponentially weighted mean. */
    private final class Mean {
        private double sum;

        double next(double value) {
            sum = weight * sum + (1 - weight) * value;
            return sum / (1 - bias);
        }
    }
}
