package downhill.data;

import downhill.words.Said;

/**
 * How a time series is cut into examples: {@code window} past rows predict the target {@code horizon} rows after the last of them.
 *
 * @param window  rows shown to the model, at least 1
 * @param horizon rows ahead, at least 1
 * @param stride  rows between the starts of two windows, at least 1
 * @param level   what numbers in a window, and its target, are measured from; null is {@link Level#NONE}
 */
public record SequenceSpec(int window, int horizon, int stride, Level level) {
    public SequenceSpec {
        if (window < 1 || horizon < 1 || stride < 1) {
            throw new DataException(Said.of("series.least", window, horizon, stride));
        }
        level = level == null ? Level.NONE : level;
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
