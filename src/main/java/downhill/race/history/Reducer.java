package downhill.race.history;

import java.util.Arrays;

/** Collects points by increasing x and keeps of each bucket of steps the smallest and the largest value. */
final class Reducer {
    private final long bucket;
    private double[] x;
    private double[] y;
    private int size;
    private long current = Long.MIN_VALUE;
    private double lowX;
    private double low;
    private double highX;
    private double high;

    /** @param bucket steps in a bucket, at least 1; buckets begin at multiples of it, so that pictures stay still */
    Reducer(long bucket, int expected) {
        this.bucket = bucket;
        x = new double[expected + 4];
        y = new double[expected + 4];
    }

    /** The smallest power of two with at most {@code maxPoints} points for {@code steps} steps. */
    static long bucketFor(long steps, int maxPoints) {
        long bucket = 1;
        while (2 * (steps / bucket + 1) > Math.max(4, maxPoints)) {
            bucket <<= 1;
        }
        return bucket;
    }

    void add(double step, double value) {
        long index = Math.floorDiv((long) step, bucket);
        if (index != current) {
            flush();
            current = index;
            lowX = step;
            highX = step;
            low = value;
            high = value;
        } else if (value < low) {
            low = value;
            lowX = step;
        } else if (value > high) {
            high = value;
            highX = step;
        }
    }

    private void flush() {
        if (current == Long.MIN_VALUE) {
            return;
        }
        if (lowX == highX) {
            emit(lowX, low);
        } else if (lowX < highX) {
            emit(lowX, low);
            emit(highX, high);
        } else {
            emit(highX, high);
            emit(lowX, low);
        }
    }

    private void emit(double step, double value) {
        if (size == x.length) {
            x = Arrays.copyOf(x, 2 * size);
            y = Arrays.copyOf(y, 2 * size);
        }
        x[size] = step;
        y[size] = value;
        size++;
    }

    /** All points, and the last one that was there however small its bucket. */
    Curve curve(double lastStep, double lastValue) {
        flush();
        if (size > 0 && x[size - 1] < lastStep) {
            emit(lastStep, lastValue);
        }
        return new Curve(Arrays.copyOf(x, size), Arrays.copyOf(y, size));
    }

    /** All points. */
    Curve curve() {
        return curve(Double.NEGATIVE_INFINITY, Double.NaN);
    }
}
