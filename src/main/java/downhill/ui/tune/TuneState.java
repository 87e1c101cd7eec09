package downhill.ui.tune;

/** How a search stands. */
public enum TuneState {
    /** None was begun. */
    NONE,
    RUNNING,
    /** It waits where it is, with all that is under way. */
    PAUSED,
    /** All trials that were asked for are there. */
    DONE,
    /** A person stopped it. */
    STOPPED,
    /** The minutes were over. */
    TIME,
    /** Something kept it from going on. */
    FAILED;

    /** Whether it has a thread. */
    public boolean isUnderWay() {
        return this == RUNNING || this == PAUSED;
    }
}
