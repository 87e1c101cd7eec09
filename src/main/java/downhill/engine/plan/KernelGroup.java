package downhill.engine.plan;

import downhill.engine.graph.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The nodes of one kernel: element-wise nodes of one shape and stage, reductions of them, and plain copies. */
final class KernelGroup {
    /** A value that is moved from one place to another unchanged. */
    record Copy(ArrayView from, ArrayView to) {
    }

    private final int[] space;
    private final boolean perRun;
    private final List<Node> nodes = new ArrayList<>();

    KernelGroup(int[] space, boolean perRun) {
        this.space = space;
        this.perRun = perRun;
    }

    /** Whether nodes that walk this space belong here. */
    boolean accepts(int[] walked, boolean ofEachRun) {
        return perRun == ofEachRun && Arrays.equals(space, walked);
    }

    void add(Node node) {
        nodes.add(node);
    }

    int[] space() {
        return space;
    }

    boolean perRun() {
        return perRun;
    }

    List<Node> nodes() {
        return nodes;
    }
}
