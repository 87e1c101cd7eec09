package downhill.words;

/** A failure that is told to a person. Its message is what is said, in English. */
public abstract class SaidException extends RuntimeException implements Saying {
    private static final long serialVersionUID = 1L;

    private final transient Said said;

    /** Fails with what is said. */
    protected SaidException(Said said) {
        this(said, null);
    }

    /** Fails with what is said, for a cause or null. */
    protected SaidException(Said said, Throwable cause) {
        super(null, cause);
        this.said = said;
    }

    @Override
    public final Said said() {
        return said;
    }

    @Override
    public final String getMessage() {
        return said.toString();
    }
}
