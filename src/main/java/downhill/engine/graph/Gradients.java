package downhill.engine.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reverse-mode differentiation (Linnainmaa 1970): walks a graph backwards from one scalar per run and adds, to the same
 * graph, the nodes that compute its gradient.
 */
public final class Gradients {
    private final Graph graph;
    private final Set<Node> needed = new HashSet<>();
    private final Map<Node, GradientSum> sums = new HashMap<>();

    private Gradients(Graph graph) {
        this.graph = graph;
    }

    /**
     * The gradient of a scalar by the whole parameter row.
     *
     * @param scalar shape [], one number per run
     * @return shape [P], in the order of the layout; zero where the scalar does not depend on a parameter
     */
    public static Node byParameters(Node scalar) {
        return row(scalar, parameters(scalar.graph()), Set.of());
    }

    /** The arrays of the parameter row, in the order of the layout. */
    public static List<Node> parameters(Graph graph) {
        return graph.nodes().stream().filter(node -> node.op() instanceof Op.Parameter).toList();
    }

    /** The gradients of {@link #of(Node, List, Set)} one behind the other, [P]. */
    public static Node row(Node scalar, List<Node> variables, Set<Node> held) {
        List<Node> parts = new ArrayList<>();
        for (Node gradient : of(scalar, variables, held)) {
            parts.add(scalar.graph().reshape(gradient, gradient.size()));
        }
        return scalar.graph().concat(0, parts);
    }

    /**
     * The gradient of Σ weights·output by an input. Where rows do not see each other, each row of it is that of the row's own sum.
     *
     * @param weights of the output's shape
     * @return of the input's shape
     */
    public static Node byInput(Node output, Node weights, Node input) {
        return of(output.graph().total(output.times(weights)), List.of(input)).get(0);
    }

    /** The gradients of a scalar (shape []) by each of the given nodes, each of that node's shape. */
    public static List<Node> of(Node scalar, List<Node> variables) {
        return of(scalar, variables, Set.of());
    }

    /** @param held what counts as constant, whatever it depends on */
    public static List<Node> of(Node scalar, List<Node> variables, Set<Node> held) {
        if (scalar.rank() != 0) {
            throw new IllegalArgumentException("only a scalar has a gradient here, not " + scalar);
        }
        Gradients gradients = new Gradients(scalar.graph());
        gradients.markNeeded(scalar.graph().nodes(), variables, held);
        gradients.walk(scalar);
        return variables.stream().map(gradients::result).toList();
    }

    private void markNeeded(List<Node> nodes, List<Node> variables, Set<Node> held) {
        needed.addAll(variables);
        for (Node node : nodes) {
            if (!held.contains(node) && !(node.op() instanceof Op.DetachedMax) && node.inputs().stream().anyMatch(needed::contains)) {
                needed.add(node);
            }
        }
    }

    private void walk(Node scalar) {
        List<Node> nodes = graph.nodes();
        sumOf(scalar).add(graph.constant(1));
        for (int i = scalar.id(); i >= 0; i--) {
            Node node = nodes.get(i);
            if (sums.containsKey(node) && !node.op().leaf()) {
                spread(node, sums.get(node).total());
            }
        }
    }

    private Node result(Node variable) {
        GradientSum sum = sums.get(variable);
        return sum == null ? graph.expand(graph.constant(0), variable.shape()) : sum.total();
    }

    private GradientSum sumOf(Node node) {
        return sums.computeIfAbsent(node, GradientSum::new);
    }

    private void spread(Node node, Node gradient) {
        Op op = node.op();
        if (op.elementwise()) {
            for (int i = 0; i < node.inputs().size(); i++) {
                Node input = node.inputs().get(i);
                if (needed.contains(input)) {
                    addElementwise(node, input, ElementwiseGradients.share(node, i, gradient));
                }
            }
        } else if (op instanceof Op.MatMul product) {
            matmul(node, product, gradient);
        } else if (op instanceof Op.Slice slice) {
            if (needed.contains(node.inputs().get(0))) {
                sumOf(node.inputs().get(0)).addSlice(slice, gradient);
            }
        } else if (op instanceof Op.Concat concat) {
            concat(node, concat, gradient);
        } else if (op instanceof Op.MaxPoolGradient pool) {
            winners(node, pool, gradient);
        } else if (needed.contains(node.inputs().get(0))) {
            sumOf(node.inputs().get(0)).add(throughOneInput(node, gradient));
        }
    }

