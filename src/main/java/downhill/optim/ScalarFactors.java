package downhill.optim;

import downhill.expr.BinaryOp;
import downhill.expr.Expr;
import downhill.expr.Exprs;
import downhill.expr.Span;
import downhill.expr.Symbols;
import downhill.expr.UnaryOp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Brings the scalar factors of each product together, so that η·(m / (1 − β₁^t)) / d costs the engine one multiplication by a
 * slot and one division instead of four operations. Values change by rounding only.
 *
 * <p>In a denominator, √(v / s) + ε with s known to be positive becomes (√v + ε·√s) / √s, whose last factor joins the others.
 */
final class ScalarFactors {
    private final Predicate<String> isScalar;
    private final Predicate<Expr> isPositive;

    private ScalarFactors(Predicate<String> isScalar, Predicate<Expr> isPositive) {
        this.isScalar = isScalar;
        this.isPositive = isPositive;
    }

    /**
     * The regrouped formula.
     *
     * @param isScalar   whether a symbol is one number for the run
     * @param isPositive whether a scalar formula is certain to be above 0
     */
    static Expr regroup(Expr expr, Predicate<String> isScalar, Predicate<Expr> isPositive) {
        return new ScalarFactors(isScalar, isPositive).regroup(expr);
    }

    private Expr regroup(Expr expr) {
        if (isScalar(expr)) {
            return expr;
        }
        if (isProduct(expr)) {
            Factors factors = new Factors();
            factors.collect(expr, false);
            if (factors.scalars() > 1) {
                return factors.product();
            }
        }
        return Exprs.mapChildren(expr, this::regroup);
    }

    private boolean isScalar(Expr expr) {
        return Symbols.of(expr).stream().allMatch(isScalar);
    }

    private static boolean isProduct(Expr expr) {
        return isBinary(expr, BinaryOp.MULTIPLY) || isBinary(expr, BinaryOp.DIVIDE);
    }

    private static boolean isBinary(Expr expr, BinaryOp op) {
        return expr instanceof Expr.Binary binary && binary.op() == op;
    }

    private static Expr binary(BinaryOp op, Expr left, Expr right) {
        return new Expr.Binary(op, left, right, Span.NONE);
    }

    private static Expr root(Expr expr) {
        return new Expr.Unary(UnaryOp.SQRT, expr, Span.NONE);
    }

    /** A product taken apart. */
    private final class Factors {
        private final List<Expr> scalarsAbove = new ArrayList<>();
        private final List<Expr> scalarsBelow = new ArrayList<>();
        private final List<Expr> above = new ArrayList<>();
        private final List<Expr> below = new ArrayList<>();

        int scalars() {
            return scalarsAbove.size() + scalarsBelow.size();
        }

        void collect(Expr expr, boolean inverse) {
            if (isScalar(expr)) {
                (inverse ? scalarsBelow : scalarsAbove).add(expr);
            } else if (isProduct(expr)) {
                Expr.Binary product = (Expr.Binary) expr;
                collect(product.left(), inverse);
                collect(product.right(), inverse ^ product.op() == BinaryOp.DIVIDE);
            } else if (inverse) {
                divisor(expr);
            } else {
                above.add(regroup(expr));
            }
        }

        private void divisor(Expr expr) {
            Optional<Expr> scale = correction(expr);
            if (scale.isEmpty()) {
                below.add(regroup(expr));
                return;
            }
            Expr.Binary sum = (Expr.Binary) expr;
            Expr.Binary quotient = (Expr.Binary) ((Expr.Unary) sum.left()).argument();
            scalarsAbove.add(root(scale.get()));
            Expr shift = binary(BinaryOp.MULTIPLY, sum.right(), root(scale.get()));
            below.add(binary(BinaryOp.ADD, root(regroup(quotient.left())), shift));
        }

        /** The s of √(v / s) + ε. */
        private Optional<Expr> correction(Expr expr) {
            if (!isBinary(expr, BinaryOp.ADD)) {
                return Optional.empty();
            }
            Expr.Binary sum = (Expr.Binary) expr;
            boolean root = sum.left() instanceof Expr.Unary unary && unary.op() == UnaryOp.SQRT
                    && isBinary(unary.argument(), BinaryOp.DIVIDE);
            if (!root || !isScalar(sum.right())) {
                return Optional.empty();
            }
            Expr scale = ((Expr.Binary) ((Expr.Unary) sum.left()).argument()).right();
            return isScalar(scale) && isPositive.test(scale) ? Optional.of(scale) : Optional.empty();
        }

        Expr product() {
            List<Expr> numerators = new ArrayList<>();
            numerators.add(quotient(scalarsAbove, scalarsBelow));
            numerators.addAll(above);
            return quotient(numerators, below);
        }

        private Expr quotient(List<Expr> numerators, List<Expr> denominators) {
            Expr top = product(numerators);
            return denominators.isEmpty() ? top : binary(BinaryOp.DIVIDE, top, product(denominators));
        }

        private Expr product(List<Expr> factors) {
            return factors.stream().reduce((a, b) -> binary(BinaryOp.MULTIPLY, a, b)).orElse(new Expr.Num(1, Span.NONE));
        }
    }
}
