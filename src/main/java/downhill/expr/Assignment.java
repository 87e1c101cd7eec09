package downhill.expr;

/**
 * One line of an update: {@code target ← value}.
 *
 * @param span  where the target stands
 * @param block the part of the update that the line belongs to
 */
public record Assignment(String target, Expr value, Span span, UpdatePart block) {
    /** A line outside of every block. */
    public Assignment(String target, Expr value, Span span) {
        this(target, value, span, UpdatePart.NONE);
    }

    /** The same line with another formula. */
    public Assignment giving(Expr other) {
        return new Assignment(target, other, span, block);
    }

    /** The same line in a part of the update. */
    public Assignment in(UpdatePart part) {
        return new Assignment(target, value, span, part);
    }
}
