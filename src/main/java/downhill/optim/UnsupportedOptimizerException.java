package downhill.optim;

/** An optimizer, schedule or option of another program that Downhill does not have. The message is one sentence. */
public final class UnsupportedOptimizerException extends RuntimeException {
    /** One sentence on what is not supported. */
    public UnsupportedOptimizerException(String sentence) {
        super(sentence);
    }
}
