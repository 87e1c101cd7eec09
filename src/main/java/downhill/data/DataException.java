package downhill.data;

import downhill.words.Said;
import downhill.words.SaidException;

/** Data that cannot be read or used. The message is one sentence or two for a person: where, what was found, what to do. */
public final class DataException extends SaidException {
    private static final long serialVersionUID = 1L;

    public DataException(Said said) {
        super(said);
    }

    public DataException(Said said, Throwable cause) {
        super(said, cause);
    }
}
