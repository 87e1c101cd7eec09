package downhill.model;

import downhill.words.Said;
import downhill.words.RefusedException;

/** A model that cannot be: the message says what does not fit what, and what would. */
public final class ModelException extends RefusedException {
    private static final long serialVersionUID = 1L;

    public ModelException(Said said) {
        super(said);
    }

    public ModelException(Said said, Throwable cause) {
        super(said, cause);
    }
}
