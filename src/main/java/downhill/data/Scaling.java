package downhill.data;

/** How numeric features are scaled; the constants are taken from the training rows alone. */
public enum Scaling {
    /** Values as they are in the file. */
    NONE,
    /** (x − mean) / standard deviation, the deviation with divisor n (population). */
    STANDARD,
    /** (x − minimum) / (maximum − minimum), so that the training rows lie in [0, 1]. */
    MIN_MAX
}
