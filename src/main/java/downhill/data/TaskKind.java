package downhill.data;

/** What is learned. */
public enum TaskKind {
    /** A number. */
    REGRESSION,
    /** One of two classes. */
    BINARY,
    /** One of three or more classes. */
    MULTICLASS;

    /** Whether the target is one of several classes. */
    public boolean isClassification() {
        return this != REGRESSION;
    }
}
