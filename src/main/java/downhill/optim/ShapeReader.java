package downhill.optim;

import downhill.expr.Expr;
import downhill.expr.Exprs;
import downhill.expr.FormulaException;
import downhill.expr.MatrixFunction;
import downhill.expr.Over;
import downhill.expr.UpdatePart;
import downhill.words.Said;
import java.util.Map;

/** Finds the shape of a formula's value from those of its symbols; whatever does not fit is told at its place. */
final class ShapeReader {
    private final Map<String, ValueShape> known;
    private final UpdatePart part;

    /** @param known shapes of the symbols that have a value here */
    ShapeReader(Map<String, ValueShape> known, UpdatePart part) {
        this.known = known;
        this.part = part;
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
            return requireMatrix(expr, requireArray(transpose.argument(), of(transpose.argument()))).transposed();
        }
        if (expr instanceof Expr.Evaluated) {
            throw new FormulaException(expr.span(), Said.of("rule.evaluated"));
        }
        return expr instanceof Expr.OfMatrix of ? ofMatrix(of) : together(expr);
    }

    private ValueShape symbol(Expr.Sym sym) {
        ValueShape shape = known.get(sym.name());
        if (shape != null) {
            return shape;
        }
        if (RuleTensor.isFact(sym.name()) || sym.name().equals(Rule.LOSS)) {
            return ValueShape.OF_TENSOR;
        }
        if (sym.name().equals(Rule.NOISE)) {
            return ValueShape.WHOLE;
        }
        throw new FormulaException(sym.span(), Unknown.words(sym.name(), known.keySet()));
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

    private ValueShape ofMatrix(Expr.OfMatrix of) {
        if (of.function() == MatrixFunction.IDENTITY) {
            return identity(of);
        }
        ValueShape argument = requireArray(of.argument(), of(of.argument()));
        return switch (of.function()) {
            case VEC -> vec(of, argument);
            case MAT -> mat(of, argument);
            default -> requireMatrix(of, square(of, argument));
        };
    }

    private ValueShape identity(Expr.OfMatrix of) {
        boolean side = of.argument() instanceof Expr.Sym sym && !known.containsKey(sym.name()) && RuleTensor.isFact(sym.name())
                && !sym.name().equals(RuleTensor.IS_MATRIX);
        if (!side) {
            throw new FormulaException(of.span(), Said.of("rule.identity"));
        }
        Side length = Side.of(((Expr.Sym) of.argument()).name()).orElseThrow();
        return requireMatrix(of, ValueShape.of(length, length));
    }

    private ValueShape vec(Expr.OfMatrix of, ValueShape shape) {
        requirePart(of);
        if (!shape.equals(ValueShape.WHOLE)) {
            throw new FormulaException(of.span(), Said.of("rule.vec", shape.shown()));
        }
        return ValueShape.of(Side.SIZE, Side.ONE);
    }

    private ValueShape mat(Expr.OfMatrix of, ValueShape shape) {
        requirePart(of);
        if (!shape.equals(ValueShape.of(Side.SIZE, Side.ONE))) {
            throw new FormulaException(of.span(), Said.of("rule.mat", shape.shown()));
        }
        return ValueShape.WHOLE;
    }

    private static ValueShape square(Expr.OfMatrix of, ValueShape shape) {
        boolean tall = of.function() == MatrixFunction.QR && shape.columns().thin();
        if (!shape.rows().equals(shape.columns()) && !tall) {
            throw new FormulaException(of.span(), Said.of("rule.square", of.function().word(), shape.shown()));
        }
        return shape;
    }

    private ValueShape reduced(Expr.Reduce reduce, ValueShape of) {
        requireArray(reduce.argument(), of);
        return switch (reduce.over()) {
            case TENSOR -> ValueShape.OF_TENSOR;
            case ALL -> overAll(reduce, of);
            case ROW -> side(reduce, of, ValueShape.of(of.rows(), Side.ONE));
            case COLUMN -> side(reduce, of, ValueShape.of(Side.ONE, of.columns()));
        };
    }

    private ValueShape side(Expr.Reduce reduce, ValueShape of, ValueShape shape) {
        requireMatrix(reduce, of);
        return shape;
    }

    private ValueShape overAll(Expr.Reduce reduce, ValueShape of) {
        if (part.place() != UpdatePart.Place.EVERYWHERE) {
            throw new FormulaException(reduce.span(), Said.of("rule.all.block", Over.ALL.prefix() + reduce.op().word()));
        }
        if (!of.equals(ValueShape.WHOLE)) {
            throw new FormulaException(reduce.span(), Said.of("rule.all.whole", Over.ALL.prefix() + reduce.op().word()));
        }
        return ValueShape.OF_TENSOR;
    }

    private ValueShape product(Expr.Product product, ValueShape left, ValueShape right) {
        requireMatrix(product, left);
        requireMatrix(product, right);
        requireArray(product.left(), left);
        requireArray(product.right(), right);
        if (!left.columns().equals(right.rows())) {
            throw new FormulaException(product.span(), Said.of("rule.product", left.shown(), right.shown()));
        }
        return ValueShape.of(left.rows(), right.columns());
    }

    private void requirePart(Expr expr) {
        if (part.place() != UpdatePart.Place.CHOSEN) {
            throw new FormulaException(expr.span(), Said.of("rule.matrices.only"));
        }
    }

    /** In a part for arrays of any kind only what {@code vec} makes is a matrix for sure. */
    private ValueShape requireMatrix(Expr expr, ValueShape shape) {
        boolean always = ofAll(shape.rows()) && ofAll(shape.columns());
        if (!(part.ofMatrices() || part.place() == UpdatePart.Place.CHOSEN && always)) {
            throw new FormulaException(expr.span(),
                    Said.of(part.place() == UpdatePart.Place.CHOSEN ? "rule.arrays.only" : "rule.matrices.only"));
        }
        return shape;
    }

    private static boolean ofAll(Side side) {
        return side.equals(Side.SIZE) || side.equals(Side.ONE);
    }

    private static ValueShape requireArray(Expr expr, ValueShape shape) {
        if (shape.single()) {
            throw new FormulaException(expr.span(), Said.of("rule.array"));
        }
        return shape;
    }
}
