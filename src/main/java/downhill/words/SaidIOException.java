package downhill.words;

import java.io.IOException;

/** A failure to read or write that is told to a person. Its message is what is said, in English. */
public class SaidIOException extends IOException implements Saying {
    private static final long serialVersionUID = 1L;

    private final transient Said said;

    /** Fails with what is said. */
    public SaidIOException(Said said) {
        super((String) null);
        this.said = said;
    }

    @Override
    public final Said said() {
        return said;
    }

    @Override
    public final String getMessage() {
        return said.toString();
    }
}
