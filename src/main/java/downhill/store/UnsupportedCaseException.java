package downhill.store;

/** A conformance case that asks for something Downhill does not have. The message says what. */
public final class UnsupportedCaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnsupportedCaseException(String message) {
        super(message);
    }
}
