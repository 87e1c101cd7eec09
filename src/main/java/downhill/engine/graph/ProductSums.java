package downhill.engine.graph;

import downhill.expr.BinaryOp;
import downhill.expr.Expr;
import downhill.expr.UnaryOp;
import java.util.Arrays;
import java.util.function.Function;

/**
 * Sums in which a product of matrices stands beside a matrix: a·A@B + b·D is one node, since libraries of linear algebra add to what is
 * there for nothing, while scaling and adding would be passes over all elements. Numbers by which the factors are multiplied go with a.
 */
final class ProductSums {
    private final Graph graph;
    private final Function<Expr, Node> inner;

    private ProductSums(Graph graph, Function<Expr, Node> inner) {
        this.graph = graph;
        this.inner = inner;
    }

    /** @return null where the formula is no such sum */
    static Node node(Graph graph, Expr.Binary sum, Function<Expr, Node> inner) {
        if (sum.op() != BinaryOp.ADD && sum.op() != BinaryOp.SUBTRACT) {
            return null;
        }
        ProductSums sums = new ProductSums(graph, inner);
        boolean right = sums.isProduct(sum.right());
        return right || sums.isProduct(sum.left()) ? sums.node(sum, right) : null;
    }

    private Node node(Expr.Binary sum, boolean productRight) {
        Expr beside = productRight ? sum.left() : sum.right();
        if (!stands(beside)) {
            return null;
        }
        Scaled right = scaled(sum.right());
        Scaled left = scaled(sum.left());
        Scaled signed = sum.op() == BinaryOp.SUBTRACT ? right.negated() : right;
        Scaled product = productRight ? signed : left;
        Scaled addend = productRight ? left : signed;
        boolean fits = product.value().op() instanceof Op.MatMul && Arrays.equals(product.value().shape(), addend.value().shape());
        return fits ? graph.productSum(product, addend) : null;
    }

    private boolean isProduct(Expr expr) {
        return body(expr) instanceof Expr.Product;
    }

    /** Whether a value lies in memory by itself; another one is better computed in one pass with the sum. */
    private boolean stands(Expr expr) {
        return !(body(expr) instanceof Expr.Binary || body(expr) instanceof Expr.Unary || body(expr) instanceof Expr.Select);
    }

    /** What is left without signs and numbers. */
    private Expr body(Expr expr) {
        if (expr instanceof Expr.Unary unary && unary.op() == UnaryOp.NEGATE) {
            return body(unary.argument());
        }
        if (expr instanceof Expr.Binary binary && binary.op() == BinaryOp.MULTIPLY) {
            if (isNumber(binary.left())) {
                return body(binary.right());
            }
            return isNumber(binary.right()) ? body(binary.left()) : expr;
        }
        return expr;
    }

    private boolean isNumber(Expr expr) {
        return inner.apply(expr).rank() == 0;
    }

    private Scaled scaled(Expr expr) {
        if (expr instanceof Expr.Unary unary && unary.op() == UnaryOp.NEGATE) {
            return scaled(unary.argument()).negated();
        }
        if (expr instanceof Expr.Binary binary && binary.op() == BinaryOp.MULTIPLY) {
            if (isNumber(binary.left())) {
                return scaled(binary.right()).times(inner.apply(binary.left()));
            }
            if (isNumber(binary.right())) {
                return scaled(binary.left()).times(inner.apply(binary.right()));
            }
        }
        if (expr instanceof Expr.Product product) {
            Scaled left = scaled(product.left());
            Scaled right = scaled(product.right());
            Node value = Matrices.product(graph, left.value(), right.value());
            return new Scaled(left.factor() * right.factor(), left.number().times(right.number()), value);
        }
        return new Scaled(1, graph.constant(1), inner.apply(expr));
    }
}
