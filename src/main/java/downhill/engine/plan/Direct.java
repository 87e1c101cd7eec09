package downhill.engine.plan;

import downhill.engine.graph.Node;
import downhill.engine.graph.Op;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which outputs may be written to their destination at once. Not those that overwrite an input somebody still reads: a
 * kernel may replace what it reads element by element, but no later instruction, and no instruction that reads the input
 * in another shape, may find the new value.
 */
final class Direct {
    private final Stages stages;
    private final Map<Node, Integer> workOf = new HashMap<>();

    private Direct(Stages stages, List<Planner.Work> order) {
        this.stages = stages;
        for (int i = 0; i < order.size(); i++) {
            int index = i;
            order.get(i).made().forEach(node -> workOf.put(node, index));
        }
    }

    static Map<Node, ArrayView> destinations(Stages stages, List<Planner.Work> order, Map<Node, ArrayView> bindings,
                                        Map<Node, ArrayView> destinations) {
        Direct direct = new Direct(stages, order);
        Map<Node, ArrayView> result = new HashMap<>();
        destinations.forEach((node, target) -> {
            if (!node.op().leaf() && !node.op().view() && node.perRun() && target.contiguous() && direct.safe(node, target, bindings)) {
                result.put(node, target);
            }
        });
        return result;
    }

    private boolean safe(Node node, ArrayView target, Map<Node, ArrayView> bindings) {
        return bindings.entrySet().stream()
                .filter(bound -> bound.getValue().memory() == target.memory())
                .allMatch(bound -> readBefore(bound.getKey(), node, samePlace(bound.getValue(), target)));
    }

    private static boolean samePlace(ArrayView a, ArrayView b) {
        return a.offset() == b.offset() && a.runStride() == b.runStride() && Arrays.equals(a.shape(), b.shape());
    }

    private boolean readBefore(Node input, Node output, boolean samePlace) {
        if (!workOf.containsKey(output)) {
            return false;
        }
        int written = workOf.get(output);
        Deque<Node> open = new ArrayDeque<>(stages.usersOf(input));
        boolean elementwise = output.op().elementwise() && samePlace && Arrays.equals(input.shape(), output.shape());
        while (!open.isEmpty()) {
            Node user = open.pop();
            if (user.op().view()) {
                // also where it may be copied: whether it is, is known only when it has a place
                open.addAll(stages.usersOf(user));
                elementwise = false;
            }
            if (workOf.containsKey(user) && (workOf.get(user) > written || workOf.get(user) == written && !(elementwise && usable(user)))) {
                return false;
            }
        }
        return true;
    }

    private static boolean usable(Node user) {
        return user.op().elementwise() || user.op() instanceof Op.Sum;
    }
}
