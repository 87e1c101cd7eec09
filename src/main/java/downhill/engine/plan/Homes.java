package downhill.engine.plan;

import downhill.engine.graph.Node;
import downhill.engine.graph.Op;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds values that can be made where they are wanted: the parts of a concatenation are written straight into it, and an
 * output straight to its destination, instead of being copied there.
 */
final class Homes {
    private final Stages stages;
    private final Map<Node, Node> wholeOf = new HashMap<>();
    private final Map<Node, Integer> axisStart = new HashMap<>();
    private final Set<Node> claimed = new HashSet<>();

    Homes(Stages stages, Set<Node> withDestination) {
        this.stages = stages;
        this.claimed.addAll(withDestination);
        List<Node> nodes = stages.nodes();
        for (int i = nodes.size() - 1; i >= 0; i--) {
            if (nodes.get(i).op() instanceof Op.Concat concat) {
                claimParts(nodes.get(i), concat.axis());
            }
        }
    }

    /** The concatenation into which a value is written, or null. */
    Node wholeOf(Node made) {
        return wholeOf.get(made);
    }

    /** Where along the concatenation's axis a value begins. */
    int startOf(Node made) {
        return axisStart.get(made);
    }

    /** The value behind reshapes: what is really made. */
    static Node made(Node node) {
        Node made = node;
        while (made.op() instanceof Op.Reshape) {
            made = made.inputs().get(0);
        }
        return made;
    }

    private void claimParts(Node whole, int axis) {
        int start = 0;
        for (Node part : whole.inputs()) {
            Node made = made(part);
            if (!claimed.contains(made) && suits(part, made, whole, axis)) {
                claimed.add(made);
                wholeOf.put(made, whole);
                axisStart.put(made, start);
            }
            start += part.length(axis);
        }
    }

    private boolean suits(Node part, Node made, Node whole, int axis) {
        if (made.op().leaf() || made.op().view() || made.perRun() != whole.perRun()) {
            return false;
        }
        boolean contiguous = leadingOnes(whole.shape(), axis);
        if (contiguous) {
            return true;
        }
        boolean flexible = made.op().elementwise() || made.op() instanceof Op.Sum || made.op() instanceof Op.MatMul
                || made.op() instanceof Op.ProductSum;
        return part == made && flexible && stages.usersOf(made).stream().noneMatch(Homes::needsOrder);
    }

    private static boolean needsOrder(Node user) {
        Op op = user.op();
        return op instanceof Op.Reshape || op instanceof Op.Fold || op instanceof Op.MaxPool || op instanceof Op.MaxPoolGradient;
    }

    private static boolean leadingOnes(int[] shape, int axis) {
        for (int i = 0; i < axis; i++) {
            if (shape[i] != 1) {
                return false;
            }
        }
        return true;
    }
}
