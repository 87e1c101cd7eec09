package downhill.race;

/**
 * How a race is run; nothing here changes any number it gives.
 *
 * @param threads       how many threads may compute, at least 1
 * @param chunkMillis   how long the loop trains before it looks at commands again, about; above 0
 * @param keyFrameBytes memory for going back in time
 * @param sink          told every recorded step, on the race's thread; or null
 */
public record RaceOptions(int threads, double chunkMillis, long keyFrameBytes, StepSink sink) {
    private static final long KEY_FRAME_BYTES = 64L << 20;

    public RaceOptions {
        if (threads < 1 || !(chunkMillis > 0)) {
            throw new IllegalArgumentException("threads " + threads + ", chunk of " + chunkMillis + " ms");
        }
    }

    /** All cores, for running without a window. */
    public static RaceOptions alone() {
        return new RaceOptions(Runtime.getRuntime().availableProcessors(), 20, KEY_FRAME_BYTES, null);
    }

    /** One core stays free for the window, and commands are looked at more often. */
    public static RaceOptions besideWindow() {
        return new RaceOptions(Math.max(1, Runtime.getRuntime().availableProcessors() - 1), 6, KEY_FRAME_BYTES, null);
    }

    public RaceOptions withThreads(int other) {
        return new RaceOptions(other, chunkMillis, keyFrameBytes, sink);
    }

    public RaceOptions withChunkMillis(double other) {
        return new RaceOptions(threads, other, keyFrameBytes, sink);
    }

    public RaceOptions withKeyFrameBytes(long other) {
        return new RaceOptions(threads, chunkMillis, other, sink);
    }

    public RaceOptions withSink(StepSink other) {
        return new RaceOptions(threads, chunkMillis, keyFrameBytes, other);
    }
}
