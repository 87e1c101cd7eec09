package downhill.engine;

import downhill.words.Said;
import downhill.words.SaidException;

/** The engine cannot start on this machine. The message says why and what to do. */
public final class UnavailableException extends SaidException {
    private static final long serialVersionUID = 1L;

    public UnavailableException(Said said) {
        super(said);
    }

    public UnavailableException(Said said, Throwable cause) {
        super(said, cause);
    }
}
