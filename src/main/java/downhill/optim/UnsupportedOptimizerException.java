package downhill.optim;

import downhill.words.Said;
import downhill.words.SaidException;

/** An optimizer, schedule or option of another program that Downhill does not have. The message is one sentence. */
public final class UnsupportedOptimizerException extends SaidException {
    /** One sentence on what is not supported. */
    public UnsupportedOptimizerException(Said sentence) {
        super(sentence);
    }
}
