package downhill.race.history;

/** Smallest and largest of some values, in the order in which they occurred. */
final class Extremes {
    double first;
    double second;
    int count;

    void clear() {
        count = 0;
    }

    /** Adds a stretch of which the extremes are given in their order. */
    void add(double a, double b) {
        if (count++ == 0) {
            first = a;
            second = b;
            return;
        }
        double low = Math.min(first, second);
        double high = Math.max(first, second);
        boolean lower = Math.min(a, b) < low;
        boolean higher = Math.max(a, b) > high;
        if (lower && higher) {
            first = a;
            second = b;
        } else if (lower) {
            first = high;
            second = Math.min(a, b);
        } else if (higher) {
            first = low;
            second = Math.max(a, b);
        }
    }
}
