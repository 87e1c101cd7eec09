package downhill.engine.graph;

import downhill.expr.BinaryOp;
import downhill.expr.MatrixFunction;
import downhill.expr.UnaryOp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Builds a computation. Equal sub-expressions become one node, and arithmetic on constants is done at once, so a graph
 * written plainly is as cheap as one written cleverly. Not thread-safe; finished graphs are only read.
 */
public final class Graph {
    private record Key(Op op, List<Node> inputs, List<Integer> shape, boolean perRun) {
    }

    private final List<Node> nodes = new ArrayList<>();
    private final Map<Key, Node> known = new HashMap<>();
    private final List<ParameterSlot> slots = new ArrayList<>();
    private final List<ParameterBlock> blocks = new ArrayList<>();
    private final Algebra algebra = new Algebra(this);
    private int parameterCount;

    /** Values from outside. {@code perRun}: one tensor for each run instead of one for all. */
    public Node input(String name, boolean perRun, int... shape) {
        return node(new Op.Input(name), List.of(), shape, perRun);
    }

    /**
     * The next stretch of the parameter row. Names are unique, and arrays whose name ends in {@code weight} take part in
     * penalties.
     */
    public Node parameter(String name, int... shape) {
        int size = Shapes.size(shape);
        slots.add(new ParameterSlot(name, shape.clone(), parameterCount, Shapes.strides(shape)));
        return parameterBlock(name, shape, size);
    }

    /**
     * One stretch of the parameter row that users know by several names: equal slices of its last axis. So the four gates
     * of an LSTM are one product, and still four arrays in files and pictures.
     */
    public Node parameterColumns(List<String> names, int... shape) {
        int last = shape.length - 1;
        int width = shape[last] / names.size();
        int[] part = Shapes.with(shape, last, width);
        for (int i = 0; i < names.size(); i++) {
            slots.add(new ParameterSlot(names.get(i), part, parameterCount + i * width, Shapes.strides(shape)));
        }
        return parameterBlock(String.join("|", names), shape, Shapes.size(shape));
    }

    private Node parameterBlock(String name, int[] shape, int size) {
        Node node = node(new Op.Parameter(name, parameterCount), List.of(), shape, true);
        blocks.add(new ParameterBlock(name, shape.clone(), parameterCount));
        parameterCount = Math.addExact(parameterCount, size);
        return node;
    }

    public Node constant(double value) {
        return node(new Op.Constant(value), List.of(), new int[0], false);
    }

    /** n × n, 1 on the diagonal. */
    public Node identity(int n) {
        return node(new Op.Identity(), List.of(), new int[] {n, n}, false);
    }

    /** @param due one number that says whether it is wanted; null where it always is */
    Node factor(MatrixFunction function, double power, Node columns, Node due) {
        return node(new Op.Factor(function, power), due == null ? List.of(columns) : List.of(columns, due), columns.shape(), true);
    }

    public Node unary(UnaryOp op, Node a) {
        return algebra.unary(op, a);
    }

    public Node binary(BinaryOp op, Node a, Node b) {
        return algebra.binary(op, a, b);
    }

    public Node select(Node condition, Node then, Node otherwise) {
        return algebra.select(condition, then, otherwise);
    }

    /** The value for each run and stretched to a shape, as a node of the owner's own; no gradient flows through it. */
    public Node move(String owner, Node a, int... shape) {
        Node base = a.op() instanceof Op.Expand ? a.inputs().get(0) : a;
        return node(new Op.Move(owner), List.of(base), shape, true);
    }

    /** Product over the last two axes [.., m, k] × [.., k, n] → [.., m, n]; leading axes are batches and stretch. */
    public Node matmul(Node a, Node b, boolean transposeA, boolean transposeB) {
        if (a.rank() > 2 && b.rank() == 2 && !transposeA) {
            return foldedMatmul(a, b, transposeB);
        }
        int m = a.length(transposeA ? -1 : -2);
        int k = a.length(transposeA ? -2 : -1);
        int inner = b.length(transposeB ? -1 : -2);
        int n = b.length(transposeB ? -2 : -1);
        if (k != inner) {
            throw new IllegalArgumentException("matrix product of " + a + " and " + b + ": " + k + " is not " + inner);
        }
        int[] batch = Shapes.broadcast(Arrays.copyOf(a.shape(), a.rank() - 2), Arrays.copyOf(b.shape(), b.rank() - 2));
        int[] shape = Arrays.copyOf(batch, batch.length + 2);
        shape[batch.length] = m;
        shape[batch.length + 1] = n;
        return node(new Op.MatMul(transposeA, transposeB), List.of(a, b), shape, a.perRun() || b.perRun());
    }

