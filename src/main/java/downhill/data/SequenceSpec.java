package downhill.data;

import java.io.Serializable;

/**
 * How a time series is cut into examples: {@code window} past rows predict the target {@code horizon} rows after the last of them.
 *
 * @param window  rows shown to the model, at least 1
 * @param horizon rows ahead, at least 1
 * @param stride  rows between the starts of two windows, at least 1
 * @param level   what numbers in a window, and its target, are measured from; null is {@link Level#NONE}
 */
public record SequenceSpec(int window, int horizon, int stride, Level level) implements Serializable {
    /** As usual in all. */
    static final SequenceSpec USUAL = of(DataSettings.WINDOW.usual().intValue());

    public SequenceSpec {
        DataSettings.require(DataSettings.WINDOW, (long) window);
        DataSettings.require(DataSettings.HORIZON, (long) horizon);
        DataSettings.require(DataSettings.STRIDE, (long) stride);
        level = level == null ? Level.NONE : level;
    }

    /** As usual, with windows of so many rows. */
    public static SequenceSpec of(int window) {
        return new SequenceSpec(window, DataSettings.HORIZON.usual().intValue(), DataSettings.STRIDE.usual().intValue(),
                DataSettings.LEVEL.usual());
    }

    /** Values as they are. */
    public SequenceSpec(int window, int horizon, int stride) {
        this(window, horizon, stride, Level.NONE);
    }

    /** Rows from the first of a window to its target; more than any table has where it cannot be counted. */
    public int reach() {
        return (int) Math.min(Integer.MAX_VALUE, window - 1L + horizon);
    }

    public SequenceSpec withLevel(Level other) {
        return new SequenceSpec(window, horizon, stride, other);
    }
}
