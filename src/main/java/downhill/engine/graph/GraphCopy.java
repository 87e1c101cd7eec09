package downhill.engine.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Copies of a value into another graph, with other parameters than its own: a model asked at a second point of the same batch. */
public final class GraphCopy {
    private final Graph target;
    private final Map<Node, Node> inputs = new HashMap<>();

    /** @param target the graph that is copied into */
    public GraphCopy(Graph target) {
        this.target = target;
    }

    /**
     * The value at a point.
     *
     * @param value of another graph
     * @param point [P] of the target graph, in the order of the other graph's layout
     */
    public Node at(Node value, Node point) {
        Map<Node, Node> copies = new HashMap<>(inputs);
        for (Node node : needed(value)) {
            copies.computeIfAbsent(node, each -> copy(each, copies, point));
        }
        return copies.get(value);
    }

    private static List<Node> needed(Node value) {
        List<Node> nodes = new ArrayList<>();
        Map<Node, Boolean> seen = new HashMap<>(Map.of(value, true));
        List<Node> all = value.graph().nodes();
        for (int i = value.id(); i >= 0; i--) {
            if (seen.containsKey(all.get(i))) {
                nodes.add(0, all.get(i));
                all.get(i).inputs().forEach(input -> seen.put(input, true));
            }
        }
        return nodes;
    }

    private Node copy(Node node, Map<Node, Node> copies, Node point) {
        if (node.op() instanceof Op.Parameter parameter) {
            return target.reshape(target.slice(point, 0, parameter.offset(), parameter.offset() + node.size()), node.shape());
        }
        if (node.op() instanceof Op.Input input) {
            Node own = target.input("batch " + input.name(), node.perRun(), node.shape());
            inputs.put(node, own);
            return own;
        }
        return target.node(node.op(), node.inputs().stream().map(copies::get).toList(), node.shape(), node.perRun());
    }

    /** What goes in from outside, and where in the target graph: the copies have it in common. */
    public Map<Node, Node> inputs() {
        return Map.copyOf(inputs);
    }
}
