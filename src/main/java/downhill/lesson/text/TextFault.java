package downhill.lesson.text;

import downhill.words.Said;
import downhill.words.SaidException;

/** A text that is none of a lesson; whoever knows its file says which it is. */
public final class TextFault extends SaidException {
    private static final long serialVersionUID = 1L;

    private final int line;

    TextFault(int line, Said said) {
        super(said);
        this.line = line;
    }

    /** From 1. */
    public int line() {
        return line;
    }
}
