package downhill.model;

/** A model that cannot be: the message says what does not fit what, and what would. */
public final class ModelException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    public ModelException(String message) {
        super(message);
    }

    public ModelException(String message, Throwable cause) {
        super(message, cause);
    }
}
