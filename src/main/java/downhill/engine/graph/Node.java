package downhill.engine.graph;

import downhill.expr.BinaryOp;
import downhill.expr.UnaryOp;
import java.util.Arrays;
import java.util.List;

/**
 * One value of a {@link Graph}. Its shape leaves the run axis out; {@link #perRun()} says whether the value exists once
 * for each run or is shared by all. Methods build further nodes of the same graph.
 */
public final class Node {
    private final Graph graph;
    private final int id;
    private final Op op;
    private final List<Node> inputs;
    private final int[] shape;
    private final boolean perRun;

    Node(Graph graph, int id, Op op, List<Node> inputs, int[] shape, boolean perRun) {
        this.graph = graph;
        this.id = id;
        this.op = op;
        this.inputs = List.copyOf(inputs);
        this.shape = shape.clone();
        this.perRun = perRun;
    }

    /** Position in the order of construction, which is a topological order. */
    public int id() {
        return id;
    }

    public Op op() {
        return op;
    }

    public List<Node> inputs() {
        return inputs;
    }

    public int[] shape() {
        return shape.clone();
    }

    public int rank() {
        return shape.length;
    }

    /** Length of an axis; negative numbers count from the last, −1. */
    public int length(int axis) {
        return shape[axis < 0 ? shape.length + axis : axis];
    }

    /** Number of elements of one run. */
    public int size() {
        return Shapes.size(shape);
    }

    public boolean perRun() {
        return perRun;
    }

    public Graph graph() {
        return graph;
    }

    public Node apply(UnaryOp function) {
        return graph.unary(function, this);
    }

    public Node plus(Node other) {
        return graph.binary(BinaryOp.ADD, this, other);
    }

    public Node plus(double other) {
        return plus(graph.constant(other));
    }

    public Node minus(Node other) {
        return graph.binary(BinaryOp.SUBTRACT, this, other);
    }

    public Node times(Node other) {
        return graph.binary(BinaryOp.MULTIPLY, this, other);
    }

    public Node times(double other) {
        return times(graph.constant(other));
    }

    public Node over(Node other) {
        return graph.binary(BinaryOp.DIVIDE, this, other);
    }

    public Node matmul(Node other) {
        return graph.matmul(this, other, false, false);
    }

    /** Sum over the given axes, which stay with length 1; negative axes count from the last. */
    public Node sum(int... axes) {
        return graph.sum(this, axes);
    }

    /** Sum over everything: one number per run, shape []. */
    public Node total() {
        return graph.total(this);
    }

    /** Mean over the given axes, which stay with length 1. */
    public Node mean(int... axes) {
        int count = 1;
        for (int axis : axes) {
            count *= length(axis);
        }
        return sum(axes).times(1.0 / count);
    }

    public Node reshape(int... newShape) {
        return graph.reshape(this, newShape);
    }

    public Node permute(int... order) {
        return graph.permute(this, order);
    }

    public Node slice(int axis, int from, int to) {
        return graph.slice(this, axis, from, to);
    }

    @Override
    public String toString() {
        return "#" + id + " " + op + (perRun ? " R×" : " ") + Arrays.toString(shape);
    }
}
