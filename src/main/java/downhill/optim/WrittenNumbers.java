package downhill.optim;

import downhill.expr.Expr;
import downhill.expr.Printer;
import downhill.expr.Span;

/** Numbers as people write them. */
final class WrittenNumbers {
    private WrittenNumbers() {
    }

    static String text(double value) {
        return Printer.print(new Expr.Num(value, Span.NONE));
    }
}
