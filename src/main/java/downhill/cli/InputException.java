package downhill.cli;

import downhill.words.Said;
import downhill.words.SaidException;

/** A call that asks for something that cannot be. The message is a sentence for a person. */
public final class InputException extends SaidException {
    private static final long serialVersionUID = 1L;

    public InputException(Said said) {
        super(said);
    }
}
