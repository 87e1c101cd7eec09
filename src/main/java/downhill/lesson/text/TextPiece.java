package downhill.lesson.text;

/**
 * A piece of a line.
 *
 * @param text  as it is shown
 * @param style how
 */
public record TextPiece(String text, Style style) {
    /** How a piece is set. */
    public enum Style {
        PLAIN, EMPHASIS, STRONG, CODE, FORMULA
    }
}
