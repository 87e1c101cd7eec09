package downhill.expr;

import downhill.words.Said;
import downhill.words.SaidException;

/**
 * What is wrong with a formula or rule text, and where. The only exception that reading a text raises.
 *
 * <p>{@link #what()} says what was found and what to do; {@link #getMessage()} puts line and column before it.
 */
public final class FormulaException extends SaidException {
    private final Span span;
    private final transient Said what;

    /** What is wrong with the stretch of text at {@code span}. */
    public FormulaException(Span span, Said what) {
        super(Said.of("formula.place", span.line(), span.column(), what));
        this.span = span;
        this.what = what;
    }

    /** Where it is. */
    public Span span() {
        return span;
    }

    /** What was found and what to do, without the place. */
    public Said what() {
        return what;
    }

    /** {@link #what()} in English. */
    public String sentence() {
        return what.toString();
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
