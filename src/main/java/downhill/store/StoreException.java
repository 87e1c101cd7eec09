package downhill.store;

/** A file that cannot be read or written. The message is a sentence for a person: which file, where in it, what to do. */
public sealed class StoreException extends RuntimeException permits MalformedException {
    private static final long serialVersionUID = 1L;

    public StoreException(String message) {
        super(message);
    }

    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
