package downhill.race.history;

import java.util.Arrays;

/** Values at some steps only. One thread writes; readers see an array that never changes below its published length. */
final class PointSeries {
    private record Published(double[] x, double[] y, int size) {
    }

    private volatile Published published = new Published(new double[64], new double[64], 0);

    /** Goes on from saved points. */
    static PointSeries of(SavedPoints saved) {
        PointSeries series = new PointSeries();
        int room = Math.max(64, saved.steps().length);
        series.published = new Published(Arrays.copyOf(saved.steps(), room), Arrays.copyOf(saved.values(), room), saved.steps().length);
        return series;
    }

    /** As they stand. */
    SavedPoints save() {
        Published now = published;
        return new SavedPoints(Arrays.copyOf(now.x, now.size), Arrays.copyOf(now.y, now.size));
    }

    /** Adds a point behind all others; a step that is not behind them is ignored. */
    void add(long step, double value) {
        Published now = published;
        if (now.size > 0 && step <= now.x[now.size - 1]) {
            return;
        }
        boolean full = now.size == now.x.length;
        double[] x = full ? Arrays.copyOf(now.x, 2 * now.size) : now.x;
        double[] y = full ? Arrays.copyOf(now.y, 2 * now.size) : now.y;
        x[now.size] = step;
        y[now.size] = value;
        published = new Published(x, y, now.size + 1);
    }

    /** Forgets the points from a step on. */
    void truncate(long step) {
        Published now = published;
        int kept = now.size;
        while (kept > 0 && now.x[kept - 1] >= step) {
            kept--;
        }
        if (kept < now.size) {
            int room = Math.max(64, now.x.length);
            published = new Published(Arrays.copyOf(Arrays.copyOf(now.x, kept), room),
                    Arrays.copyOf(Arrays.copyOf(now.y, kept), room), kept);
        }
    }

    /** The value at exactly this step, or null. */
    Double at(long step) {
        Published now = published;
        int index = Arrays.binarySearch(now.x, 0, now.size, step);
        return index < 0 ? null : (Double) now.y[index];
    }

    /** The last point at or before a step, as [step, value], or null. */
    double[] before(long step) {
        Published now = published;
        int index = lowerBound(now, step + 1) - 1;
        return index < 0 ? null : new double[] {now.x[index], now.y[index]};
    }

    /** The same object as long as nothing is added or forgotten. */
    Object mark() {
        return published;
    }

    Curve curve(long from, long to, int maxPoints) {
        Published now = published;
        int first = lowerBound(now, from);
        int last = lowerBound(now, to);
        if (first >= last) {
            return Curve.EMPTY;
        }
        if (last - first <= maxPoints) {
            return new Curve(Arrays.copyOfRange(now.x, first, last), Arrays.copyOfRange(now.y, first, last));
        }
        long range = (long) (now.x[last - 1] - now.x[first]) + 1;
        Reducer reducer = new Reducer(Reducer.bucketFor(range, maxPoints), maxPoints);
        for (int i = first; i < last; i++) {
            reducer.add(now.x[i], now.y[i]);
        }
        return reducer.curve(now.x[last - 1], now.y[last - 1]);
    }

    private static int lowerBound(Published now, long step) {
        int index = Arrays.binarySearch(now.x, 0, now.size, step);
        return index < 0 ? -index - 1 : index;
    }

    long bytes() {
        return 16L * published.x.length;
    }
}
