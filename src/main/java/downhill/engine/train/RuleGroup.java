package downhill.engine.train;

import downhill.engine.graph.Node;
import downhill.engine.graph.ParameterLayout;
import downhill.engine.plan.ArrayView;
import downhill.engine.plan.Machine;
import downhill.engine.plan.Memory;
import downhill.engine.plan.Plan;
import downhill.engine.plan.Planner;
import downhill.optim.CompiledRule;
import downhill.optim.HostProgram;
import downhill.optim.Rule;
import downhill.optim.RuleTensor;
import downhill.optim.ScalarSlot;
import downhill.optim.StateLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Neighbouring runs of a shard that follow the same rule: their states, and one update for all of them. */
final class RuleGroup implements RunGroup {
    private final int first;
    private final int runs;
    private final int size;
    private final Machine machine;
    private final CompiledRule rule;
    private final Map<String, Memory> states = new LinkedHashMap<>();
    private final ArrayView theta;
    private final BatchModel model;
    private final Plan step;
    private final Plan unasked;
    /** Slots that say whether the model is asked once more. */
    private final int[] questions;
    private final long[] seeds;
    /** Null where the rule asks for none. */
    private final ArrayView noise;
    private final double[] noiseRow;
    private final List<RuleTensor> tensors;
    private final Map<String, StateLayout> shaped;
    private final Memory slotMemory;
    private final double[] slotValues;
    private final double[][] scalars;
    private final double[] workspace;
    private final double[] rates;
    private final boolean[] started;
    private final long[] ruleStart;
    private boolean allStarted;

    /**
     * @param first      index of the group's first run within the shard
     * @param layout     of the parameters
     * @param parameters rows of the shard [R, P]
     * @param gradients  likewise
     * @param model      as the step's gradient was taken of it, for rules that ask it once more
     */
    RuleGroup(Machine machine, int first, List<RunSpec> specs, ParameterLayout layout, ArrayView parameters, ArrayView gradients,
            BatchModel model) {
        this.machine = machine;
        this.model = model;
        this.first = first;
        this.runs = specs.size();
        this.size = layout.count();
        this.rule = CompiledRule.of(specs.get(0).rule());
        this.theta = parameters.fromRun(first);
        this.tensors = RuleTensors.of(layout);
        this.shaped = StateLayout.of(rule.rule(), tensors);
        rule.elementStates().forEach(name -> states.put(name, machine.allocate(Math.max(1, runs * length(name)))));
        HostProgram host = rule.step().host();
        int slots = host.slots().size();
        slotMemory = machine.allocate(Math.max(1, runs * slots));
        slotValues = new double[runs * slots];
        started = new boolean[runs];
        ruleStart = specs.stream().mapToLong(RunSpec::ruleStart).toArray();
        scalars = new double[runs][host.scalarCount()];
        workspace = host.newWorkspace();
        rates = new double[runs];
        seeds = specs.stream().mapToLong(RunSpec::seed).toArray();
        noise = rule.rule().asks(Rule.NOISE) ? ArrayView.rows(machine.allocate(runs * size), 0, size, size) : null;
        noiseRow = new double[noise == null ? 0 : size];
        List<String> names = host.slots().stream().map(ScalarSlot::name).toList();
        questions = rule.step().questions().stream().mapToInt(names::indexOf).toArray();
        step = planStep(specs, layout, gradients.fromRun(first), true);
        unasked = questions.length == 0 ? step : planStep(specs, layout, gradients.fromRun(first), false);
    }

    private Plan planStep(List<RunSpec> specs, ParameterLayout layout, ArrayView gradient, boolean asked) {
        UpdateGraph update = new UpdateGraph(rule, tensors, specs, model.graph(), asked);
        Map<Node, ArrayView> bindings = new HashMap<>();
        bindings.put(update.theta, theta);
        bindings.put(update.gradient, gradient);
        bindSlots(bindings, update.slots, slotMemory);
        if (noise != null) {
            bindings.put(update.noise, noise);
        }
        if (update.batchLoss != null) {
            bindings.put(update.batchLoss, model.losses().fromRun(first));
        }
        update.model.inputs().forEach((original, own) -> bindings.put(own, model.input(original, first)));
        Map<Node, ArrayView> destinations = new LinkedHashMap<>();
        update.newStates.forEach((name, node) -> destinations.put(node, stateView(name)));
        update.oldStates.forEach((name, node) -> bindings.put(node, stateView(name)));
        destinations.put(update.newTheta, theta);
        update.columns.forEach((name, node) -> bindings.put(node, column(name, specs)));
        Memory mask = machine.allocate(size);
        mask.write(0, layout.penaltyMask(), 0, size);
        if (update.paces != null) {
            bindings.put(update.paces, paces(specs));
        }
        bindings.put(update.mask, ArrayView.rows(mask, 0, 0, size));
        return Planner.plan(runs, machine, List.of(), bindings, destinations);
    }

