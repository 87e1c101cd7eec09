package downhill.engine.train;

import downhill.engine.graph.ExprToGraph;
import downhill.engine.graph.Graph;
import downhill.engine.graph.Node;
import downhill.expr.Assignment;
import downhill.expr.BinaryOp;
import downhill.expr.UnaryOp;
import downhill.optim.Clipping;
import downhill.optim.CompiledRule;
import downhill.optim.Program;
import downhill.optim.Rule;
import downhill.optim.ScalarSlot;
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

    /** The update of a step; all runs have paces of their parameters, or none has. */
    UpdateGraph(CompiledRule rule, int size, double[] penaltyMask, List<RunSpec> runs) {
        this.size = size;
        theta = graph.input("θ", true, size);
        gradient = graph.input("g", true, size);
        mask = graph.input("mask", false, size);
        paces = runs.get(0).paces() == null ? null : graph.input("paces", true, size);
        Map<String, Node> symbols = new HashMap<>();
        rule.elementStates().forEach(name -> {
            Node state = graph.input(name, true, size);
            oldStates.put(name, state);
            symbols.put(name, state);
        });
        symbols.put(Rule.PARAMETERS, theta);
        symbols.put(Rule.GRADIENT, effectiveGradient(runs));
        run(rule.step(), symbols);
        newTheta = own(Rule.PARAMETERS, symbols);
        rule.elementStates().forEach(name -> newStates.put(name, own(name, symbols)));
    }

    /** The first values of a rule's states. */
    UpdateGraph(CompiledRule rule, int size) {
        this.size = size;
        theta = graph.input("θ", true, size);
        gradient = null;
        mask = null;
        paces = null;
        Map<String, Node> symbols = new HashMap<>();
        symbols.put(Rule.PARAMETERS, theta);
        run(rule.start(), symbols);
        newTheta = null;
        rule.elementStates().forEach(name -> newStates.put(name, own(name, symbols)));
    }

    private void run(Program program, Map<String, Node> symbols) {
        for (ScalarSlot slot : program.host().slots()) {
            Node node = graph.input(slot.name(), true);
            slots.add(node);
            symbols.put(slot.name(), node);
        }
        for (Assignment line : program.elementwise()) {
            Node value = ExprToGraph.translate(line.value(), graph, symbols);
            boolean paced = paces != null && line.target().equals(Rule.PARAMETERS);
            symbols.put(line.target(), paced ? paced(symbols.get(Rule.PARAMETERS), value) : value);
        }
    }

    /**
     * The last value of a symbol as a node that no other symbol has. Equal formulas are one node, and a state may simply take
     * what another symbol had before the step; each must still reach its own place.
     */
    private Node own(String symbol, Map<String, Node> symbols) {
        Node value = symbols.get(symbol);
        boolean shared = symbols.entrySet().stream().anyMatch(other -> other.getValue() == value && !other.getKey().equals(symbol));
        return shared || value.op().leaf() ? graph.move(symbol, value, size) : graph.expand(value, size);
    }

    /** What is not slowed has the rule's very bits, and what is frozen those it had. */
    private Node paced(Node before, Node after) {
        Node slowed = before.plus(paces.times(after.minus(before)));
        Node moved = graph.select(is(1), after, slowed);
        return graph.select(is(0), before, moved);
    }

    private Node is(double pace) {
        return graph.binary(BinaryOp.EQUAL, paces, graph.constant(pace));
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
            g = graph.select(is(0), graph.constant(0), g);
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
