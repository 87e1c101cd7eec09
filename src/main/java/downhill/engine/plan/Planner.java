package downhill.engine.plan;

import downhill.engine.graph.Graph;
import downhill.engine.graph.Node;
import downhill.engine.graph.Op;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Compiles a graph for R runs: groups nodes into kernels, places every value in memory, binds the instructions.
 *
 * <p>Inputs and parameters may be bound to memory that exists already (the parameters that an update writes and a model
 * reads). An output may be given a destination, even that of an input it replaces: such a value is written last where
 * anything still reads the old one.
 */
public final class Planner {
    private final int runs;
    private final Machine machine;
    private final Stages stages;
    private final Set<Node> outputs;
    private final Map<Node, ArrayView> destinations;
    private final Map<Node, ArrayView> direct;
    private final Placement placement;
    private final List<Work> order = new ArrayList<>();

    /** One instruction to be: a kernel over a group, or a single node of another kind. */
    record Work(int stage, KernelGroup group, Node single) {
        Collection<Node> made() {
            return group != null ? group.nodes() : List.of(single);
        }
    }

    private Planner(int runs, Machine machine, Collection<Node> wanted, Map<Node, ArrayView> bindings,
                    Map<Node, ArrayView> destinations) {
        this.runs = runs;
        this.machine = machine;
        this.outputs = new LinkedHashSet<>(wanted);
        outputs.addAll(destinations.keySet());
        this.destinations = destinations;
        List<Node> all = outputs.iterator().next().graph().nodes();
        this.stages = new Stages(Stages.needed(all, outputs), outputs, machine.longestRow());
        arrange();
        this.direct = Direct.destinations(stages, order, bindings, destinations);
        this.placement = new Placement(runs, machine, stages, order, outputs, bindings, direct);
    }

    /** Where a graph's parameters lie when each run has a row of {@code count} numbers in {@code rows}. */
    public static Map<Node, ArrayView> parameterRows(Graph graph, Memory rows, int count) {
        Map<Node, ArrayView> bindings = new HashMap<>();
        for (Node node : graph.nodes()) {
            if (node.op() instanceof Op.Parameter parameter) {
                bindings.put(node, ArrayView.rows(rows, parameter.offset(), count, node.shape()));
            }
        }
        return bindings;
    }

    /**
     * @param runs         R
     * @param outputs      what to compute, in memory of the plan's own
     * @param bindings     where inputs and parameters lie; those not named get memory of the plan's own
     * @param destinations further outputs and where to write them; contiguous within a run. An input that is among them needs
     *                     a {@link Op.Move} if another output goes to the same memory
     */
    public static Plan plan(int runs, Machine machine, Collection<Node> outputs, Map<Node, ArrayView> bindings,
                            Map<Node, ArrayView> destinations) {
        return new Planner(runs, machine, outputs, bindings, destinations).bind();
    }

    /** An instruction that copies a value of each run from one place to another. */
    public static Instruction copy(int runs, Machine machine, ArrayView from, ArrayView to) {
        return machine.kernel(KernelAssembler.copy(runs, from, to));
    }

    private void arrange() {
        Map<Integer, List<KernelGroup>> groups = new TreeMap<>();
        Map<Integer, List<Node>> singles = new TreeMap<>();
        for (Node node : stages.nodes()) {
            int stage = stages.of(node);
            if (node.op().elementwise() || node.op().reduction()) {
                groupFor(node, groups.computeIfAbsent(stage, unused -> new ArrayList<>())).add(node);
            } else if (!node.op().leaf() && (!node.op().view() || Stages.mayNeedCopy(node))) {
                singles.computeIfAbsent(stage, unused -> new ArrayList<>()).add(node);
            }
        }
        Set<Integer> all = new TreeSet<>(groups.keySet());
        all.addAll(singles.keySet());
        for (int stage : all) {
            groups.getOrDefault(stage, List.of()).forEach(group -> order.add(new Work(stage, group, null)));
            singles.getOrDefault(stage, List.of()).forEach(node -> order.add(new Work(stage, null, node)));
        }
    }

    private KernelGroup groupFor(Node node, List<KernelGroup> groups) {
        int[] space = stages.space(node);
        boolean perRun = node.op().reduction() ? node.inputs().get(0).perRun() : node.perRun();
        for (KernelGroup group : groups) {
            if (group.accepts(space, perRun)) {
                return group;
            }
        }
        KernelGroup group = new KernelGroup(space, perRun);
        groups.add(group);
        return group;
    }

    private Plan bind() {
        List<Instruction> instructions = new ArrayList<>();
        SingleBinder singles = new SingleBinder(runs, machine, placement, instructions);
        for (Work work : order) {
            if (work.group() != null) {
                instructions.add(machine.kernel(assemble(work.group())));
            } else {
                singles.bind(work.single());
            }
        }
        destinations.forEach((node, target) -> {
            if (!direct.containsKey(node)) {
                instructions.add(machine.kernel(KernelAssembler.copy(runs, lasting(node), target)));
            }
        });
        return new Plan(instructions, visible());
    }

    /** Where a value lies that is copied when all is computed: not in a place that was or will be overwritten. */
    private ArrayView lasting(Node node) {
        ArrayView view = placement.viewOf(node);
        if (destinations.values().stream().anyMatch(target -> target.memory() == view.memory())) {
            throw new IllegalArgumentException(node + " lies where outputs are written; move it to a node of its own");
        }
        return view;
    }

    private KernelCode assemble(KernelGroup group) {
        boolean onlyRows = group.nodes().stream().allMatch(stages::computedInRow);
        int[] space = onlyRows ? group.nodes().get(0).shape() : group.space();
        KernelAssembler assembler = new KernelAssembler(runs, space, group.perRun());
        for (Node node : group.nodes()) {
            if (node.op().reduction() && !stages.reducedInRow(node)) {
                assembler.addReduction(node, placement.viewOf(node), placement::viewOf);
                continue;
            }
            if (node.op().reduction()) {
                assembler.addRowReduction(node, placement::viewOf);
            } else {
                assembler.addElementwise(node, !onlyRows && stages.computedInRow(node), placement::viewOf);
            }
            if (stages.stored(node)) {
                assembler.store(node, placement.viewOf(node));
            }
        }
        return assembler.assemble();
    }

    private Map<Node, ArrayView> visible() {
        Map<Node, ArrayView> views = new HashMap<>();
        for (Node node : stages.nodes()) {
            if (node.op() instanceof Op.Input || node.op() instanceof Op.Parameter || outputs.contains(node)) {
                views.put(node, placement.viewOf(node));
            }
        }
        return views;
    }
}
