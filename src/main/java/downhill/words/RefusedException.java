package downhill.words;

/** An argument that cannot be, where that is told to a person: by a value they typed or a file they opened. */
public class RefusedException extends IllegalArgumentException implements Saying {
    private static final long serialVersionUID = 1L;

    private final transient Said said;

    /** Refuses for the reason that is said. */
    public RefusedException(Said said) {
        this(said, null);
    }

    /** Refuses for the reason that is said, which has a cause. */
    public RefusedException(Said said, Throwable cause) {
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
