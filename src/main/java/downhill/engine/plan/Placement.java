package downhill.engine.plan;

import downhill.engine.graph.Node;
import downhill.engine.graph.Op;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where each value lies: bound memory, a destination, a part of a concatenation, or a stretch of the plan's own arena. */
final class Placement {
    private final int runs;
    private final Machine machine;
    private final Stages stages;
    private final Set<Node> outputs;
    private final Map<Node, Integer> madeAt = new HashMap<>();
    private final Map<Node, ArrayView> views = new HashMap<>();
    private final Map<Node, Integer> offsets = new HashMap<>();
    private final Homes homes;
    private final ReadingOrder order;
    private final Arena arena = new Arena();
    private final int end;
    private Memory memory;

    Placement(int runs, Machine machine, Stages stages, List<Planner.Work> work, Set<Node> outputs,
              Map<Node, ArrayView> bindings, Map<Node, ArrayView> direct) {
        this.runs = runs;
        this.machine = machine;
        this.stages = stages;
        this.outputs = outputs;
        this.end = work.size();
        for (int i = 0; i < work.size(); i++) {
            int index = i;
            work.get(i).made().forEach(node -> madeAt.put(node, index));
        }
        views.putAll(bindings);
        views.putAll(direct);
        homes = new Homes(stages, direct.keySet());
        this.order = new ReadingOrder(stages, homes, outputs);
        stages.nodes().forEach(this::reserve);
        memory = machine.allocate(Math.max(1, arena.size()));
    }

    private void reserve(Node node) {
        boolean own = madeAt.containsKey(node) && !views.containsKey(node) && homes.wholeOf(node) == null
                && stages.stored(node);
        if (own) {
            int from = madeAt.get(node);
            int to = from;
            for (Node alias : aliases(node)) {
                from = Math.min(from, madeAt.getOrDefault(alias, from));
                to = Math.max(to, lastUse(alias));
            }
            offsets.put(node, arena.place(node.perRun() ? Math.multiplyExact(runs, node.size()) : node.size(), from, to));
        }
    }

    /** The node, all views of it, and all values that are written into it. */
    private Set<Node> aliases(Node node) {
        Set<Node> found = new HashSet<>();
        Deque<Node> open = new ArrayDeque<>(List.of(node));
        while (!open.isEmpty()) {
            Node next = open.pop();
            if (found.add(next)) {
                stages.usersOf(next).stream().filter(Placement::looksThrough).forEach(open::push);
                if (next.op() instanceof Op.Concat) {
                    next.inputs().stream().map(Homes::made).filter(made -> homes.wholeOf(made) == next).forEach(open::push);
                }
            }
        }
        return found;
    }

    /** Also a reshape that may copy: whether it does is known only when its operand has a place. */
    private static boolean looksThrough(Node user) {
        return user.op().view();
    }

    private int lastUse(Node node) {
        if (outputs.contains(node)) {
            return end;
        }
        return stages.usersOf(node).stream().mapToInt(user -> madeAt.getOrDefault(user, 0)).max().orElse(0);
    }

    /** True where the value is written to this place by whoever makes it, so that the concatenation need not copy it there. */
    boolean writtenInPlace(Node part, Node whole, int start) {
        Node made = Homes.made(part);
        return homes.wholeOf(made) == whole && homes.startOf(made) == start;
    }

    ArrayView viewOf(Node node) {
        ArrayView known = views.get(node);
        if (known == null) {
            known = locate(node);
            views.put(node, known);
        }
        return known;
    }

    private ArrayView locate(Node node) {
        Op op = node.op();
        if (op instanceof Op.Constant constant) {
            Memory number = machine.allocate(1);
            number.fill(0, 1, constant.value());
            return ArrayView.rows(number, 0, 0);
        }
        if (op instanceof Op.Identity) {
            return identity(node);
        }
        if (op.leaf()) {
            return allocated(node, machine.allocate(node.perRun() ? Math.multiplyExact(runs, node.size()) : node.size()), 0);
        }
        if (op.view() && !madeAt.containsKey(node)) {
            return looking(node, viewOf(node.inputs().get(0)));
        }
        Node whole = homes.wholeOf(node);
        if (whole != null) {
            return partOf(whole, node);
        }
        if (op.view()) {
            ArrayView looking = looking(node, viewOf(node.inputs().get(0)));
            return looking != null ? looking : allocated(node, memory, offsets.get(node));
        }
        return order.view(node, memory, offsets.get(node));
    }

    private ArrayView identity(Node node) {
        ArrayView view = allocated(node, machine.allocate(node.size()), 0);
        double[] values = new double[node.size()];
        for (int i = 0; i < node.length(0); i++) {
            values[i * node.length(0) + i] = 1;
        }
        view.write(0, values);
        return view;
    }

    private ArrayView allocated(Node node, Memory where, int offset) {
        return ArrayView.rows(where, offset, node.perRun() ? node.size() : 0, node.shape());
    }

    private ArrayView partOf(Node whole, Node made) {
        int axis = ((Op.Concat) whole.op()).axis();
        Node part = whole.inputs().stream().filter(input -> Homes.made(input) == made).findFirst().orElseThrow();
        ArrayView slice = viewOf(whole).slice(axis, homes.startOf(made), homes.startOf(made) + part.length(axis));
        return part == made ? slice : slice.reshape(made.shape());
    }

    private static ArrayView looking(Node node, ArrayView input) {
        Op op = node.op();
        if (op instanceof Op.Permute permute) {
            return input.permute(permute.order());
        }
        if (op instanceof Op.Slice slice) {
            return input.slice(slice.axis(), slice.from(), slice.to());
        }
        if (op instanceof Op.Expand) {
            return input.expand(node.shape());
        }
        return input.reshape(node.shape());
    }
}
