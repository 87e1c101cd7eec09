package downhill.race;

/** Speed over about the last second. */
final class Meter {
    private static final int SAMPLES = 32;
    private static final long SPACING = 40_000_000L;
    private static final long WINDOW = 1_000_000_000L;

    private final long[] times = new long[SAMPLES];
    private final long[] totals = new long[SAMPLES];
    private int size;
    private int newest = -1;
    private long total;

    void add(long steps, long now) {
        if (size == 0) {
            sample(now);
        }
        total += steps;
        if (now - times[newest] >= SPACING) {
            sample(now);
        }
    }

    private void sample(long now) {
        newest = (newest + 1) % SAMPLES;
        times[newest] = now;
        totals[newest] = total;
        size = Math.min(SAMPLES, size + 1);
    }

    void clear() {
        size = 0;
    }

    /** Steps per second, 0 where nothing is known. */
    double perSecond(long now) {
        for (int back = size - 1; back >= 0; back--) {
            int index = Math.floorMod(newest - back, SAMPLES);
            long time = now - times[index];
            if (time > 0 && time <= WINDOW || back == 0 && time > 0) {
                return (total - totals[index]) * 1e9 / time;
            }
        }
        return 0;
    }
}
