package downhill.store;

import downhill.words.Said;
import downhill.words.SaidException;

/** A file that cannot be read or written. The message is a sentence for a person: which file, where in it, what to do. */
public sealed class StoreException extends SaidException permits MalformedException {
    private static final long serialVersionUID = 1L;

    public StoreException(Said said) {
        super(said);
    }

    public StoreException(Said said, Throwable cause) {
        super(said, cause);
    }
}
