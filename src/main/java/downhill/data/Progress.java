package downhill.data;

import java.util.function.BooleanSupplier;

/** Told how far a long task has come, and asked whether to go on. Called from the thread that does the work. */
public interface Progress {
    /** Never cancels, shows nothing. */
    Progress NONE = fraction -> { };

    /** Shows nothing, and goes on as long as {@code go} says so. */
    static Progress asking(BooleanSupplier go) {
        return new Progress() {
            @Override
            public void done(double fraction) {
                // Nobody asks.
            }

            @Override
            public boolean cancelled() {
                return !go.getAsBoolean();
            }
        };
    }

    /** @param fraction part done, from 0 to 1 */
    void done(double fraction);

    /** Whether the task should end as soon as it can, by a {@link java.util.concurrent.CancellationException}. */
    default boolean cancelled() {
        return false;
    }

    /** That of a part of the task, which begins at {@code from} and ends at {@code to} of the whole. */
    default Progress stretch(double from, double to) {
        Progress whole = this;
        return new Progress() {
            @Override
            public void done(double fraction) {
                whole.done(from + fraction * (to - from));
            }

            @Override
            public boolean cancelled() {
                return whole.cancelled();
            }
        };
    }
}