    /** A batch times one matrix is one larger product. */
    private Node foldedMatmul(Node a, Node b, boolean transposeB) {
        int[] shape = a.shape();
        int k = a.length(-1);
        Node product = matmul(reshape(a, a.size() / k, k), b, false, transposeB);
        shape[shape.length - 1] = product.length(-1);
        return reshape(product, shape);
    }

    /**
     * α·product + β·addend, for two matrices of one shape.
     *
     * @param product of two matrices
     */
    public Node productSum(Scaled product, Scaled addend) {
        Node value = product.value();
        if (!(value.op() instanceof Op.MatMul kind) || value.rank() != 2 || !Arrays.equals(value.shape(), addend.value().shape())) {
            throw new IllegalArgumentException(value + " is no product of two matrices to which " + addend.value() + " could be added");
        }
        List<Node> inputs = List.of(value.inputs().get(0), value.inputs().get(1), addend.value(), product.number(), addend.number());
        return node(new Op.ProductSum(kind.transposeLeft(), kind.transposeRight(), product.factor(), addend.factor()), inputs,
                value.shape(), inputs.stream().anyMatch(Node::perRun));
    }

    public Node sum(Node a, int... axes) {
        List<Integer> sorted = axesOf(a, axes);
        return sorted.isEmpty() ? a : node(new Op.Sum(sorted), List.of(a), reduced(a, sorted), a.perRun());
    }

    /** Largest value over axes that stay with length 1; no gradient flows through it. */
    public Node detachedMax(Node a, int... axes) {
        List<Integer> sorted = axesOf(a, axes);
        return sorted.isEmpty() ? a : node(new Op.DetachedMax(sorted), List.of(a), reduced(a, sorted), a.perRun());
    }

    /** Sum over everything: one number per run, shape []. */
    public Node total(Node a) {
        return reshape(sum(a, allAxes(a)));
    }

    /** Largest value over everything: one number per run, shape []; no gradient flows through it. */
    public Node largest(Node a) {
        return reshape(detachedMax(a, allAxes(a)));
    }

    static int[] allAxes(Node a) {
        int[] all = new int[a.rank()];
        Arrays.setAll(all, i -> i);
        return all;
    }

    /** log Σ exp over the last axis, which stays with length 1, without overflow. */
    public Node logSumExp(Node a) {
        Node shift = detachedMax(a, -1);
        return a.minus(shift).apply(UnaryOp.EXP).sum(-1).apply(UnaryOp.LOG).plus(shift);
    }

    /** Softmax over the last axis. */
    public Node softmax(Node a) {
        Node exponentials = a.minus(detachedMax(a, -1)).apply(UnaryOp.EXP);
        return exponentials.over(exponentials.sum(-1));
    }

    private static List<Integer> axesOf(Node a, int... axes) {
        return Arrays.stream(axes).map(axis -> axis < 0 ? a.rank() + axis : axis)
                .filter(axis -> a.length(axis) != 1).sorted().distinct().boxed().toList();
    }

    private static int[] reduced(Node a, List<Integer> axes) {
        int[] shape = a.shape();
        axes.forEach(axis -> shape[axis] = 1);
        return shape;
    }

    public Node reshape(Node a, int... shape) {
        if (Shapes.size(shape) != a.size()) {
            throw new IllegalArgumentException(a + " has not the size of " + Arrays.toString(shape));
        }
        if (Arrays.equals(shape, a.shape())) {
            return a;
        }
        Node stretched = a.op() instanceof Op.Expand ? a.inputs().get(0) : a;
        if (stretched.op() instanceof Op.Constant) {
            return expand(stretched, shape);
        }
        // What lies out of order is copied into order once, for all who look at it so.
        boolean ordered = a.op() instanceof Op.Reshape && !(a.inputs().get(0).op() instanceof Op.Permute);
        Node base = ordered ? a.inputs().get(0) : a;
        return base != a ? reshape(base, shape) : node(new Op.Reshape(), List.of(a), shape, a.perRun());
    }

