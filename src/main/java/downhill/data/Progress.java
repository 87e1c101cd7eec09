package downhill.data;

/** Told how far a long task has come, and asked whether to go on. Called from the thread that does the work. */
public interface Progress {
    /** Never cancels, shows nothing. */
    Progress NONE = fraction -> { };

    /** @param fraction part done, from 0 to 1 */
    void done(double fraction);

    /** Whether the task should end as soon as it can, by a {@link java.util.concurrent.CancellationException}. */
    default boolean cancelled() {
        return false;
    }
}
