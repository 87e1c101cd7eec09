package downhill.engine.train;

import downhill.engine.Precision;
import downhill.engine.Threads;
import downhill.engine.graph.Gradients;
import downhill.engine.graph.Node;
import downhill.engine.graph.ParameterLayout;
import downhill.engine.machine.Machines;
import downhill.engine.plan.Machine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * R runs of one model and batch size, advancing in lock-step: the same step number, and for runs of one seed the same rows
 * and dropout masks. What one run does never depends on the others, nor on how many there are.
 *
 * <p>All methods belong to one thread. Inside {@link #advance} the runs may be spread over further threads, each with rows
 * of its own.
 */
public final class TrainingStack implements AutoCloseable {
    private static final int[] NOTHING = {};

    private final List<? extends RunShard> shards;
    private final int[] shardOf;
    private final int parameterCount;
    private final int workers;
    private final ExecutorService threads;
    private final Runnable end;
    private int[] watched = NOTHING;
    private long step;

    /**
     * @param graph   where runs have different seeds, its inputs exist once per run
     * @param data    rows that batches are drawn from
     * @param runs    runs of one rule should be neighbours: neighbours of one rule are updated together
     * @param threads how many threads may compute at once, at least 1
     */
    public TrainingStack(TrainingGraph graph, TrainingData data, List<RunSpec> runs, Precision precision, int threads) {
        this(graph, data, runs, Machines.create(precision), threads);
    }

    /**
     * Runs that do not all learn from the same rows, such as those of folds.
     *
     * @param graph its inputs exist once per run where there are several data
     * @param data  one for all runs, or one for each
     */
    public TrainingStack(TrainingGraph graph, List<TrainingData> data, List<RunSpec> runs, Precision precision, int threads) {
        this(graph, data, runs, Machines.create(precision), threads);
    }

    /**
     * Runs whose rows are elsewhere: gradients come from there, updates are done here.
     *
     * @param layout of the parameters
     */
    public static TrainingStack elsewhere(ParameterLayout layout, List<RunSpec> runs, GradientSource source, Precision precision) {
        Machine machine = Machines.create(precision);
        Shard shard = new Shard(machine, 0, layout, runs, (places, rates) -> StepGradients.elsewhere(source, runs, places, rates));
        return new TrainingStack(List.of(shard), layout.count(), 1, machine::close);
    }

    /** On a machine that is closed with the stack. A remote machine is one device, which more threads would only queue for. */
    TrainingStack(TrainingGraph graph, TrainingData data, List<RunSpec> runs, Machine machine, int threads) {
        this(graph, List.of(data), runs, machine, threads);
    }

    private TrainingStack(TrainingGraph graph, List<TrainingData> data, List<RunSpec> runs, Machine machine, int threads) {
        this(shards(graph, data, runs, machine, threads), graph.graph().layout().count(), machine.remote() ? 1 : Math.max(1, threads),
                machine::close);
    }

    /**
     * Of shards that are there.
     *
     * @param shards  one behind the other
     * @param threads on which different shards may compute at once
     * @param end     when the stack is closed
     */
    TrainingStack(List<? extends RunShard> shards, int parameterCount, int threads, Runnable end) {
        this.shards = shards;
        this.parameterCount = parameterCount;
        this.end = end;
        shardOf = new int[shards.stream().mapToInt(RunShard::runs).sum()];
        for (int part = 0; part < shards.size(); part++) {
            RunShard shard = shards.get(part);
            Arrays.fill(shardOf, shard.first(), shard.first() + shard.runs(), part);
        }
        workers = Math.min(threads, shards.size());
        this.threads = workers > 1 ? Executors.newFixedThreadPool(workers - 1, Threads.daemons("training")) : null;
    }

    private static List<Shard> shards(TrainingGraph graph, List<TrainingData> data, List<RunSpec> runs, Machine machine, int threads) {
        Node gradient = Gradients.byParameters(graph.loss());
        List<Shard> shards = new ArrayList<>();
        int from = 0;
        for (int size : sizes(runs.size(), machine.remote() ? 1 : Math.max(1, threads))) {
            int to = from + size;
            Machine helped = machine.helped(Math.max(1, threads) / runs.size());
            shards.add(new Shard(helped, from, graph, gradient, data.size() == 1 ? data : data.subList(from, to), runs.subList(from, to)));
            from = to;
        }
        return shards;
    }

    /**
     * How many runs each shard has: as many for each thread, and those that are left over alone, for whichever thread is free. Five runs on
     * two threads as 3 and 2 would take as long as six.
     */
    private static int[] sizes(int runs, int threads) {
        int each = Math.max(1, runs / threads);
        int[] sizes = new int[runs <= threads ? runs : threads + runs % threads];
        Arrays.fill(sizes, 1);
        Arrays.fill(sizes, 0, Math.min(threads, sizes.length), each);
        return sizes;
    }

    public int runs() {
        return shardOf.length;
    }

    /** P. */
    public int parameterCount() {
        return parameterCount;
    }

    /** Updates done. */
    public long step() {
        return step;
    }

    /** Parameters whose values are logged at each step; none at first. */
    public void watch(int... parameters) {
        watched = parameters.clone();
    }

    /** Does some steps and logs each. The log must have room for them and for the watched parameters. */
    public void advance(int steps, StepLog log) {
        if (log.watched() < watched.length) {
            throw new IllegalArgumentException("the log has no room for " + watched.length + " watched parameters");
        }
        log.begin(step, steps);
        if (threads == null) {
            shards.forEach(shard -> shard.advance(0, steps, watched, log));
        } else {
            Parallel.run(threads, workers, shards, steps, (shard, from, to) -> shard.advance(from, to, watched, log));
        }
        step += steps;
    }

    /** Takes effect at the next step. */
    public void setHyperparameter(int run, String key, double value) {
        RunShard shard = shardOf(run);
        shard.setHyperparameter(run - shard.first(), key, value);
    }

    /** Tells a run's schedule how well it does where it is; only plateau schedules listen, and only after their warm-up. */
    public void observe(int run, double loss) {
        RunShard shard = shardOf(run);
        shard.observe(run - shard.first(), loss, step);
    }

    /** The learning rate that a run's next step begins with: scheduled, and changed by its rule so far; NaN without one. */
    public double learningRate(int run) {
        RunShard shard = shardOf(run);
        return shard.learningRate(run - shard.first(), step);
    }

    /** Copies a run's parameters [P]. */
    public void parameters(int run, double[] target) {
        RunShard shard = shardOf(run);
        shard.parameters(run - shard.first(), target);
    }

    /** Everything about a run at this moment. */
    public RunState save(int run) {
        RunShard shard = shardOf(run);
        return shard.save(run - shard.first(), step);
    }

    /** Puts all runs at an earlier (or other) moment; the states must be of the same step. */
    public void restore(List<RunState> states) {
        step = states.get(0).step();
        for (int run = 0; run < states.size(); run++) {
            if (states.get(run).step() != step) {
                throw new IllegalArgumentException("runs in lock-step have one step number");
            }
            RunShard shard = shardOf(run);
            shard.restore(run - shard.first(), states.get(run));
        }
    }

    private RunShard shardOf(int run) {
        return shards.get(shardOf[run]);
    }

    /** Ends the threads and frees the memory; nothing of the stack may be used afterwards. */
    @Override
    public void close() {
        if (threads != null) {
            threads.shutdown();
        }
        end.run();
    }
}
