package downhill.race.history;

import java.util.Arrays;

/**
 * One value for every step: the last hundred thousand as they are, earlier ones as the smallest and largest of 4, 16, 64, ..
 * steps. Memory is bounded: about 1 MB of steps and half a megabyte for each of the levels behind.
 *
 * <p>One thread writes and publishes; others read what was published last, without locks and without torn values.
 */
final class StepSeries {
    static final int RAW_CHUNKS = 32;
    static final int BIN_CHUNKS = 16;
    static final int LEVELS = 12;
    static final int FACTOR = 4;

    private record Published(RollingRow.View raw, RollingRow.View[] bins, double opening) {
    }

    private final long start;
    private final RollingRow raw;
    private final RollingRow[] bins = new RollingRow[LEVELS];
    private final Extremes[] open = new Extremes[LEVELS];
    private double opening = Double.NaN;
    private volatile Published published;

    /** @param start step of the first value */
    StepSeries(long start) {
        this.start = start;
        this.raw = new RollingRow(RAW_CHUNKS);
        for (int level = 0; level < LEVELS; level++) {
            bins[level] = new RollingRow(BIN_CHUNKS);
            open[level] = new Extremes();
        }
        publish();
    }

    /** Goes on from a saved series. */
    StepSeries(SavedSeries saved) {
        this.start = saved.start();
        this.raw = RollingRow.of(saved.raw(), RAW_CHUNKS);
        this.opening = raw.first() == 0 && raw.length() > 0 ? raw.get(0) : Double.NaN;
        for (int level = 0; level < LEVELS; level++) {
            bins[level] = RollingRow.of(saved.bins().get(level), BIN_CHUNKS);
            open[level] = new Extremes();
            open[level].first = saved.open()[level][0];
            open[level].second = saved.open()[level][1];
            open[level].count = (int) saved.open()[level][2];
        }
        publish();
    }

    /** As it stands; for the writer. */
    SavedSeries save() {
        double[][] unfinished = new double[LEVELS][];
        Arrays.setAll(unfinished, level -> new double[] {open[level].first, open[level].second, open[level].count});
        return new SavedSeries(start, raw.save(), Arrays.stream(bins).map(RollingRow::save).toList(), unfinished);
    }

    /** Steps in a bin of a level. */
    static long width(int level) {
        return 1L << 2 * (level + 1);
    }

    /** First step recorded. */
    long start() {
        return start;
    }

    /** The step that the next value belongs to; for the writer. */
    long end() {
        return start + raw.length();
    }

    void add(double value) {
        opening = raw.length() == 0 ? value : opening;
        raw.add(value);
        extremes(0, value, value);
    }

    /** Adds the values of consecutive steps: elements {@code from} to {@code to} − 1. */
    void addAll(double[] values, int from, int to) {
        opening = raw.length() == 0 && from < to ? values[from] : opening;
        raw.addAll(values, from, to);
        int i = from;
        while (i < to && open[0].count > 0) {
            extremes(0, values[i], values[i++]);
        }
        for (; i + FACTOR <= to; i += FACTOR) {
            four(values, i);
        }
        for (; i < to; i++) {
            extremes(0, values[i], values[i]);
        }
    }

    /** A whole bin of the first level: as {@link Extremes} says, without remembering in between. */
    private void four(double[] values, int at) {
        int least = at;
        int greatest = at;
        for (int i = at + 1; i < at + FACTOR; i++) {
            least = values[i] < values[least] ? i : least;
            greatest = values[i] > values[greatest] ? i : greatest;
        }
        double a = values[Math.min(least, greatest)];
        double b = values[Math.max(least, greatest)];
        bins[0].addPair(a, b);
        extremes(1, a, b);
    }

    private void extremes(int from, double first, double second) {
        double a = first;
        double b = second;
        for (int level = from; level < LEVELS; level++) {
            Extremes bin = open[level];
            bin.add(a, b);
            if (bin.count < FACTOR) {
                return;
            }
            a = bin.first;
            b = bin.second;
            bin.clear();
            bins[level].addPair(a, b);
        }
    }

    void publish() {
        RollingRow.View[] views = new RollingRow.View[LEVELS];
        Arrays.setAll(views, level -> bins[level].view());
        published = new Published(raw.view(), views, opening);
    }

    /** Whether {@link #truncate} there leaves exact extremes in all bins: the values of the last open bins are still known. */
    boolean exactAt(long step) {
        long length = step - start;
        for (int level = 0; level < LEVELS; level++) {
            long from = length / width(level) * FACTOR;
            long to = length / (width(level) / FACTOR);
            long known = level == 0 ? raw.first() : bins[level - 1].first() / 2;
            if (from < to && known > from) {
                return false;
            }
        }
        return true;
    }