    private static void bindSlots(Map<Node, ArrayView> bindings, List<Node> slots, Memory memory) {
        for (int i = 0; i < slots.size(); i++) {
            bindings.put(slots.get(i), ArrayView.rows(memory, i, slots.size()));
        }
    }

    private ArrayView paces(List<RunSpec> specs) {
        ArrayView rows = ArrayView.rows(machine.allocate(runs * size), 0, size, size);
        for (int run = 0; run < runs; run++) {
            rows.write(run, specs.get(run).paces());
        }
        return rows;
    }

    private ArrayView stateView(String name) {
        return ArrayView.rows(states.get(name), 0, length(name), length(name));
    }

    /** Numbers of a run that a state holds. */
    private int length(String state) {
        return shaped.containsKey(state) ? (int) shaped.get(state).length() : size;
    }

    private ArrayView column(String name, List<RunSpec> specs) {
        double[] values = specs.stream().mapToDouble(spec -> RunColumns.value(name, spec)).toArray();
        Memory memory = machine.allocate(runs);
        memory.write(0, values, 0, runs);
        return ArrayView.rows(memory, 0, 1);
    }

    @Override
    public int first() {
        return first;
    }

    @Override
    public int runs() {
        return runs;
    }

    /** Gives the states of runs that have not started their first values; the others keep theirs. */
    private void start(double[][] hyperparameters) {
        double[][][] kept = new double[runs][][];
        for (int run = 0; run < runs; run++) {
            kept[run] = started[run] ? elements(run) : null;
        }
        startAll(hyperparameters);
        for (int run = 0; run < runs; run++) {
            if (kept[run] != null) {
                writeStates(run, kept[run]);
            }
            started[run] = true;
        }
        allStarted = true;
    }

    private void startAll(double[][] hyperparameters) {
        HostProgram host = rule.start().host();
        int slots = host.slots().size();
        double[] values = new double[runs * slots];
        double[] registers = host.newWorkspace();
        for (int run = 0; run < runs; run++) {
            double[] own = started[run] ? scalars[run].clone() : scalars[run];
            host.evaluate(hyperparameters[first + run], 1, own, registers, values, run * slots, 1);
        }
        UpdateGraph graph = new UpdateGraph(rule, tensors);
        if (!graph.newStates.isEmpty()) {
            Memory memory = machine.allocate(Math.max(1, values.length));
            memory.write(0, values, 0, values.length);
            Map<Node, ArrayView> bindings = new HashMap<>();
            bindings.put(graph.theta, theta);
            bindSlots(bindings, graph.slots, memory);
            Map<Node, ArrayView> destinations = new LinkedHashMap<>();
            graph.newStates.forEach((name, node) -> destinations.put(node, stateView(name)));
            Planner.plan(runs, machine, List.of(), bindings, destinations).run();
        }
    }

    @Override
    public void update(long stepIndex, double[][] hyperparameters) {
        if (!allStarted) {
            start(hyperparameters);
        }
        HostProgram host = rule.step().host();
        int slots = host.slots().size();
        for (int run = 0; run < runs; run++) {
            host.evaluate(hyperparameters[first + run], stepIndex - ruleStart[run] + 1.0, scalars[run], workspace, slotValues,
                    run * slots, 1);
            rates[run] = host.learningRate(workspace);
        }
        slotMemory.write(0, slotValues, 0, slotValues.length);
        for (int run = 0; noise != null && run < runs; run++) {
            Noise.fill(noiseRow, seeds[run], stepIndex);
            noise.write(run, noiseRow);
        }
        (isAsked(slots) ? step : unasked).run();
    }

    /** Whether the model is asked once more in a step of any run. */
    private boolean isAsked(int slots) {
        boolean asked = questions.length == 0;
        for (int run = 0; run < runs; run++) {
            for (int question : questions) {
                asked |= slotValues[run * slots + question] != 0;
            }
        }
        return asked;
    }

    @Override
    public double usedRate(int run, double scheduled) {
        return rates[run];
    }

    @Override
    public double learningRate(int run, double scheduled) {
        return started[run] ? rule.learningRate(scheduled, scalars[run]) : scheduled;
    }

    @Override
    public double[][] elements(int run) {
        if (!started[run]) {
            return new double[0][];
        }
        List<double[]> rows = new ArrayList<>();
        states.keySet().forEach(name -> rows.add(stateView(name).read(run)));
        return rows.toArray(double[][]::new);
    }

    @Override
    public double[] scalars(int run) {
        return started[run] ? scalars[run].clone() : new double[0];
    }

    @Override
    public void restore(int run, RunState state) {
        started[run] = !state.fresh();
        allStarted &= started[run];
        Arrays.fill(scalars[run], 0);
        if (started[run]) {
            writeStates(run, state.elements());
            scalars[run] = Arrays.copyOf(state.scalars(), scalars[run].length);
        }
    }

    private void writeStates(int run, double[][] rows) {
        int i = 0;
        for (String name : states.keySet()) {
            stateView(name).write(run, rows[i++]);
        }
    }
}
