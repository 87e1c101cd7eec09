package downhill.study.trial;

/** How a trial stands. */
public enum TrialState {
    /** Somebody trains it, or did until they were ended. */
    RUNNING,
    /** Trained to its end. */
    COMPLETE,
    /** Given up before its end, because others did better. */
    PRUNED,
    /** Its loss or a parameter became infinite or not a number, or it could not be trained. */
    FAILED,
    /** Put in a queue by another program; this one leaves it there. */
    WAITING;

    /** Whether nothing more will come of it. */
    public boolean ended() {
        return this == COMPLETE || this == PRUNED || this == FAILED;
    }
}
