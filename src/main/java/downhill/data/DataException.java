package downhill.data;

/** Data that cannot be read or used. The message is one sentence or two for a person: where, what was found, what to do. */
public final class DataException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DataException(String message) {
        super(message);
    }

    public DataException(String message, Throwable cause) {
        super(message, cause);
    }
}
