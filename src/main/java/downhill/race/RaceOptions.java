package downhill.race;

/**
 * How a race is run; nothing here changes any number it gives.
 *
 * @param threads       how many threads may compute, at least 1
 * @param chunkMillis   how long the loop trains before it looks at commands again, about; above 0
 * @param keyFrameBytes memory for going back in time
 * @param sink          told every recorded step, on the race's thread; or null
 * @param lookedAt      whether contenders are validated at the very step at which the race rests, to be read in a snapshot
 */
public record RaceOptions(int threads, double chunkMillis, long keyFrameBytes, StepSink sink, boolean lookedAt) {
    private static final long KEY_FRAME_BYTES = 64L << 20;

    public RaceOptions {
        if (threads < 1 || !(chunkMillis > 0)) {
            throw new IllegalArgumentException("threads " + threads + ", chunk of " + chunkMillis + " ms");
        }
    }

    /** All cores, for running without a window. */
    public static RaceOptions alone() {
        return new RaceOptions(Runtime.getRuntime().availableProcessors(), 20, KEY_FRAME_BYTES, null, false);
    }

    /** One core stays free for the window, and commands are looked at more often. */
    public static RaceOptions besideWindow() {
        return new RaceOptions(Math.max(1, Runtime.getRuntime().availableProcessors() - 1), 6, KEY_FRAME_BYTES, null, true);
    }

    public RaceOptions withThreads(int other) {
        return new RaceOptions(other, chunkMillis, keyFrameBytes, sink, lookedAt);
    }

    public RaceOptions withChunkMillis(double other) {
        return new RaceOptions(threads, other, keyFrameBytes, sink, lookedAt);
    }

    public RaceOptions withKeyFrameBytes(long other) {
        return new RaceOptions(threads, chunkMillis, other, sink, lookedAt);
    }

    public RaceOptions withSink(StepSink other) {
        return new RaceOptions(threads, chunkMillis, keyFrameBytes, other, lookedAt);
    }
}
