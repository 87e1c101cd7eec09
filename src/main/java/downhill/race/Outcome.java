package downhill.race;

/** How a contender stands, and once it has ended, how it ended. */
public enum Outcome {
    /** Has not ended. */
    RUNNING,
    /**
     * Branches off at a later step than the one the race is at. What is kept of a race never says so: it is a matter of where one
     * looks.
     */
    UNBORN,
    /** Used its whole budget. */
    FINISHED,
    /** Ended by the user. */
    STOPPED,
    /** Its validation loss no longer fell. */
    EARLY_STOPPED,
    /** Its loss or a parameter became infinite or not a number. */
    DIVERGED,
    /** Something in the program went wrong. */
    FAILED;

    public boolean ended() {
        return this != RUNNING && this != UNBORN;
    }
}
