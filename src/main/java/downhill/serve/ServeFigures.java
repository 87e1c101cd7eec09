package downhill.serve;

import java.util.List;
import java.util.Map;

/**
 * What a server has been asked since it began.
 *
 * @param nanos      when this was read, as {@link System#nanoTime}
 * @param requests   answered, of any kind
 * @param failed     of them with 4xx or 5xx
 * @param rows       that came to models
 * @param unanswered of them that have no answer
 * @param now        requests that have no answer yet
 * @param bounds     in seconds, rising: to which an answer took, see {@code counts}
 * @param counts     requests that took at most that bound and longer than the one before; the last took longer than all
 * @param columns    by model in its newest version, what its columns were asked with
 */
public record ServeFigures(long nanos, long requests, long failed, long rows, long unanswered, int now, double[] bounds, long[] counts,
                           Map<String, List<DriftLine>> columns) {
    private static final double NANO = 1e-9;

    /** Requests a second since {@code before}; NaN where no time has passed. */
    public double perSecond(ServeFigures before) {
        double seconds = (nanos - before.nanos) * NANO;
        return seconds > 0 ? (requests - before.requests) / seconds : Double.NaN;
    }

    /** Seconds within which that share of all answers came, as the next bound above it; NaN of none, infinite beyond all bounds. */
    public double within(double share) {
        long sum = 0;
        for (int i = 0; i < counts.length; i++) {
            sum += counts[i];
            if (requests > 0 && sum >= share * requests) {
                return i < bounds.length ? bounds[i] : Double.POSITIVE_INFINITY;
            }
        }
        return Double.NaN;
    }

    /** Numbers outside the range of training and categories that it did not have. */
    public long outside() {
        return columns.values().stream().flatMap(List::stream).mapToLong(DriftLine::outside).sum();
    }
}
