package downhill.ui.landscape;

/** When a plane is found anew: now and then while the paths grow, so that the picture does not swim, and at the end. */
final class Refit {
    private static final double GROWTH = 1.4;
    private static final long FEW_STEPS = 16;
    private static final long PATIENCE_NANOS = 700_000_000L;

    private long end;
    private long at;
    private boolean finished;

    /** The plane was found when {@code step} steps were known. */
    void done(long step, boolean ended, long nanos) {
        end = step;
        finished = ended;
        at = nanos;
    }

    /** Whether {@code step} steps known now are reason enough, or that somebody has left the region. */
    boolean due(long step, boolean ended, boolean outside, long nanos) {
        if (step < end) { // begun again: the old plane stays until there is something to see on a new one
            end = 0;
            finished = false;
        }
        boolean grown = (step > end * GROWTH + FEW_STEPS || outside && step > end) && nanos - at > PATIENCE_NANOS;
        return grown || ended && !finished && step > end;
    }
}
