package downhill.race;

/** What the race as a whole is doing. */
public enum RaceState {
    /** Data, model and engine are being made ready. */
    PREPARING,
    /** Ready to start, or stopped in between. */
    PAUSED,
    RUNNING,
    /** Every contender has ended. */
    ENDED,
    /** Could not be made ready; the message says why. */
    FAILED,
    CLOSED
}
