package downhill.engine.train;

import downhill.engine.graph.Graph;
import downhill.engine.graph.Node;
import downhill.expr.BinaryOp;
import downhill.expr.UnaryOp;
import downhill.optim.Clipping;
import downhill.optim.CompiledRule;
import downhill.optim.Program;
import downhill.optim.Rule;
import downhill.optim.RuleTensor;
import downhill.optim.ScalarSlot;
import downhill.optim.StateLayout;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The update of one rule as a graph over whole rows [P]: penalties, what is frozen, clipping, coupled decay, then the rule's own lines.
 * What a group of runs does not use is left out.
 */
final class UpdateGraph {
    final Graph graph = new Graph();
    final Node theta;
    final Node gradient;
    final Node mask;
    /** Null where all runs move as their rule says. */
    final Node paces;
    final List<Node> slots = new ArrayList<>();
    final Map<String, Node> columns = new LinkedHashMap<>();
    final Map<String, Node> oldStates = new LinkedHashMap<>();
    final Map<String, Node> newStates = new LinkedHashMap<>();
    final Node newTheta;
    private final int size;
    private final Map<String, StateLayout> shaped;
    private TensorLines lines;
    private boolean cut;

    /**
     * The update of a step; all runs have paces of their parameters, or none has.
     *
     * @param tensors of the model, one behind the other
     */
    UpdateGraph(CompiledRule rule, List<RuleTensor> tensors, List<RunSpec> runs) {
        this.size = tensors.stream().mapToInt(RuleTensor::size).sum();
        theta = graph.input("θ", true, size);
        gradient = graph.input("g", true, size);
        mask = graph.input("mask", false, size);
        paces = runs.get(0).paces() == null ? null : graph.input("paces", true, size);
        Map<String, Node> symbols = new HashMap<>();
        shaped = StateLayout.of(rule.rule(), tensors);
        kept(rule).forEach(name -> {
            Node state = graph.input(name, true, length(name));
            oldStates.put(name, state);
            symbols.put(name, state);
        });
        symbols.put(Rule.PARAMETERS, theta);
        symbols.put(Rule.GRADIENT, effectiveGradient(runs));
        run(rule.step(), symbols, rule.rule().cutsTensors() ? tensors : List.of(RuleTensor.vector(size)));
        newTheta = own(Rule.PARAMETERS);
        kept(rule).forEach(name -> newStates.put(name, own(name)));
    }

    /** The first values of a rule's states. */
    UpdateGraph(CompiledRule rule, List<RuleTensor> tensors) {
        this.size = tensors.stream().mapToInt(RuleTensor::size).sum();
        shaped = StateLayout.of(rule.rule(), tensors);
        theta = graph.input("θ", true, size);
        gradient = null;
        mask = null;
        paces = null;
        Map<String, Node> symbols = new HashMap<>();
        symbols.put(Rule.PARAMETERS, theta);
        run(rule.start(), symbols, shaped.isEmpty() ? List.of(RuleTensor.vector(size)) : tensors);
        newTheta = null;
        kept(rule).forEach(name -> newStates.put(name, own(name)));
    }

    /** The states that hold anything for this model. */
    private List<String> kept(CompiledRule rule) {
        return rule.elementStates().stream().filter(name -> length(name) > 0).toList();
    }

    /** Numbers of a run that a state holds. */
    private int length(String state) {
        return shaped.containsKey(state) ? (int) shaped.get(state).length() : size;
    }

    private void run(Program program, Map<String, Node> symbols, List<RuleTensor> tensors) {
        for (ScalarSlot slot : program.host().slots()) {
            Node node = graph.input(slot.name(), true);
            slots.add(node);
            symbols.put(slot.name(), node);
        }
        lines = new TensorLines(graph, tensors, symbols, shaped, paces);
        lines.run(program.elementwise());
        cut = tensors.size() > 1 || tensors.get(0).matrix() || !shaped.isEmpty();
    }

    /**
     * The last value of a symbol as a node that no other symbol has. Equal formulas are one node, and a state may simply take
     * what another symbol had before the step; each must still reach its own place.
     */
    private Node own(String symbol) {
        if (cut) {
            return graph.move(symbol, lines.whole(symbol), length(symbol));
        }
        Map<String, Node> symbols = lines.only();
        Node value = symbols.get(symbol);
        boolean shared = symbols.entrySet().stream().anyMatch(other -> other.getValue() == value && !other.getKey().equals(symbol));
        return shared || value.op().leaf() ? graph.move(symbol, value, size) : graph.expand(value, size);
    }

    private Node column(String name) {
        return columns.computeIfAbsent(name, unused -> graph.input(name, true));
    }

    private Node effectiveGradient(List<RunSpec> runs) {
        Node g = gradient;
        if (runs.stream().anyMatch(run -> run.penalty().l1() != 0)) {
            g = g.plus(theta.apply(UnaryOp.SIGN).times(mask).times(column(RunColumns.L1)));
        }
        if (runs.stream().anyMatch(run -> run.penalty().l2() != 0)) {
            g = g.plus(theta.times(mask).times(column(RunColumns.L2)));
        }
        if (paces != null) {
            g = graph.select(SlowedSteps.are(0, paces), graph.constant(0), g);
        }
        if (runs.stream().anyMatch(run -> run.clipping() instanceof Clipping.ByNorm)) {
            Node norm = g.apply(UnaryOp.SQUARE).total().apply(UnaryOp.SQRT);
            Node factor = column(RunColumns.NORM_LIMIT).over(norm.plus(Clipping.ByNorm.GUARD));
            g = g.times(graph.binary(BinaryOp.MIN, factor, graph.constant(1)));
        }
        if (runs.stream().anyMatch(run -> run.clipping() instanceof Clipping.ByValue)) {
            Node limit = column(RunColumns.VALUE_LIMIT);
            Node below = graph.binary(BinaryOp.MIN, g, limit);
            g = graph.binary(BinaryOp.MAX, below, limit.apply(UnaryOp.NEGATE));
        }
        if (runs.stream().anyMatch(run -> run.weightDecay() != 0)) {
            g = g.plus(theta.times(column(RunColumns.WEIGHT_DECAY)));
        }
        return g;
    }
}
