package downhill.engine.train;

import downhill.engine.Precision;
import downhill.engine.graph.Gradients;
import downhill.engine.graph.Node;
import downhill.engine.graph.Op;
import downhill.engine.graph.ParameterLayout;
import downhill.engine.opencl.NamedMemory;
import downhill.engine.opencl.TextSection;
import downhill.engine.opencl.StepProgram;
import downhill.engine.opencl.StepRoles;
import downhill.engine.opencl.StepWriter;
import downhill.engine.opencl.TextMachine;
import downhill.engine.plan.ArrayView;
import downhill.engine.plan.Plan;
import downhill.engine.plan.Planner;
import downhill.optim.CompiledRule;
import downhill.optim.Program;
import downhill.optim.Rule;
import downhill.optim.RuleTensor;
import downhill.optim.ScalarSlot;
import downhill.optim.StateLayout;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Steps of runs that follow one rule as a program for a device: the plans of {@link Shard} and {@link RuleGroup}, made for one run and
 * written down.
 */
final class DevicePlan {
    private final CompiledRule rule;
    private final List<RuleTensor> tensors;
    private final Map<String, StateLayout> shaped;
    private final int size;
    private final TextMachine machine;
    private final NamedMemory theta;
    private final NamedMemory gradients;
    private final NamedMemory loss;
    private final NamedMemory slots;
    private final NamedMemory mask;
    private final NamedMemory noise;
    private final NamedMemory paces;
    private final Map<String, NamedMemory> states = new LinkedHashMap<>();
    private final Map<String, NamedMemory> columns = new LinkedHashMap<>();
    private final List<NamedMemory> given = new ArrayList<>();
    private final StepProgram program;

    /**
     * Writes the program.
     *
     * @param specs      of one rule
     * @param still      whether all steps see all rows
     * @param lanes      work-items of a group
     * @param localBytes of local memory that a group may take
     */
    DevicePlan(TrainingGraph graph, List<RunSpec> specs, boolean still, Precision precision, int lanes, int localBytes) {
        ParameterLayout layout = graph.graph().layout();
        size = layout.count();
        rule = CompiledRule.of(specs.get(0).rule());
        tensors = RuleTensors.of(layout);
        shaped = StateLayout.of(rule.rule(), tensors);
        machine = new TextMachine(precision, lanes);
        theta = machine.allocate(size);
        gradients = machine.allocate(size);
        loss = machine.allocate(1);
        slots = machine.allocate(rule.step().host().slots().size());
        mask = machine.allocate(size);
        mask.write(0, layout.penaltyMask(), 0, size);
        rule.elementStates().forEach(name -> states.put(name, machine.allocate(length(name))));
        noise = rule.rule().asks(Rule.NOISE) ? machine.allocate(size) : null;
        paces = specs.get(0).paces() == null ? null : machine.allocate(size);
        machine.take(List.of());
        Plan model = planGradient(graph);
        List<NamedMemory> inputs = new ArrayList<>();
        Stream.of(graph.x(), graph.y(), graph.weights()).filter(Objects::nonNull)
                .forEach(input -> inputs.add((NamedMemory) model.view(input).memory()));
        List<NamedMemory> masks = graph.masks().stream().map(each -> (NamedMemory) model.view(each.input()).memory()).toList();
        List<NamedMemory> lasting = new ArrayList<>(inputs);
        lasting.addAll(masks);
        TextSection gradient = machine.take(lasting);
        BatchModel asked = new BatchModel(graph, ArrayView.rows(loss, 0, 1), model);
        TextSection update = update(specs, asked, true);
        List<String> names = rule.step().host().slots().stream().map(ScalarSlot::name).toList();
        int[] questions = rule.step().questions().stream().mapToInt(names::indexOf).toArray();
        TextSection unasked = questions.length == 0 ? null : update(specs, asked, false);
        NamedMemory startSlots = machine.allocate(rule.start().host().slots().size());
        TextSection start = start(startSlots);
        given.addAll(columns.values());
        if (paces != null) {
            given.add(paces);
        }
        List<NamedMemory> kept = new ArrayList<>(List.of(theta));
        kept.addAll(states.values());
        StepRoles roles = new StepRoles(kept, given, graph.batch(), inputs, still, masks, noise, slots, gradients, loss);
        program = new StepWriter(machine, roles, localBytes).program(gradient, update, unasked, questions, start, startSlots);
    }

