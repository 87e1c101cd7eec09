package downhill.engine.train;

import downhill.engine.graph.Node;
import downhill.engine.graph.ParameterLayout;
import downhill.engine.plan.ArrayView;
import downhill.engine.plan.Machine;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Runs that the machine of a stack computes, with memory and plans of their own, so that shards can run on different threads. */
final class Shard implements RunShard {
    private final int first;
    private final List<RunSpec> specs;
    private final ArrayView parameters;
    private final StepGradients gradients;
    private final RunGroup[] groups;
    private final RunRates rates;
    private final LossLog lossLog;

    /**
     * @param first    index of the shard's first run within the stack
     * @param gradient node of the same graph as the loss, shape [P]
     * @param data     one for all runs, or one for each
     */
    Shard(Machine machine, int first, TrainingGraph graph, Node gradient, List<TrainingData> data, List<RunSpec> specs) {
        this(machine, first, graph.graph().layout(), specs,
                (places, rates) -> StepGradients.here(machine, graph, gradient, data, specs, places));
    }

    /** @param computed makes what fills the gradients at their places, with the rates of the step */
    Shard(Machine machine, int first, ParameterLayout layout, List<RunSpec> specs,
          BiFunction<StepGradients.Places, RunRates, StepGradients> computed) {
        this.first = first;
        this.specs = specs;
        StepGradients.Places places = StepGradients.Places.of(machine, specs.size(), layout.count());
        parameters = places.parameters();
        lossLog = machine.remote() ? new RemoteLossLog(machine, first, specs.size(), parameters, places.losses())
                : new LocalLossLog(first, specs.size(), parameters, places.losses());
        rates = new RunRates(specs);
        gradients = computed.apply(places, rates);
        groups = groups(machine, layout, places.gradients(), gradients.model());
    }

    private RunGroup[] groups(Machine machine, ParameterLayout layout, ArrayView slopes, BatchModel model) {
        List<RunGroup> found = new ArrayList<>();
        int from = 0;
        while (from < specs.size()) {
            int to = from + 1;
            while (to < specs.size() && together(specs.get(from), specs.get(to))) {
                to++;
            }
            found.add(specs.get(from).rule().isFormula()
                    ? new RuleGroup(machine, from, specs.subList(from, to), layout, parameters, slopes, model)
                    : new LbfgsGroup(from, specs.subList(from, to), layout.penaltyMask(), parameters, slopes));
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
            rates.schedule(step);
            gradients.run(step);
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
