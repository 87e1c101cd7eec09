package downhill.engine.graph;

import downhill.expr.BinaryOp;
import downhill.expr.UnaryOp;

/** The chain rule for element-wise nodes, written with the node's own value where that saves a function call. */
final class ElementwiseGradients {
    private static final double TWO_OVER_ROOT_PI = 2 / Math.sqrt(Math.PI);

    private ElementwiseGradients() {
    }

    /** What of {@code gradient} flows from node to its i-th input, before stretched axes are summed; null where nothing does. */
    static Node share(Node node, int i, Node gradient) {
        if (node.op() instanceof Op.Unary unary) {
            return unary(unary.op(), node, node.inputs().get(0), gradient);
        }
        if (node.op() instanceof Op.Binary binary) {
            return binary(binary.op(), node, i, gradient);
        }
        Graph graph = node.graph();
        Node condition = node.inputs().get(0);
        Node zero = graph.constant(0);
        return switch (i) {
            case 1 -> graph.select(condition, gradient, zero);
            case 2 -> graph.select(condition, zero, gradient);
            default -> null;
        };
    }

    private static Node unary(UnaryOp op, Node y, Node x, Node g) {
        Graph graph = y.graph();
        return switch (op) {
            case NEGATE -> g.apply(UnaryOp.NEGATE);
            case ABS -> g.times(x.apply(UnaryOp.SIGN));
            case SQUARE -> g.times(x.times(2));
            case SQRT -> g.times(0.5).over(y);
            case EXP -> g.times(y);
            case LOG -> g.over(x);
            case SIN -> g.times(x.apply(UnaryOp.COS));
            case COS -> g.times(x.apply(UnaryOp.SIN)).apply(UnaryOp.NEGATE);
            case TANH -> g.times(graph.constant(1).minus(y.apply(UnaryOp.SQUARE)));
            case SIGMOID -> g.times(y.times(graph.constant(1).minus(y)));
            case RELU -> graph.select(graph.binary(BinaryOp.GREATER, y, graph.constant(0)), g, graph.constant(0));
            case SOFTPLUS -> g.times(x.apply(UnaryOp.SIGMOID));
            case ERF -> g.times(x.apply(UnaryOp.SQUARE).apply(UnaryOp.NEGATE).apply(UnaryOp.EXP).times(TWO_OVER_ROOT_PI));
            case SIGN, ROUND, NOT -> null;
        };
    }

    private static Node binary(BinaryOp op, Node y, int i, Node g) {
        Node a = y.inputs().get(0);
        Node b = y.inputs().get(1);
        return switch (op) {
            case ADD -> g;
            case SUBTRACT -> i == 0 ? g : g.apply(UnaryOp.NEGATE);
            case MULTIPLY -> g.times(i == 0 ? b : a);
            case DIVIDE -> i == 0 ? g.over(b) : g.times(y).over(b).apply(UnaryOp.NEGATE);
            case POWER -> i == 0 ? g.times(b).times(y.graph().binary(BinaryOp.POWER, a, b.minus(y.graph().constant(1))))
                    : g.times(y).times(a.apply(UnaryOp.LOG));
            case MAX -> chosen(BinaryOp.GREATER_OR_EQUAL, a, b, i, g);
            case MIN -> chosen(BinaryOp.LESS_OR_EQUAL, a, b, i, g);
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, EQUAL, AND, OR -> null;
        };
    }

    /** The winner gets all of it; on a tie the first does. */
    private static Node chosen(BinaryOp wins, Node a, Node b, int i, Node g) {
        Graph graph = a.graph();
        Node firstWins = graph.binary(wins, a, b);
        Node zero = graph.constant(0);
        return i == 0 ? graph.select(firstWins, g, zero) : graph.select(firstWins, zero, g);
    }
}
