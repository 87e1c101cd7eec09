package downhill.data;

/** What the values in a window of a time series are measured from. */
public enum Level {
    /** From zero: values as they are. */
    NONE,
    /**
     * From the mean of the same column in the same window, so that a model meets familiar numbers where a series has grown out
     * of the range it was trained on. See {@link Relation} for how.
     */
    WINDOW
}
