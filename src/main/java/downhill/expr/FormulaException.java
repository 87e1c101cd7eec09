package downhill.expr;

/**
 * What is wrong with a formula or rule text, and where. The only exception that reading a text raises.
 *
 * <p>{@link #sentence()} says what was found and what to do; {@link #getMessage()} puts line and column before it.
 */
public final class FormulaException extends RuntimeException {
    private final Span span;
    private final String sentence;

    /** A message about the stretch of text at {@code span}. */
    public FormulaException(Span span, String sentence) {
        super("line " + span.line() + ", column " + span.column() + ": " + sentence);
        this.span = span;
        this.sentence = sentence;
    }

    /** Where it is. */
    public Span span() {
        return span;
    }

    /** What was found and what to do, without the place. */
    public String sentence() {
        return sentence;
    }

    /** Line, from 1. */
    public int line() {
        return span.line();
    }

    /** Column in characters, from 1. */
    public int column() {
        return span.column();
    }

    /** Number of characters it concerns, at least 0. */
    public int length() {
        return span.length();
    }
}
