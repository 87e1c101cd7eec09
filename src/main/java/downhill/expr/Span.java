package downhill.expr;

/**
 * A stretch of source text.
 *
 * @param line   line of the first character, from 1
 * @param column column of the first character in characters, from 1
 * @param length number of characters, at least 0
 */
public record Span(int line, int column, int length) {
    /** For expressions made by the program rather than read from a text. */
    public static final Span NONE = new Span(0, 0, 0);
}
