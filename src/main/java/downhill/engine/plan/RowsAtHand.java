package downhill.engine.plan;

import downhill.engine.graph.Node;
import downhill.engine.graph.Op;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Values of which each row of a space has one: sums and largest values of rows, and what is computed of them alone, such as the
 * deviation in a normalisation. A kernel that walks the space row by row has them at hand, so what uses them need not wait for a walk of
 * its own.
 */
final class RowsAtHand {
    private final Map<Node, int[]> spaces = new HashMap<>();

    /**
     * @param nodes   inputs before users
     * @param longest numbers of a row that are walked at once; 0 where kernels have no row values
     */
    RowsAtHand(List<Node> nodes, int longest) {
        for (Node node : nodes) {
            int[] space = null;
            if (node.op().reduction()) {
                space = walked(node, longest);
            } else if (node.op().elementwise()) {
                space = common(node);
            }
            if (space != null) {
                spaces.put(node, space);
            }
        }
    }

    private static int[] walked(Node reduction, int longest) {
        Node input = reduction.inputs().get(0);
        List<Integer> axes = reduction.op() instanceof Op.Sum sum ? sum.axes() : ((Op.DetachedMax) reduction.op()).axes();
        boolean rows = axes.equals(List.of(input.rank() - 1)) && input.length(-1) > 1 && input.length(-1) <= longest;
        return rows && input.perRun() == reduction.perRun() ? input.shape() : null;
    }

    /** The one space of whose row values a node of their shape is made. */
    private int[] common(Node node) {
        int[] space = null;
        for (Node input : node.inputs()) {
            int[] each = spaces.get(input);
            if (each != null) {
                boolean suits = Arrays.equals(input.shape(), node.shape()) && input.perRun() == node.perRun();
                if (!suits || space != null && !Arrays.equals(space, each)) {
                    return null;
                }
                space = each;
            }
        }
        return space;
    }

    /** The space of whose rows this is a value, or null. */
    int[] space(Node node) {
        return spaces.get(node);
    }

    /** Computed of row values, and not itself a sum or largest value. */
    boolean computed(Node node) {
        return node.op().elementwise() && spaces.containsKey(node);
    }

    /** True where the user can take this row value from the kernel that makes it. */
    boolean together(Node input, Node user) {
        int[] space = spaces.get(input);
        return space != null && user.op().elementwise() && input.perRun() == user.perRun()
                && Arrays.equals(space, computed(user) ? spaces.get(user) : user.shape());
    }
}
