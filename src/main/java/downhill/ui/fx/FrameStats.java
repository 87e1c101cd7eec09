package downhill.ui.fx;

/** Times of frames in a histogram of 0.1 ms steps up to 1 s. Single writer; readers see some recent state. */
public final class FrameStats {
    private static final double STEP_MILLIS = 0.1;
    private static final int BUCKETS = 10_000;

    private final int[] counts = new int[BUCKETS + 1];
    private volatile long frames;
    private volatile double workMillis;
    private volatile double longestMillis;
    private volatile double longestStallMillis;
    private volatile double seconds;

    /** Adds a frame: {@code work} ms of the FX thread's time, {@code interval} ms since the frame before. */
    void add(double work, double interval) {
        counts[(int) Math.max(0, Math.min(BUCKETS, work / STEP_MILLIS))]++;
        frames++;
        workMillis += work;
        seconds += interval / 1e3;
        longestMillis = Math.max(longestMillis, work);
        longestStallMillis = Math.max(longestStallMillis, interval);
    }

    /** Adds all frames of another stretch of time. */
    public void addAll(FrameStats other) {
        for (int i = 0; i <= BUCKETS; i++) {
            counts[i] += other.counts[i];
        }
        frames += other.frames;
        workMillis += other.workMillis;
        seconds += other.seconds;
        longestMillis = Math.max(longestMillis, other.longestMillis);
        longestStallMillis = Math.max(longestStallMillis, other.longestStallMillis);
    }

    /** How many frames there were. */
    public long frames() {
        return frames;
    }

    /** Frames a second over the whole time. */
    public double framesPerSecond() {
        return seconds == 0 ? 0 : frames / seconds;
    }

    /** Mean FX-thread work of a frame, ms. */
    public double meanWorkMillis() {
        return frames == 0 ? 0 : workMillis / frames;
    }

    /** The work that 95 of 100 frames stay below, ms. */
    public double workMillisP95() {
        return workMillis(0.95);
    }

    /** The work that the given share of frames stays below, ms, to 0.1 ms. */
    public double workMillis(double share) {
        long wanted = (long) Math.ceil(share * frames);
        long seen = 0;
        for (int i = 0; i <= BUCKETS; i++) {
            seen += counts[i];
            if (seen >= wanted && seen > 0) {
                return (i + 1) * STEP_MILLIS;
            }
        }
        return 0;
    }

    /** The longest work of one frame, ms. */
    public double longestWorkMillis() {
        return longestMillis;
    }

    /** The longest time from one frame to the next, ms. */
    public double longestStallMillis() {
        return longestStallMillis;
    }
}
