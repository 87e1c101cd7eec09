package downhill.engine.graph;

import java.util.ArrayList;
import java.util.List;

/**
 * Everything that flows back into one node. Gradients of slices are laid side by side rather than padded and added, since
 * a value that was cut into pieces (the gates of an LSTM) gets its pieces back that way.
 */
final class GradientSum {
    private record Piece(int from, int to, Node gradient) {
    }

    private final Node node;
    private final List<List<Piece>> layers = new ArrayList<>();
    private final List<Integer> layerAxes = new ArrayList<>();
    private Node whole;
    private Node total;

    GradientSum(Node node) {
        this.node = node;
    }

    void add(Node gradient) {
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
            for (int i = 0; i < layers.size(); i++) {
                add(joined(layers.get(i), layerAxes.get(i)));
            }
            total = node.graph().expand(whole, node.shape());
        }
        return total;
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
