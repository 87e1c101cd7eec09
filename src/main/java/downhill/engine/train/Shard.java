package downhill.engine.train;

import downhill.engine.graph.Node;
import downhill.engine.graph.ParameterLayout;
import downhill.engine.plan.ArrayView;
import downhill.engine.plan.Machine;
import downhill.engine.plan.Memory;
import downhill.engine.plan.Plan;
import downhill.engine.plan.Planner;
import downhill.optim.Rule;
import downhill.optim.ScheduleRun;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Some runs of a stack with memory and plans of their own, so that shards can run on different threads. */
final class Shard {
    private final int first;
    private final List<RunSpec> specs;
    private final int size;
    private final ArrayView parameters;
    private final Memory losses;
    private final Plan gradientPlan;
    private final BatchFeed feed;
    private final RunGroup[] groups;
    private final double[][] base;
    private final double[][] current;
    private final ScheduleRun[] schedules;
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
        base = specs.stream().map(spec -> spec.hyperparameters().clone()).toArray(double[][]::new);
        current = specs.stream().map(spec -> spec.hyperparameters().clone()).toArray(double[][]::new);
        schedules = new ScheduleRun[runs];
        for (int run = 0; run < runs; run++) {
            newSchedule(run);
        }
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
    private static boolean together(RunSpec one, RunSpec other) {
        return one.rule().equals(other.rule()) && (one.paces() == null) == (other.paces() == null);
    }

    int first() {
        return first;
    }

    int runs() {
        return specs.size();
    }

    /** Does the steps {@code from} (inclusive) to {@code to} of those that the log has begun. */
    void advance(int from, int to, int[] watch, StepLog log) {
        lossLog.watch(watch);
        for (int i = from; i < to; i++) {
            long step = log.firstStep() + i;
            lossLog.parameters(i, log);
            feed.fill(step);
            gradientPlan.run();
            schedule(step);
            lossLog.losses(i, log);
            for (RunGroup group : groups) {
                group.update(step, current);
            }
            rates(i, log);
        }
        lossLog.end(log);
    }

    private void schedule(long step) {
        for (int run = 0; run < runs(); run++) {
            int rate = specs.get(run).rule().learningRateIndex();
            if (rate >= 0) {
                current[run][rate] = schedules[run].learningRate(step);
            }
        }
    }

    private void rates(int i, StepLog log) {
        for (RunGroup group : groups) {
            for (int k = 0; k < group.runs(); k++) {
                int run = group.first() + k;
                int rate = specs.get(run).rule().learningRateIndex();
                double used = rate < 0 ? Double.NaN : group.usedRate(k, current[run][rate]);
                log.rate(first + run, i, used);
            }
        }
    }

    /** The rate that a run begins a step with: scheduled, and changed by its rule so far; NaN without one. */
    double learningRate(int run, long step) {
        RunGroup group = groupOf(run);
        return specs.get(run).rule().learningRateIndex() < 0 ? Double.NaN
                : group.learningRate(run - group.first(), schedules[run].learningRate(step));
    }

    private void newSchedule(int run) {
        int rate = specs.get(run).rule().learningRateIndex();
        schedules[run] = new ScheduleRun(specs.get(run).schedule(), rate < 0 ? 0 : base[run][rate]);
    }

    void setHyperparameter(int run, String key, double value) {
        int index = specs.get(run).rule().indexOf(key);
        if (index < 0) {
            throw new IllegalArgumentException(specs.get(run).rule().name() + " has no hyperparameter " + key);
        }
        base[run][index] = value;
        current[run][index] = value;
        if (key.equals(Rule.LEARNING_RATE_KEY)) {
            newSchedule(run);
        }
    }

    void observe(int run, double loss, long step) {
        schedules[run].observe(loss, step);
    }

    void parameters(int run, double[] target) {
        parameters.read(run, target);
    }

    RunState save(int run, long step) {
        RunGroup group = groupOf(run);
        int inGroup = run - group.first();
        return new RunState(step, parameters.read(run), group.elements(inGroup), group.scalars(inGroup),
                schedules[run].state()).answeringBy(specs.get(run).rule());
    }

    void restore(int run, RunState state) {
        parameters.write(run, state.parameters());
        RunGroup group = groupOf(run);
        group.restore(run - group.first(), state);
        if (state.schedule().length > 0) {
            schedules[run].restore(state.schedule());
        } else {
            newSchedule(run);
        }
    }

    private RunGroup groupOf(int run) {
        return Stream.of(groups).filter(group -> run >= group.first() && run < group.first() + group.runs())
                .findFirst().orElseThrow();
    }
}
