package downhill.race.history;

/**
 * One recorded curve of a contender.
 *
 * @param kind      what is drawn
 * @param parameter index in the parameter row for {@link Kind#PARAMETER}, else −1
 */
public record Series(Kind kind, int parameter) {
    /** Mean over seeds of the batch loss before each update. */
    public static final Series TRAIN_LOSS = new Series(Kind.TRAIN_LOSS, -1);
    /** Loss on the validation rows, mean over seeds, at validations. */
    public static final Series VALIDATION_LOSS = new Series(Kind.VALIDATION_LOSS, -1);
    /** Accuracy or R² on the validation rows, mean over seeds, at validations. */
    public static final Series METRIC = new Series(Kind.METRIC, -1);
    /** Learning rate used by each update; empty for rules without one. */
    public static final Series LEARNING_RATE = new Series(Kind.LEARNING_RATE, -1);
    /** Smallest training loss among the seeds; empty with one seed. */
    public static final Series BAND_LOW = new Series(Kind.BAND_LOW, -1);
    /** Largest training loss among the seeds; empty with one seed. */
    public static final Series BAND_HIGH = new Series(Kind.BAND_HIGH, -1);

    /** Smallest validation loss among the seeds, at validations; empty with one seed. */
    public static final Series VALIDATION_LOW = new Series(Kind.VALIDATION_LOW, -1);
    /** Largest validation loss among the seeds, at validations; empty with one seed. */
    public static final Series VALIDATION_HIGH = new Series(Kind.VALIDATION_HIGH, -1);

    /** See the constants of {@link Series}. */
    public enum Kind { TRAIN_LOSS, VALIDATION_LOSS, METRIC, LEARNING_RATE, BAND_LOW, BAND_HIGH, VALIDATION_LOW, VALIDATION_HIGH, PARAMETER }

    /** Value of a watched parameter before each update, of the first seed. */
    public static Series parameter(int index) {
        return new Series(Kind.PARAMETER, index);
    }
}