    private void addElementwise(Node node, Node input, Node share) {
        if (share != null) {
            sumOf(input).add(sumTo(graph.expand(share, node.shape()), input.shape()));
        }
    }

    private Node throughOneInput(Node node, Node gradient) {
        Node input = node.inputs().get(0);
        Op op = node.op();
        if (op instanceof Op.Sum) {
            return graph.expand(gradient, input.shape());
        } else if (op instanceof Op.Reshape) {
            return graph.reshape(gradient, input.shape());
        } else if (op instanceof Op.Expand) {
            return sumTo(gradient, input.shape());
        } else if (op instanceof Op.Permute permute) {
            int[] inverse = new int[node.rank()];
            for (int i = 0; i < inverse.length; i++) {
                inverse[permute.order().get(i)] = i;
            }
            return graph.permute(gradient, inverse);
        } else if (op instanceof Op.Unfold unfold) {
            return graph.fold(gradient, unfold.kernel(), input.shape());
        } else if (op instanceof Op.Fold fold) {
            return graph.unfold(gradient, fold.kernel());
        } else if (op instanceof Op.MaxPool pool) {
            return graph.maxPoolGradient(input, gradient, pool.size());
        }
        throw new UnsupportedOperationException("no gradient is defined for " + node);
    }

    private void matmul(Node node, Op.MatMul product, Node gradient) {
        Node a = node.inputs().get(0);
        Node b = node.inputs().get(1);
        boolean ta = product.transposeLeft();
        boolean tb = product.transposeRight();
        if (needed.contains(a)) {
            Node share = ta ? graph.matmul(b, gradient, tb, true) : graph.matmul(gradient, b, false, !tb);
            sumOf(a).add(sumTo(share, a.shape()));
        }
        if (needed.contains(b)) {
            Node share = sumTo(tb ? graph.matmul(gradient, a, true, ta) : graph.matmul(a, gradient, !ta, false), b.shape());
            if (!ta && !tb && b.rank() == 2 && (a.rank() == 2 || a.rank() == 3 && a.length(0) == 1)) {
                sumOf(b).addProduct(a, gradient, share);
            } else {
                sumOf(b).add(share);
            }
        }
    }

    /** A gradient that was handed to the winners of the windows comes back from them; who wins does not change by a small step. */
    private void winners(Node node, Op.MaxPoolGradient pool, Node gradient) {
        Node images = node.inputs().get(0);
        Node pooled = node.inputs().get(1);
        if (needed.contains(pooled)) {
            Node wins = graph.maxPoolGradient(images, graph.expand(graph.constant(1), pooled.shape()), pool.size());
            sumOf(pooled).add(windows(wins.times(gradient), pooled, pool.size()));
        }
    }

    /** The sum over each window. */
    private Node windows(Node images, Node pooled, int size) {
        int height = pooled.length(1);
        int width = pooled.length(2);
        Node whole = graph.slice(graph.slice(images, 1, 0, height * size), 2, 0, width * size);
        Node split = graph.reshape(whole, images.length(0), height, size, width, size, images.length(3));
        return graph.reshape(split.sum(2, 4), pooled.shape());
    }

    private void concat(Node node, Op.Concat concat, Node gradient) {
        int from = 0;
        for (Node part : node.inputs()) {
            int to = from + part.length(concat.axis());
            if (needed.contains(part)) {
                sumOf(part).add(graph.slice(gradient, concat.axis(), from, to));
            }
            from = to;
        }
    }

    /** What was stretched on the way forward is summed on the way back. */
    private Node sumTo(Node gradient, int[] shape) {
        int extra = gradient.rank() - shape.length;
        List<Integer> axes = new ArrayList<>();
        for (int i = 0; i < gradient.rank(); i++) {
            if (i < extra || shape[i - extra] == 1 && gradient.length(i) != 1) {
                axes.add(i);
            }
        }
        Node summed = graph.sum(gradient, axes.stream().mapToInt(Integer::intValue).toArray());
        return graph.reshape(summed, shape);
    }
}
