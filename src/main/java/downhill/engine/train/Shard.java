package downhill.engine.train;

import downhill.engine.graph.Node;
import downhill.engine.graph.ParameterLayout;
import downhill.engine.plan.ArrayView;
import downhill.engine.plan.Machine;
import downhill.engine.plan.Memory;
import downhill.engine.plan.Plan;
import downhill.engine.plan.Planner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Runs that the machine of a stack computes, with memory and plans of their own, so that shards can run on different threads. */
final class Shard implements RunShard {
    private final int first;
    private final List<RunSpec> specs;
    private final int size;
    private final ArrayView parameters;
    private final Memory losses;
    private final Plan gradientPlan;
    private final BatchFeed feed;
    private final RunGroup[] groups;
    private final RunRates rates;
    private final LossLog lossLog;

    /**
     * @param first    index of the shard's first run within the stack
     * @param gradient node of the same graph as the loss, shape [P]
     * @param data     one for all runs, or one for each
     */
    Shard(Machine machine, int first, TrainingGraph graph, Node gradient, List<TrainingData> data, List<RunSpec> specs) {
        this.first = first;
        this.specs = specs;
        ParameterLayout layout = graph.graph().layout();
        size = layout.count();
        int runs = specs.size();
        parameters = ArrayView.rows(machine.allocate(runs * size), 0, size, size);
        ArrayView gradients = ArrayView.rows(machine.allocate(runs * size), 0, size, size);
        losses = machine.allocate(runs);
        lossLog = machine.remote() ? new RemoteLossLog(machine, first, runs, parameters, losses)
                : new LocalLossLog(first, runs, parameters, losses);
        gradientPlan = planGradient(machine, graph, gradient, gradients);
        feed = new BatchFeed(graph, data, gradientPlan, seeds(graph, specs));
        groups = groups(machine, layout, gradients, new BatchModel(graph.loss(), ArrayView.rows(losses, 0, 1), gradientPlan));
        rates = new RunRates(specs);
    }

    private Plan planGradient(Machine machine, TrainingGraph graph, Node gradient, ArrayView gradients) {
        Map<Node, ArrayView> bindings = Planner.parameterRows(graph.graph(), parameters.memory(), size);
        Map<Node, ArrayView> destinations = new HashMap<>();
        destinations.put(graph.loss(), ArrayView.rows(losses, 0, 1));
        destinations.put(gradient, gradients);
        List<Node> inputs = new ArrayList<>();
        return Planner.plan(specs.size(), machine, inputs, bindings, destinations);
    }

    private static List<Long> seeds(TrainingGraph graph, List<RunSpec> specs) {
        boolean perRun = graph.x() != null && graph.x().perRun();
        return perRun ? specs.stream().map(RunSpec::seed).toList() : List.of(specs.get(0).seed());
    }

    private RunGroup[] groups(Machine machine, ParameterLayout layout, ArrayView gradients, BatchModel model) {
        List<RunGroup> found = new ArrayList<>();
        int from = 0;
        while (from < specs.size()) {
            int to = from + 1;
            while (to < specs.size() && together(specs.get(from), specs.get(to))) {
                to++;
            }
            found.add(specs.get(from).rule().isFormula()
                    ? new RuleGroup(machine, from, specs.subList(from, to), layout, parameters, gradients, model)
                    : new LbfgsGroup(from, specs.subList(from, to), layout.penaltyMask(), parameters, gradients));
            from = to;
        }
        return found.toArray(RunGroup[]::new);
    }

    /** Those who have paces of their parameters have another update. */
    static boolean together(RunSpec one, RunSpec other) {
        return one.rule().equals(other.rule()) && (one.paces() == null) == (other.paces() == null);
    }

    @Override
    public int first() {
        return first;
    }

    @Override
    public int runs() {
        return specs.size();
    }

    @Override
    public void advance(int from, int to, int[] watch, StepLog log) {
        lossLog.watch(watch);
        for (int i = from; i < to; i++) {
            long step = log.firstStep() + i;
            lossLog.parameters(i, log);
            feed.fill(step);
            gradientPlan.run();
            rates.schedule(step);
            lossLog.losses(i, log);
            for (RunGroup group : groups) {
                group.update(step, rates.current());
            }
            tellRates(i, log);
        }
        lossLog.end(log);
    }

    private void tellRates(int i, StepLog log) {
        for (RunGroup group : groups) {
            for (int k = 0; k < group.runs(); k++) {
                int run = group.first() + k;
                log.rate(first + run, i, rates.has(run) ? group.usedRate(k, rates.current(run)) : Double.NaN);
            }
        }
    }

    @Override
    public double learningRate(int run, long step) {
        RunGroup group = groupOf(run);
        return rates.has(run) ? group.learningRate(run - group.first(), rates.scheduled(run, step)) : Double.NaN;
    }

    @Override
    public void setHyperparameter(int run, String key, double value) {
        rates.set(run, key, value);
    }

    @Override
    public void observe(int run, double loss, long step) {
        rates.observe(run, loss, step);
    }

    @Override
    public void parameters(int run, double[] target) {
        parameters.read(run, target);
    }

    @Override
    public RunState save(int run, long step) {
        RunGroup group = groupOf(run);
        int inGroup = run - group.first();
        return new RunState(step, parameters.read(run), group.elements(inGroup), group.scalars(inGroup),
                rates.state(run)).answeringBy(specs.get(run).rule());
    }

    @Override
    public void restore(int run, RunState state) {
        parameters.write(run, state.parameters());
        RunGroup group = groupOf(run);
        group.restore(run - group.first(), state);
        rates.restore(run, state.schedule());
    }

    private RunGroup groupOf(int run) {
        return Stream.of(groups).filter(group -> run >= group.first() && run < group.first() + group.runs())
                .findFirst().orElseThrow();
    }
}
