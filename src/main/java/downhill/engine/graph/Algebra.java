package downhill.engine.graph;

import downhill.expr.BinaryOp;
import downhill.expr.UnaryOp;
import java.util.Arrays;
import java.util.List;

/**
 * Element-wise nodes with arithmetic on constants done at once. Only identities that hold for every number, NaN and
 * infinity included, are used: x·1, x/1, x+0, x−0. (x·0 is not 0 where x is NaN, and a NaN must be seen.)
 */
final class Algebra {
    private final Graph graph;

    Algebra(Graph graph) {
        this.graph = graph;
    }

    Node unary(UnaryOp op, Node a) {
        if (a.op() instanceof Op.Constant constant) {
            return graph.constant(op.apply(constant.value()));
        }
        if (op == UnaryOp.NEGATE && a.op() instanceof Op.Unary inner && inner.op() == UnaryOp.NEGATE) {
            return a.inputs().get(0);
        }
        return graph.node(new Op.Unary(op), List.of(a), a.shape(), a.perRun());
    }

    Node binary(BinaryOp op, Node left, Node right) {
        int[] shape = Shapes.broadcast(left.shape(), right.shape());
        Node a = unstretched(left, right, shape);
        Node b = unstretched(right, a, shape);
        if (a.op() instanceof Op.Constant x && b.op() instanceof Op.Constant y) {
            return graph.constant(op.apply(x.value(), y.value()));
        }
        if (neutral(op, b) && covers(a, b)) {
            return a;
        }
        if ((op == BinaryOp.ADD || op == BinaryOp.MULTIPLY) && neutral(op, a) && covers(b, a)) {
            return b;
        }
        if (op == BinaryOp.MULTIPLY && a == b) {
            return unary(UnaryOp.SQUARE, a);
        }
        if (op == BinaryOp.POWER && b.op() instanceof Op.Constant power) {
            Node simple = power(a, power.value());
            if (simple != null) {
                return simple;
            }
        }
        return graph.node(new Op.Binary(op), List.of(a, b), shape, a.perRun() || b.perRun());
    }

    Node select(Node condition, Node then, Node otherwise) {
        if (condition.op() instanceof Op.Constant constant) {
            Node chosen = constant.value() != 0 ? then : otherwise;
            int[] wanted = Shapes.broadcast(then.shape(), otherwise.shape());
            if (Shapes.size(wanted) == chosen.size()) {
                return chosen;
            }
        }
        int[] shape = Shapes.broadcast(condition.shape(), Shapes.broadcast(then.shape(), otherwise.shape()));
        boolean perRun = condition.perRun() || then.perRun() || otherwise.perRun();
        return graph.node(new Op.Select(), List.of(condition, then, otherwise), shape, perRun);
    }

    /** A stretched operand need not be stretched where the other one already has the full shape. */
    private static Node unstretched(Node node, Node other, int[] shape) {
        return node.op() instanceof Op.Expand && Arrays.equals(other.shape(), shape) ? node.inputs().get(0) : node;
    }

    private static boolean neutral(BinaryOp op, Node node) {
        if (!(node.op() instanceof Op.Constant constant)) {
            return false;
        }
        return switch (op) {
            case ADD, SUBTRACT -> constant.value() == 0;
            case MULTIPLY, DIVIDE -> constant.value() == 1;
            default -> false;
        };
    }

    private static boolean covers(Node large, Node small) {
        return large.size() >= small.size() && large.rank() >= small.rank();
    }

    private Node power(Node a, double exponent) {
        if (exponent == 1) {
            return a;
        }
        if (exponent == 2) {
            return unary(UnaryOp.SQUARE, a);
        }
        if (exponent == 3) {
            return binary(BinaryOp.MULTIPLY, unary(UnaryOp.SQUARE, a), a);
        }
        if (exponent == 4) {
            return unary(UnaryOp.SQUARE, unary(UnaryOp.SQUARE, a));
        }
        return null;
    }
}
