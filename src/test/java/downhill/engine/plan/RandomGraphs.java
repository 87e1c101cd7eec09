package downhill.engine.plan;

import downhill.engine.graph.Graph;
import downhill.engine.graph.Node;
import downhill.expr.BinaryOp;
import downhill.expr.UnaryOp;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random computations of bounded values over a few shapes, with many uses of the same value. */
final class RandomGraphs {
    private static final UnaryOp[] UNARY = {UnaryOp.NEGATE, UnaryOp.ABS, UnaryOp.SIN, UnaryOp.COS, UnaryOp.TANH, UnaryOp.SIGMOID,
        UnaryOp.RELU, UnaryOp.SOFTPLUS, UnaryOp.ERF};
    private static final BinaryOp[] BINARY = {BinaryOp.ADD, BinaryOp.SUBTRACT, BinaryOp.MULTIPLY, BinaryOp.MIN, BinaryOp.MAX};

    private final Random random;
    private final Graph graph = new Graph();
    private final List<Node> pool = new ArrayList<>();

    private RandomGraphs(long seed) {
        random = new Random(seed);
    }

    /** A scalar that depends on most of what was built. */
    static Node scalar(long seed, int operations) {
        RandomGraphs made = new RandomGraphs(seed);
        made.leaves();
        for (int i = 0; i < operations; i++) {
            Node node = made.next();
            made.pool.add(node.op().view() && node.size() <= 200 ? node : made.bounded(node));
        }
        Node total = made.graph.constant(0);
        for (Node node : made.pool) {
            total = total.plus(made.bounded(node).total());
        }
        return total;
    }

    private void leaves() {
        pool.add(graph.parameter("a", 3, 4));
        pool.add(graph.parameter("b", 4));
        pool.add(graph.parameter("c", 2, 3, 4));
        pool.add(graph.parameterColumns(List.of("d", "e"), 4, 6));
        pool.add(graph.parameter("f"));
        pool.add(graph.input("shared", false, 3, 4));
        pool.add(graph.input("own", true, 2, 3, 4));
    }

    private Node bounded(Node node) {
        return node.size() > 200 ? node.total().apply(UnaryOp.TANH) : node.apply(UnaryOp.TANH);
    }

    private Node any() {
        return pool.get(random.nextInt(pool.size()));
    }

    private Node next() {
        Node a = any();
        return switch (random.nextInt(9)) {
            case 0 -> a.apply(UNARY[random.nextInt(UNARY.length)]);
            case 1, 2 -> combined(a, any());
            case 3 -> product(a, any());
            case 4 -> a.rank() == 0 ? a : a.sum(random.nextInt(a.rank()));
            case 5 -> turned(a);
            case 6 -> cut(a);
            case 7 -> a.rank() == 0 ? a : joined(a, any());
            default -> a.rank() < 2 ? a : graph.softmax(a);
        };
    }

    private Node combined(Node a, Node b) {
        try {
            Node value = graph.binary(BINARY[random.nextInt(BINARY.length)], a, b);
            return random.nextInt(4) == 0 ? graph.select(graph.binary(BinaryOp.GREATER, value, graph.constant(0.1)), value, a) : value;
        } catch (IllegalArgumentException unlikeShapes) {
            return a;
        }
    }

    private Node product(Node a, Node b) {
        if (a.rank() < 2 || b.rank() < 2) {
            return a;
        }
        try {
            return graph.matmul(a, b, random.nextBoolean(), random.nextBoolean());
        } catch (IllegalArgumentException unlikeShapes) {
            return graph.matmul(a, a, false, true);
        }
    }

    private Node turned(Node a) {
        if (a.rank() == 2) {
            Node turned = a.permute(1, 0);
            return random.nextBoolean() ? turned : turned.reshape(a.shape());
        }
        return a.rank() == 3 ? a.permute(random.nextBoolean() ? new int[] {1, 0, 2} : new int[] {2, 0, 1}) : a.reshape(1, a.size());
    }

    private Node cut(Node a) {
        if (a.rank() == 0) {
            return graph.expand(a, 3, 4);
        }
        int axis = random.nextInt(a.rank());
        int from = random.nextInt(a.length(axis));
        Node cut = a.slice(axis, from, from + 1 + random.nextInt(a.length(axis) - from));
        return random.nextBoolean() ? cut : cut.reshape(1, cut.size());
    }

    private Node joined(Node a, Node b) {
        int axis = random.nextInt(a.rank());
        boolean alike = b.rank() == a.rank();
        for (int i = 0; alike && i < a.rank(); i++) {
            alike = i == axis || a.length(i) == b.length(i);
        }
        return graph.concat(axis, alike ? List.of(a, b, a) : List.of(a, a));
    }
}
