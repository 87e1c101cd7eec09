package downhill.optim;

import downhill.expr.UpdatePart;
import downhill.expr.Expr;
import downhill.expr.Exprs;
import downhill.expr.FormulaException;
import downhill.expr.Over;
import downhill.optim.ValueShape.Side;
import downhill.words.Said;
import java.util.Map;

/** Finds the shape of a formula's value from those of its symbols; whatever does not fit is told at its place. */
final class ShapeReader {
    private final Map<String, ValueShape> known;
    private final UpdatePart.Place place;

    /** @param known shapes of the symbols that have a value here */
    ShapeReader(Map<String, ValueShape> known, UpdatePart.Place place) {
        this.known = known;
        this.place = place;
    }

    ValueShape of(Expr expr) {
        if (expr instanceof Expr.Sym sym) {
            return symbol(sym);
        }
        if (expr instanceof Expr.Reduce reduce) {
            return reduced(reduce, of(reduce.argument()));
        }
        if (expr instanceof Expr.Product product) {
            return product(product, of(product.left()), of(product.right()));
        }
        if (expr instanceof Expr.Transpose transpose) {
            requireMatrices(expr);
            return requireArray(transpose.argument(), of(transpose.argument())).transposed();
        }
        return together(expr);
    }

    private ValueShape symbol(Expr.Sym sym) {
        ValueShape shape = known.get(sym.name());
        if (shape != null) {
            return shape;
        }
        if (RuleTensor.isFact(sym.name())) {
            return ValueShape.OF_TENSOR;
        }
        throw new FormulaException(sym.span(), Said.of("rule.unknown", sym.name()));
    }

    private ValueShape together(Expr expr) {
        ValueShape shape = ValueShape.NUMBER;
        for (Expr part : Exprs.children(expr)) {
            ValueShape next = of(part);
            ValueShape both = shape.with(next);
            if (both == null) {
                throw new FormulaException(expr.span(), Said.of("rule.shapes", shape.shown(), next.shown()));
            }
            shape = both;
        }
        return shape;
    }

    private ValueShape reduced(Expr.Reduce reduce, ValueShape of) {
        requireArray(reduce.argument(), of);
        return switch (reduce.over()) {
            case TENSOR -> ValueShape.OF_TENSOR;
            case ALL -> overAll(reduce, of);
            case ROW -> side(reduce, ValueShape.of(of.rows(), Side.ONE));
            case COLUMN -> side(reduce, ValueShape.of(Side.ONE, of.columns()));
        };
    }

    private ValueShape side(Expr.Reduce reduce, ValueShape shape) {
        requireMatrices(reduce);
        return shape;
    }

    private ValueShape overAll(Expr.Reduce reduce, ValueShape of) {
        if (place != UpdatePart.Place.EVERYWHERE) {
            throw new FormulaException(reduce.span(), Said.of("rule.all.block", Over.ALL.prefix() + reduce.op().word()));
        }
        if (!of.equals(ValueShape.WHOLE)) {
            throw new FormulaException(reduce.span(), Said.of("rule.all.whole", Over.ALL.prefix() + reduce.op().word()));
        }
        return ValueShape.OF_TENSOR;
    }

    private ValueShape product(Expr.Product product, ValueShape left, ValueShape right) {
        requireMatrices(product);
        requireArray(product.left(), left);
        requireArray(product.right(), right);
        if (left.columns() != right.rows()) {
            throw new FormulaException(product.span(), Said.of("rule.product", left.shown(), right.shown()));
        }
        return ValueShape.of(left.rows(), right.columns());
    }

    private void requireMatrices(Expr expr) {
        if (place != UpdatePart.Place.MATRICES) {
            throw new FormulaException(expr.span(), Said.of("rule.matrices.only"));
        }
    }

    private static ValueShape requireArray(Expr expr, ValueShape shape) {
        if (shape.single()) {
            throw new FormulaException(expr.span(), Said.of("rule.array"));
        }
        return shape;
    }
}