    /** Axes of length 1, and leading axes that are missing, stretched to the given shape. */
    public Node expand(Node a, int... shape) {
        if (Arrays.equals(shape, a.shape())) {
            return a;
        }
        if (!Arrays.equals(Shapes.broadcast(a.shape(), shape), shape)) {
            throw new IllegalArgumentException(a + " does not stretch to " + Arrays.toString(shape));
        }
        Node base = a.op() instanceof Op.Expand ? a.inputs().get(0) : a;
        return node(new Op.Expand(), List.of(base), shape, a.perRun());
    }

    public Node permute(Node a, int... order) {
        int[] shape = new int[order.length];
        Arrays.setAll(shape, i -> a.length(order[i]));
        List<Integer> axes = Arrays.stream(order).boxed().toList();
        return node(new Op.Permute(axes), List.of(a), shape, a.perRun());
    }

    public Node slice(Node a, int axis, int from, int to) {
        int at = axis < 0 ? a.rank() + axis : axis;
        if (from < 0 || to > a.length(at) || from >= to) {
            throw new IllegalArgumentException("no indexes " + from + " to " + to + " in axis " + at + " of " + a);
        }
        if (to - from == a.length(at)) {
            return a;
        }
        return node(new Op.Slice(at, from, to), List.of(a), Shapes.with(a.shape(), at, to - from), a.perRun());
    }

    public Node concat(int axis, List<Node> parts) {
        if (parts.size() == 1) {
            return parts.get(0);
        }
        int at = axis < 0 ? parts.get(0).rank() + axis : axis;
        int length = parts.stream().mapToInt(part -> part.length(at)).sum();
        boolean perRun = parts.stream().anyMatch(Node::perRun);
        return node(new Op.Concat(at), parts, Shapes.with(parts.get(0).shape(), at, length), perRun);
    }

    /** Patches of images [B, H, W, C] → [B, H−k+1, W−k+1, C·k·k]. */
    public Node unfold(Node images, int kernel) {
        int height = images.length(1) - kernel + 1;
        int width = images.length(2) - kernel + 1;
        if (height < 1 || width < 1) {
            throw new IllegalArgumentException("a " + kernel + "×" + kernel + " kernel does not fit into an image of "
                    + images.length(1) + "×" + images.length(2));
        }
        int[] shape = {images.length(0), height, width, images.length(3) * kernel * kernel};
        return node(new Op.Unfold(kernel), List.of(images), shape, images.perRun());
    }

    Node fold(Node patches, int kernel, int[] imageShape) {
        return node(new Op.Fold(kernel), List.of(patches), imageShape, patches.perRun());
    }

    /** Largest value of each window of images [B, H, W, C] → [B, H/size, W/size, C]. */
    public Node maxPool(Node images, int size) {
        int[] shape = {images.length(0), images.length(1) / size, images.length(2) / size, images.length(3)};
        if (shape[1] < 1 || shape[2] < 1) {
            throw new IllegalArgumentException("a pool of " + size + " leaves nothing of an image of "
                    + images.length(1) + "×" + images.length(2));
        }
        return node(new Op.MaxPool(size), List.of(images), shape, images.perRun());
    }

    Node maxPoolGradient(Node images, Node gradient, int size) {
        return node(new Op.MaxPoolGradient(size), List.of(images, gradient), images.shape(),
                images.perRun() || gradient.perRun());
    }

    Node node(Op op, List<Node> inputs, int[] shape, boolean perRun) {
        Key key = new Key(op, inputs, Arrays.stream(shape).boxed().toList(), perRun);
        return known.computeIfAbsent(key, unused -> {
            Node node = new Node(this, nodes.size(), op, inputs, shape, perRun);
            nodes.add(node);
            return node;
        });
    }

    /** All nodes, inputs before users. */
    public List<Node> nodes() {
        return List.copyOf(nodes);
    }

    /** Where each named array lies in the parameter row [P]. */
    public ParameterLayout layout() {
        return new ParameterLayout(List.copyOf(slots), parameterCount, List.copyOf(blocks));
    }
}
