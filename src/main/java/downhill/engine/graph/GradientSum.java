package downhill.engine.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Everything that flows back into one node. Gradients of slices are laid side by side rather than padded and added, since
 * a value that was cut into pieces (the gates of an LSTM) gets its pieces back that way. What weights get from many products (from each
 * time step of a recurrent network) comes from one product of the rows of all.
 */
final class GradientSum {
    /** Fewer products are added up as they come. */
    private static final int MANY = 8;

    private record Piece(int from, int to, Node gradient) {
    }

    private final Node node;
    private final List<List<Piece>> layers = new ArrayList<>();
    private final List<Integer> layerAxes = new ArrayList<>();
    /** Factors of products, last one first as gradients come; empty where something else flows back, too. */
    private final List<Node> lefts = new ArrayList<>();
    private final List<Node> rights = new ArrayList<>();
    private int others;
    private Node whole;
    private Node total;

    GradientSum(Node node) {
        this.node = node;
    }

    void add(Node gradient) {
        others++;
        flow(gradient);
    }

    /** Adds {@code gradient}, which is leftᵀ·right: both [rows, columns], or [1, rows, columns]. */
    void addProduct(Node left, Node right, Node gradient) {
        flow(gradient);
        lefts.add(0, whole(left));
        rights.add(0, whole(right));
    }

    /** [1, rows, columns] behind [rows, columns]. */
    private static Node whole(Node part) {
        Node inner = part.op() instanceof Op.Reshape ? part.inputs().get(0) : part;
        return inner.rank() == 3 && inner.length(0) == 1 && inner.length(-1) == part.length(-1) ? inner : part;
    }

    private void flow(Node gradient) {
        whole = whole == null ? gradient : whole.plus(gradient);
    }

    void addSlice(Op.Slice slice, Node gradient) {
        Piece piece = new Piece(slice.from(), slice.to(), gradient);
        for (int i = 0; i < layers.size(); i++) {
            if (layerAxes.get(i) == slice.axis() && layers.get(i).stream().allMatch(other -> apart(other, piece))) {
                layers.get(i).add(piece);
                return;
            }
        }
        layers.add(new ArrayList<>(List.of(piece)));
        layerAxes.add(slice.axis());
    }

    private static boolean apart(Piece a, Piece b) {
        return a.to <= b.from || b.to <= a.from;
    }

    /** The sum of all contributions, of the node's shape. Asked for once all users of the node have contributed. */
    Node total() {
        if (total == null) {
            if (lefts.size() >= MANY && others == 0 && layers.isEmpty()) {
                whole = node.graph().matmul(rows(lefts), rows(rights), true, false);
            }
            for (int i = 0; i < layers.size(); i++) {
                add(joined(layers.get(i), layerAxes.get(i)));
            }
            total = node.graph().expand(whole, node.shape());
        }
        return total;
    }

    /** [rows of all, columns]. */
    private static Node rows(List<Node> parts) {
        Node all = together(parts);
        return all.graph().reshape(all, all.size() / all.length(-1), all.length(-1));
    }

    /** Part after part, where they are kept so already: the gradients of all gates are. */
    private static Node together(List<Node> parts) {
        Graph graph = parts.get(0).graph();
        for (Node kept : graph.nodes()) {
            int first = kept.op() instanceof Op.Concat concat && concat.axis() == 0 ? Collections.indexOfSubList(kept.inputs(), parts) : -1;
            if (first >= 0) {
                int from = kept.inputs().subList(0, first).stream().mapToInt(part -> part.length(0)).sum();
                return graph.slice(kept, 0, from, from + parts.stream().mapToInt(part -> part.length(0)).sum());
            }
        }
        return graph.concat(0, parts);
    }

    private Node joined(List<Piece> pieces, int axis) {
        pieces.sort((a, b) -> Integer.compare(a.from, b.from));
        List<Node> parts = new ArrayList<>();
        int at = 0;
        for (Piece piece : pieces) {
            addZeros(parts, axis, piece.from - at);
            parts.add(piece.gradient);
            at = piece.to;
        }
        addZeros(parts, axis, node.length(axis) - at);
        return node.graph().concat(axis, parts);
    }

    private void addZeros(List<Node> parts, int axis, int length) {
        if (length > 0) {
            Graph graph = node.graph();
            parts.add(graph.expand(graph.constant(0), Shapes.with(node.shape(), axis, length)));
        }
    }
}
