package downhill.analysis.sweep;

import downhill.engine.Precision;
import downhill.engine.train.LargeStacks;
import downhill.engine.train.RunSpec;
import downhill.engine.train.RunState;
import downhill.engine.train.StepLog;
import downhill.engine.train.TrainingData;
import downhill.engine.train.TrainingGraph;
import downhill.engine.train.TrainingStack;
import downhill.optim.Rule;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * Runs of one rule in one stack, compiled once and used for one set of hyperparameters after another. Belongs to the thread
 * that made it.
 */
final class RunBlock implements AutoCloseable {
    private static final int MOST_RUNS = 1024;
    /** Numbers that the runs of a block may hold together. */
    private static final long BUDGET = 1L << 23;
    private static final int LOG_NUMBERS = 1 << 18;
    private static final double CHUNK_SECONDS = 0.02;

    /** Told what happened in some steps of all runs. */
    interface Watcher {
        void steps(StepLog log);
    }

    private final Rule rule;
    private final TrainingStack stack;
    private final StepLog log;

    /** @param watched parameters to be logged */
    RunBlock(TrainingGraph graph, TrainingData data, List<RunSpec> runs, Precision precision, int threads, int... watched) {
        rule = runs.get(0).rule();
        stack = LargeStacks.create(graph, data, runs, precision, threads);
        stack.watch(watched);
        log = new StepLog(runs.size(), Math.max(1, LOG_NUMBERS / (runs.size() * (2 + watched.length))), watched.length);
    }

    /** How many runs of a model fit into a block. */
    static int capacity(TrainingGraph graph, Rule rule, int wanted) {
        var loss = graph.loss().graph();
        long activations = loss.nodes().stream().filter(node -> node.perRun()).mapToLong(node -> node.size()).sum();
        long perRun = 2 * activations + (4L + rule.states().size()) * loss.layout().count();
        return (int) Math.max(1, Math.min(Math.min(MOST_RUNS, wanted), BUDGET / perRun));
    }

    /**
     * Trains from the beginning.
     *
     * @param values hyperparameters of each run, in the rule's order; runs beyond these repeat the last
     * @param start  parameters [P] of all
     */
    void train(List<double[]> values, double[] start, int steps, BooleanSupplier cancelled, Watcher watcher) {
        for (int run = 0; run < stack.runs(); run++) {
            double[] own = values.get(Math.min(run, values.size() - 1));
            for (int i = 0; i < own.length; i++) {
                stack.setHyperparameter(run, rule.hyperparameters().get(i).key(), own[i]);
            }
        }
        stack.restore(Collections.nCopies(stack.runs(), RunState.initial(start)));
        int chunk = 1;
        for (int done = 0; done < steps; ) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException("the sweep is no longer wanted");
            }
            int now = Math.min(chunk, steps - done);
            long begin = System.nanoTime();
            stack.advance(now, log);
            watcher.steps(log);
            done += now;
            double perStep = (System.nanoTime() - begin) * 1e-9 / now;
            chunk = (int) Math.max(1, Math.min(log.capacity(), CHUNK_SECONDS / perStep));
        }
    }

    int runs() {
        return stack.runs();
    }

    @Override
    public void close() {
        stack.close();
    }
}
