package downhill.expr;

/** One line of an update: {@code target ← value}. */
public record Assignment(String target, Expr value, Span span) {
}
