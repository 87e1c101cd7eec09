package downhill.data;

/** What is done about a missing value in a feature. A row whose target is missing is never used. */
public enum MissingStrategy {
    /** The row is left out. */
    DROP_ROW,
    /** Arithmetic mean of the training rows; in a column of labels the most frequent one. */
    MEAN,
    /** Median of the training rows; in a column of labels the most frequent one. */
    MEDIAN,
    /** Most frequent value of the training rows, the smallest where several are. */
    MOST_FREQUENT
}
