package downhill.store;

import downhill.words.Said;
import downhill.words.SaidException;

/** A conformance case that asks for something Downhill does not have. The message says what. */
public final class UnsupportedCaseException extends SaidException {
    private static final long serialVersionUID = 1L;

    public UnsupportedCaseException(Said said) {
        super(said);
    }

    /** A name that Downhill does not know; {@code what} is the key of what it should name */
    public static UnsupportedCaseException unknown(String what, String name) {
        return new UnsupportedCaseException(Said.of("case.unknown", Said.of(what), name));
    }
}
