package downhill.engine.plan;

import downhill.engine.graph.Node;
import downhill.engine.graph.Op;
import java.util.List;
import java.util.Set;

/**
 * Values that are only ever read in another order of their axes, one behind the other: heads of attention that are put side by side. They
 * are best kept in that order at once, so that nothing is copied into it.
 */
final class ReadingOrder {
    private final Stages stages;
    private final Homes homes;
    private final Set<Node> outputs;

    ReadingOrder(Stages stages, Homes homes, Set<Node> outputs) {
        this.stages = stages;
        this.homes = homes;
        this.outputs = outputs;
    }

    /** The permutation in whose order a value is read, or null where it is read as it is. Its rows stay whole. */
    private Op.Permute only(Node node) {
        List<Node> users = stages.usersOf(node);
        if (outputs.contains(node) || users.size() != 1 || !(users.get(0).op() instanceof Op.Permute permute) || !strided(node)) {
            return null;
        }
        int last = node.rank() - 1;
        boolean laidOut = stages.usersOf(users.get(0)).stream().allMatch(user -> user.op() instanceof Op.Reshape);
        return laidOut && permute.order().get(last) == last ? permute : null;
    }

    /** Whether those who make the value can leave gaps between its rows. */
    private boolean strided(Node node) {
        if (node.op() instanceof Op.Concat) {
            return node.inputs().stream().allMatch(part -> homes.wholeOf(Homes.made(part)) != node || part.op() instanceof Op.MatMul);
        }
        return node.op() instanceof Op.MatMul;
    }

    /** A value's stretch of memory, one behind the other in the order in which it is read. */
    ArrayView view(Node node, Memory memory, int offset) {
        int runStride = node.perRun() ? node.size() : 0;
        Op.Permute permute = only(node);
        if (permute == null) {
            return ArrayView.rows(memory, offset, runStride, node.shape());
        }
        List<Integer> order = permute.order();
        int[] shape = new int[node.rank()];
        Integer[] back = new Integer[node.rank()];
        for (int axis = 0; axis < shape.length; axis++) {
            shape[axis] = node.length(order.get(axis));
            back[order.get(axis)] = axis;
        }
        return ArrayView.rows(memory, offset, runStride, shape).permute(List.of(back));
    }
}
