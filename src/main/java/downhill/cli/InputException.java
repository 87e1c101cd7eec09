package downhill.cli;

/** A call that asks for something that cannot be. The message is a sentence for a person. */
public final class InputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InputException(String message) {
        super(message);
    }
}