    /** Forgets the values from a step on, and publishes. */
    void truncate(long step) {
        long length = Math.max(0, step - start);
        if (length >= raw.length()) {
            return;
        }
        raw.truncate(length);
        for (int level = 0; level < LEVELS; level++) {
            reopen(level, length);
            bins[level].truncate(length / width(level) * 2);
        }
        publish();
    }

    private void reopen(int level, long length) {
        long from = length / width(level) * FACTOR;
        long to = length / (width(level) / FACTOR);
        Extremes bin = open[level];
        bin.clear();
        for (long child = from; child < to; child++) {
            if (level == 0 && child >= raw.first()) {
                bin.add(raw.get(child), raw.get(child));
            } else if (level > 0 && 2 * child >= bins[level - 1].first()) {
                bin.add(bins[level - 1].get(2 * child), bins[level - 1].get(2 * child + 1));
            } else if (bins[level].length() > 2 * (from / FACTOR) && bins[level].first() <= 2 * (from / FACTOR)) {
                bin.add(bins[level].get(2 * (from / FACTOR)), bins[level].get(2 * (from / FACTOR) + 1));
            }
        }
        bin.count = (int) (to - from);
    }

    /** The value of the first step however long ago; NaN before there is one, and where a saved series no longer had it. */
    double opening() {
        Published now = published;
        return now.raw.length() == 0 ? Double.NaN : now.opening;
    }

    /** The published value of a step, NaN where it is not or no longer known. */
    double at(long step) {
        RollingRow.View now = published.raw;
        long index = step - start;
        return index >= now.first() && index < now.length() ? now.get(index) : Double.NaN;
    }

    /** The step after the last published one. */
    long publishedEnd() {
        return start + published.raw.length();
    }

    /** Points of the published steps from {@code from} up to, but not including, {@code to}. */
    Curve curve(long from, long to, int maxPoints) {
        Published now = published;
        long first = Math.max(0, from - start);
        long last = Math.min(to - start, now.raw.length());
        if (first >= last) {
            return Curve.EMPTY;
        }
        long bucket = last - first <= maxPoints ? 1 : Reducer.bucketFor(last - first, maxPoints);
        int finest = -1;
        while (finest + 1 < LEVELS && width(finest + 1) <= bucket) {
            finest++;
        }
        Reducer reducer = new Reducer(bucket, (int) Math.min(2 * ((last - first) / bucket + 2), last - first));
        long at = first;
        while (at < last) {
            at = read(now, at, first, last, finest, reducer);
        }
        boolean known = last > now.raw.first();
        return known ? reducer.curve(start + last - 1.0, now.raw.get(last - 1)) : reducer.curve();
    }

    /**
     * Hands on steps of one level and gives the step to go on from: whole bins of the level wanted, finer ones where a bin
     * would reach out of the range or is not complete, coarser ones where finer values are gone.
     */
    private long read(Published now, long from, long first, long last, int finest, Reducer target) {
        int level = finest;
        while (level >= 0 && !whole(now, level, from, last)) {
            level--;
        }
        while (level < LEVELS - 1 && from < firstKnown(now, level)) {
            level++;
        }
        if (level < 0) {
            return readRaw(now, from, last, finest, target);
        }
        long width = width(level);
        long bin = from / width;
        do {
            add(now.bins[level], bin, width, first, last, target);
            bin++;
        } while (level == finest && whole(now, level, bin * width, last));
        return bin * width;
    }

    private static boolean whole(Published now, int level, long from, long last) {
        long width = width(level);
        return from % width == 0 && from + width <= last && from / width < now.bins[level].length() / 2;
    }

    /** A bin's extremes, at the places of its first and its middle step as far as these lie in the range. */
    private void add(RollingRow.View view, long bin, long width, long first, long last, Reducer target) {
        double left = Math.max(first, bin * width);
        double right = Math.max(first, Math.min(last - 1, bin * width + width / 2));
        if (left == right && left > first) {
            left -= 0.5;
        } else if (left == right) {
            right += 0.5;
        }
        target.add(start + left, view.get(2 * bin));
        target.add(start + right, view.get(2 * bin + 1));
    }

    /** To the end of the range, or to where a whole bin of the level wanted begins. */
    private long readRaw(Published now, long from, long last, int finest, Reducer target) {
        long i = from;
        do {
            target.add(start + i, now.raw.get(i));
            i++;
        } while (i < last && (finest < 0 || i % width(0) != 0 || !whole(now, 0, i, last)));
        return i;
    }

    private long firstKnown(Published now, int level) {
        return level < 0 ? now.raw.first() : (now.bins[level].first() + 1) / 2 * width(level);
    }

    /** Bytes held, roughly. */
    long bytes() {
        long sum = raw.bytes();
        for (RollingRow track : bins) {
            sum += track.bytes();
        }
        return sum;
    }
}
