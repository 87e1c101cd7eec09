package downhill.engine.plan;

import downhill.engine.graph.Node;
import downhill.engine.graph.Op;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gives each node a stage. Nodes of one stage depend on earlier stages only, except that an element-wise node may use an
 * element-wise node of the same stage and shape: those two share a kernel, and the value between them never touches memory.
 */
final class Stages {
    private final Map<Node, Integer> stage = new HashMap<>();
    private final Map<Node, List<Node>> users = new HashMap<>();
    private final List<Node> nodes;
    private final Set<Node> outputs;
    private final RowsAtHand rows;

    /** @param longestRow as {@link Machine#longestRow} */
    Stages(List<Node> nodes, Set<Node> outputs, int longestRow) {
        this.nodes = nodes;
        this.outputs = outputs;
        this.rows = new RowsAtHand(nodes, longestRow);
        for (Node node : nodes) {
            stage.put(node, earliest(node));
            node.inputs().forEach(input -> users.computeIfAbsent(input, unused -> new ArrayList<>()).add(node));
        }
        for (int i = nodes.size() - 1; i >= 0; i--) {
            delay(nodes.get(i));
        }
    }

    /** The nodes that the outputs need, inputs before users. */
    static List<Node> needed(List<Node> all, Set<Node> outputs) {
        Set<Node> found = new HashSet<>(outputs);
        List<Node> reversed = new ArrayList<>();
        for (int i = all.size() - 1; i >= 0; i--) {
            if (found.contains(all.get(i))) {
                found.addAll(all.get(i).inputs());
                reversed.add(0, all.get(i));
            }
        }
        return reversed;
    }

    int of(Node node) {
        return stage.get(node);
    }

    List<Node> usersOf(Node node) {
        return users.getOrDefault(node, List.of());
    }

    private int earliest(Node node) {
        if (node.op().leaf()) {
            return 0;
        }
        if (node.op().view()) {
            Node input = node.inputs().get(0);
            return stage.get(input) + (mayNeedCopy(node) ? 1 : 0);
        }
        int earliest = 1;
        for (Node input : node.inputs()) {
            earliest = Math.max(earliest, stage.get(input) + (fusible(input, node) ? 0 : 1));
        }
        return earliest;
    }

    /** A reshape of something that was cut, turned or stretched may have to be copied into order first. */
    static boolean mayNeedCopy(Node node) {
        Op input = node.op() instanceof Op.Reshape ? node.inputs().get(0).op() : null;
        return input != null && input.view();
    }

    /** True where input and user may share a kernel. */
    private boolean fusible(Node input, Node user) {
        if (rows.space(input) != null || rows.computed(user)) {
            return rows.together(input, user);
        }
        if (!input.op().elementwise()) {
            return false;
        }
        boolean sameSpace = input.perRun() == user.perRun() && Arrays.equals(input.shape(), user.shape());
        return user.op().elementwise() && sameSpace || user.op().reduction();
    }

    /** Computes a value where it is used rather than where it could be first, if that keeps it out of memory. */
    private void delay(Node node) {
        List<Node> consumers = usersOf(node);
        if (!node.op().elementwise() || outputs.contains(node) || consumers.isEmpty()) {
            return;
        }
        int target = stage.get(consumers.get(0));
        for (Node user : consumers) {
            if (!fusible(node, user) || stage.get(user) != target) {
                return;
            }
        }
        stage.put(node, target);
    }

    /** True where some user cannot take the value from a register. */
    boolean stored(Node node) {
        if (outputs.contains(node) || !node.op().elementwise() && !reducedInRow(node)) {
            return true;
        }
        return usersOf(node).stream().anyMatch(user -> !fusible(node, user) || of(user) != of(node));
    }

    /** A sum or largest value of rows that its own kernel uses again. */
    boolean reducedInRow(Node node) {
        return node.op().reduction() && usersOf(node).stream().anyMatch(user -> rows.together(node, user) && of(user) == of(node));
    }

    /** Computed of row values alone, while the row is at hand. */
    boolean computedInRow(Node node) {
        return rows.computed(node);
    }

    /** What a kernel walks that makes this value. */
    int[] space(Node node) {
        if (rows.computed(node)) {
            return rows.space(node);
        }
        return node.op().reduction() ? node.inputs().get(0).shape() : node.shape();
    }

    List<Node> nodes() {
        return nodes;
    }
}
