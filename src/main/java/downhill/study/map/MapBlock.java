package downhill.study.map;

import downhill.data.Progress;
import downhill.engine.Precision;
import downhill.engine.train.LargeStacks;
import downhill.engine.train.RunState;
import downhill.engine.train.StepLog;
import downhill.engine.train.TrainingStack;
import downhill.race.StepSetup;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;

/** Some runs of one model, rule and batch size, trained in one stack; of each the loss at its start and at its end. */
final class MapBlock {
    private static final int MOST_RUNS = 1024;
    /** Numbers that the runs of a block may hold together. */
    private static final long BUDGET = 1L << 23;
    private static final int LOG_NUMBERS = 1 << 17;
    /** Steps that a log has room for, however many runs there are. */
    private static final int LEAST_LOGGED = 16;
    private static final double CHUNK_SECONDS = 0.03;

    private final List<StepSetup> setups;
    private final int steps;
    private final int lastTenth;
    private final double[] starts;
    private final double[] sums;
    private final int[] ends;

    /** @param setups of step 0 */
    MapBlock(List<StepSetup> setups, int steps) {
        this.setups = setups;
        this.steps = steps;
        lastTenth = steps - Math.max(1, steps / 10);
        starts = new double[setups.size()];
        sums = new double[setups.size()];
        ends = new int[setups.size()];
        Arrays.fill(ends, -1);
    }

    /** How many runs of a model fit into a block. */
    static int capacity(StepSetup setup, Precision precision) {
        long activations = setup.graph().loss().graph().nodes().stream().filter(node -> node.perRun()).mapToLong(node -> node.size()).sum();
        long perRun = 2 * activations + (4L + setup.run().rule().states().size()) * setup.layout().count();
        int usual = (int) Math.max(1, Math.min(MOST_RUNS, BUDGET / perRun));
        return LargeStacks.capacity(setup.graph(), setup.data(), setup.run(), precision, usual);
    }

    void train(Precision precision, int threads, Progress progress) {
        StepSetup first = setups.get(0);
        StepLog log = new StepLog(setups.size(), Math.max(LEAST_LOGGED, LOG_NUMBERS / setups.size()), 0);
        try (TrainingStack stack = LargeStacks.create(first.graph(), first.data(), setups.stream().map(StepSetup::run).toList(), precision,
                threads)) {
            stack.restore(Collections.nCopies(setups.size(), RunState.initial(first.start())));
            int chunk = 1;
            for (int done = 0; done < steps; done += log.count()) {
                if (progress.cancelled()) {
                    throw new CancellationException("the map is no longer wanted");
                }
                long begin = System.nanoTime();
                stack.advance(Math.min(chunk, steps - done), log);
                record(log);
                double perStep = (System.nanoTime() - begin) * 1e-9 / log.count();
                chunk = (int) Math.max(1, Math.min(log.capacity(), CHUNK_SECONDS / perStep));
                progress.done((double) (done + log.count()) / steps);
            }
        }
    }

    private void record(StepLog log) {
        for (int run = 0; run < sums.length; run++) {
            if (log.firstStep() == 0) {
                starts[run] = log.loss(run, 0);
            }
            for (int i = 0; i < log.count() && ends[run] < 0; i++) {
                double loss = log.loss(run, i);
                if (!Double.isFinite(loss)) {
                    ends[run] = (int) log.firstStep() + i;
                } else if (log.firstStep() + i >= lastTenth) {
                    sums[run] += loss;
                }
            }
        }
    }

    double startLoss(int run) {
        return starts[run];
    }

    /** Mean of the last tenth; NaN where it diverged. */
    double finalLoss(int run) {
        return ends[run] >= 0 ? Double.NaN : sums[run] / (steps - lastTenth);
    }

    /** −1 where it did not. */
    int divergedAt(int run) {
        return ends[run];
    }
}
