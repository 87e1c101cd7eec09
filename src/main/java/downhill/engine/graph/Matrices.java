package downhill.engine.graph;

import downhill.expr.Expr;
import downhill.expr.Over;
import downhill.expr.Reduction;
import downhill.expr.UnaryOp;
import java.util.function.Function;

/**
 * What rules do with whole tensors, as nodes. A matrix [outputs × inputs] lies in the parameter row turned, [inputs, outputs], and so
 * do all values made of it: a product exchanges its operands, and a row of the matrix is a column there.
 */
final class Matrices {
    /** A symbol with one number for each parameter of the array. */
    private static final String WHOLE = "θ";

    private Matrices() {
    }

    /** @param due one number that says whether what is costly is wanted; null where it always is */
    static Node node(Graph graph, Expr expr, Function<Expr, Node> inner, Node due) {
        if (expr instanceof Expr.OfMatrix of) {
            return ofMatrix(graph, of, inner, due);
        }
        if (expr instanceof Expr.Reduce reduce) {
            return reduced(graph, reduce.op(), reduce.over(), inner.apply(reduce.argument()));
        }
        if (expr instanceof Expr.Product product) {
            return product(graph, inner.apply(product.left()), inner.apply(product.right()));
        }
        if (expr instanceof Expr.Transpose transpose) {
            Node value = inner.apply(transpose.argument());
            return turned(value) ? plain(value) : graph.permute(value, 1, 0);
        }
        throw new IllegalArgumentException("no node for " + expr);
    }

    static Node product(Graph graph, Node left, Node right) {
        return turned(right) || turned(left) ? graph.matmul(plain(right), plain(left), turned(right), turned(left))
                : graph.matmul(right, left, false, false);
    }

    private static Node ofMatrix(Graph graph, Expr.OfMatrix of, Function<Expr, Node> inner, Node due) {
        Node argument = inner.apply(of.argument());
        return switch (of.function()) {
            case IDENTITY -> graph.identity((int) ((Op.Constant) argument.op()).value());
            case VEC -> graph.reshape(argument, 1, argument.size());
            case MAT -> graph.reshape(argument, inner.apply(new Expr.Sym(WHOLE, of.span())).shape());
            default -> graph.factor(of.function(), of.power(), argument, due);
        };
    }

    /** A product reads a matrix either way; nothing need be turned in memory. */
    private static boolean turned(Node node) {
        return node.op() instanceof Op.Permute;
    }

    private static Node plain(Node node) {
        return turned(node) ? node.inputs().get(0) : node;
    }

    static Node reduced(Graph graph, Reduction op, Over over, Node value) {
        int[] axes = switch (over) {
            case TENSOR, ALL -> Graph.allAxes(value);
            case ROW -> new int[] {0};
            case COLUMN -> new int[] {1};
        };
        Node made = reduced(graph, op, value, axes);
        return over == Over.TENSOR || over == Over.ALL ? graph.reshape(made) : made;
    }

    private static Node reduced(Graph graph, Reduction op, Node value, int... axes) {
        return switch (op) {
            case SUM -> graph.sum(value, axes);
            case MEAN -> value.mean(axes);
            case NORM -> graph.sum(value.apply(UnaryOp.SQUARE), axes).apply(UnaryOp.SQRT);
            case LARGEST -> graph.detachedMax(value, axes);
        };
    }
}