    /** Why a rule cannot be written down; nothing where it can. */
    static Optional<Said> lack(TrainingGraph graph, RunSpec spec) {
        if (!spec.rule().isFormula()) {
            return Optional.of(Said.of("opencl.method", spec.rule().name()));
        }
        CompiledRule rule = CompiledRule.of(spec.rule());
        return noFactor(graph, rule, spec) ? Optional.empty() : Optional.of(Said.of("opencl.factors", spec.rule().name()));
    }

    private static boolean noFactor(TrainingGraph graph, CompiledRule rule, RunSpec spec) {
        UpdateGraph update = new UpdateGraph(rule, RuleTensors.of(graph.graph().layout()), List.of(spec), graph, true);
        return update.graph.nodes().stream().noneMatch(node -> node.op() instanceof Op.Factor);
    }

    boolean asksForNoise() {
        return noise != null;
    }

    CompiledRule rule() {
        return rule;
    }

    StepProgram program() {
        return program;
    }

    /** Numbers that each state of a run holds, in the order in which they lie behind the parameters. */
    int[] stateLengths() {
        return states.values().stream().mapToInt(NamedMemory::length).toArray();
    }

    private int length(String state) {
        return shaped.containsKey(state) ? (int) shaped.get(state).length() : size;
    }

    private Plan planGradient(TrainingGraph graph) {
        Map<Node, ArrayView> destinations = new HashMap<>();
        destinations.put(graph.loss(), ArrayView.rows(loss, 0, 1));
        destinations.put(Gradients.byParameters(graph.loss()), row(gradients));
        return Planner.plan(1, machine, List.of(), Planner.parameterRows(graph.graph(), theta, size), destinations);
    }

    private static ArrayView row(NamedMemory memory) {
        return ArrayView.rows(memory, 0, memory.length(), memory.length());
    }

    private TextSection update(List<RunSpec> specs, BatchModel model, boolean asked) {
        UpdateGraph update = new UpdateGraph(rule, tensors, specs, model.graph(), asked);
        Map<Node, ArrayView> bindings = new HashMap<>();
        bindings.put(update.theta, row(theta));
        bindings.put(update.gradient, row(gradients));
        bindSlots(bindings, update.slots, slots);
        if (update.noise != null) {
            bindings.put(update.noise, row(noise));
        }
        if (update.batchLoss != null) {
            bindings.put(update.batchLoss, model.losses());
        }
        update.model.inputs().forEach((original, own) -> bindings.put(own, model.input(original, 0)));
        Map<Node, ArrayView> destinations = new LinkedHashMap<>();
        update.newStates.forEach((name, node) -> destinations.put(node, row(states.get(name))));
        update.oldStates.forEach((name, node) -> bindings.put(node, row(states.get(name))));
        destinations.put(update.newTheta, row(theta));
        update.columns.forEach((name, node) ->
                bindings.put(node, ArrayView.rows(columns.computeIfAbsent(name, unused -> machine.allocate(1)), 0, 1)));
        if (update.paces != null) {
            bindings.put(update.paces, row(paces));
        }
        bindings.put(update.mask, ArrayView.rows(mask, 0, 0, size));
        Planner.plan(1, machine, List.of(), bindings, destinations);
        return machine.take(List.copyOf(columns.values()));
    }

    private static void bindSlots(Map<Node, ArrayView> bindings, List<Node> nodes, NamedMemory memory) {
        for (int i = 0; i < nodes.size(); i++) {
            bindings.put(nodes.get(i), ArrayView.rows(memory, i, nodes.size()));
        }
    }

    private TextSection start(NamedMemory startSlots) {
        Program start = rule.start();
        UpdateGraph graph = new UpdateGraph(rule, tensors);
        if (!graph.newStates.isEmpty() && start != null) {
            Map<Node, ArrayView> bindings = new HashMap<>();
            bindings.put(graph.theta, row(theta));
            bindSlots(bindings, graph.slots, startSlots);
            Map<Node, ArrayView> destinations = new LinkedHashMap<>();
            graph.newStates.forEach((name, node) -> destinations.put(node, row(states.get(name))));
            Planner.plan(1, machine, List.of(), bindings, destinations);
        }
        return machine.take(List.of(startSlots));
    }

    /** What a run is given: its columns, then its paces. */
    double[] given(RunSpec spec) {
        double[] values = new double[columns.size() + (paces == null ? 0 : size)];
        int at = 0;
        for (String name : columns.keySet()) {
            values[at++] = RunColumns.value(name, spec);
        }
        if (paces != null) {
            System.arraycopy(spec.paces(), 0, values, at, size);
        }
        return values;
    }
}
