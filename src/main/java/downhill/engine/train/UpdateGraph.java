package downhill.engine.train;

import downhill.engine.graph.Gradients;
import downhill.engine.graph.Graph;
import downhill.engine.graph.GraphCopy;
import downhill.engine.graph.Node;
import downhill.expr.BinaryOp;
import downhill.expr.ModelQuestion;
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
    /** Null where the rule asks for none. */
    Node noise;
    /** Null where the rule does not ask for it. */
    Node batchLoss;
    /** What the model is asked with, where it is asked once more. */
    final GraphCopy model = new GraphCopy(graph);
    private final List<RunSpec> runs;
    private final TrainingGraph asked;
    private final int size;
    private int points;
    private final Map<String, StateLayout> shaped;
    private TensorLines lines;
    private boolean cut;

    /**
     * The update of a step; all runs have paces of their parameters, or none has.
     *
     * @param tensors of the model, one behind the other
     */
    UpdateGraph(CompiledRule rule, List<RuleTensor> tensors, List<RunSpec> runs) {
        this(rule, tensors, runs, null, true);
    }

    /**
     * @param asked  the model, for rules that ask it once more; null for others
     * @param always whether lines that ask it only in some steps are done
     */
    UpdateGraph(CompiledRule rule, List<RuleTensor> tensors, List<RunSpec> runs, TrainingGraph asked, boolean always) {
        this.runs = runs;
        this.asked = asked;
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
        symbols.put(Rule.GRADIENT, effectiveGradient(gradient, theta));
        given(rule.rule(), symbols);
        run(always ? rule.step() : rule.step().unasked(), symbols, rule.rule().cutsTensors() ? tensors : List.of(RuleTensor.vector(size)));
        newTheta = own(Rule.PARAMETERS);
        kept(rule).forEach(name -> newStates.put(name, own(name)));
    }

    /** The first values of a rule's states. */
    UpdateGraph(CompiledRule rule, List<RuleTensor> tensors) {
        this.runs = List.of();
        this.asked = null;
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
        lines = new TensorLines(graph, tensors, symbols, shaped, paces, this::evaluated);
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

    /** What a rule knows of a step beside its gradient. */
    private void given(Rule rule, Map<String, Node> symbols) {
        if (rule.asks(Rule.NOISE)) {
            noise = graph.input(Rule.NOISE, true, size);
            symbols.put(Rule.NOISE, noise);
        }
        if (rule.asks(Rule.LOSS)) {
            batchLoss = graph.input(Rule.LOSS, true);
            symbols.put(Rule.LOSS, penalised(batchLoss, theta));
        }
    }

    private Node penalised(Node data, Node theta) {
        Node sum = data;
        if (runs.stream().anyMatch(run -> run.penalty().l1() != 0)) {
            sum = sum.plus(graph.total(theta.apply(UnaryOp.ABS).times(mask)).times(column(RunColumns.L1)));
        }
        if (runs.stream().anyMatch(run -> run.penalty().l2() != 0)) {
            sum = sum.plus(graph.total(theta.apply(UnaryOp.SQUARE).times(mask)).times(0.5).times(column(RunColumns.L2)));
        }
        return sum;
    }

    /** The model asked once more: its loss copied into this graph at another point, and differentiated there. */
    private Node evaluated(ModelQuestion what, Node row) {
        // A point of its own: what else depends on the parameters must not be differentiated with it.
        Node point = graph.move("point " + points++, what.product() ? theta : row, size);
        if (what == ModelQuestion.LOSS) {
            return penalised(model.at(asked.loss(), point), point);
        }
        if (what == ModelQuestion.GRADIENT) {
            return effectiveGradient(slope(point), point);
        }
        if (what.isOfTheHessian(asked.output() != null)) {
            return product(Gradients.of(slope(point).times(row).total(), List.of(point)).get(0), row);
        }
        return product(GaussNewton.times(model.at(asked.loss(), point), model.at(asked.output(), point), List.of(point), row), row);
    }

    private Node slope(Node point) {
        return Gradients.of(model.at(asked.loss(), point), List.of(point)).get(0);
    }

    /** A product of a matrix of the data loss with a row, as it is with penalties and decay, which are no matter of the outputs. */
    private Node product(Node data, Node row) {
        Node product = data;
        if (runs.stream().anyMatch(run -> run.penalty().l2() != 0)) {
            product = product.plus(row.times(mask).times(column(RunColumns.L2)));
        }
        if (runs.stream().anyMatch(run -> run.weightDecay() != 0)) {
            product = product.plus(row.times(column(RunColumns.WEIGHT_DECAY)));
        }
        return paces == null ? product : graph.select(SlowedSteps.are(0, paces), graph.constant(0), product);
    }

    /** @param data gradient of the data loss; {@code theta} where it was taken */
    private Node effectiveGradient(Node data, Node theta) {
        Node g = data;
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
