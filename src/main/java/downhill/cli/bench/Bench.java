package downhill.cli.bench;

import downhill.engine.Precision;
import downhill.engine.train.StepLog;
import downhill.engine.train.TrainingStack;
import java.util.Arrays;

/** Measures a training in its steady state. */
public final class Bench {
    /** Repetitions whose median counts. */
    public static final int REPETITIONS = 7;
    private static final int CHUNK = 256;
    private static final double WARM_UP = 0.4;

    private final BenchWork work;
    private final Precision precision;
    private final int threads;
    private final double seconds;

    /** @param seconds for each size of stack, warming up included */
    public Bench(BenchWork work, Precision precision, int threads, double seconds) {
        this.work = work;
        this.precision = precision;
        this.threads = threads;
        this.seconds = seconds;
    }

    /** Measures a stack of so many runs. */
    public BenchFigure measure(int runs) {
        try (TrainingStack stack = work.stack(runs, precision, threads)) {
            StepLog log = new StepLog(runs, CHUNK, 0);
            int steps = warmUp(stack, log);
            double[] micros = new double[REPETITIONS];
            for (int i = 0; i < REPETITIONS; i++) {
                long begin = System.nanoTime();
                advance(stack, log, steps);
                micros[i] = (System.nanoTime() - begin) * 1e-3 / steps / runs;
            }
            Arrays.sort(micros);
            return new BenchFigure(runs, rounded(micros[REPETITIONS / 2]), rounded(micros[0]), REPETITIONS, steps, threads,
                    stack.parameterCount());
        }
    }

    /** Runs until the compiler has settled; says how many steps fill a repetition. */
    private int warmUp(TrainingStack stack, StepLog log) {
        long end = System.nanoTime() + (long) (1e9 * seconds * WARM_UP);
        double perStep = Double.NaN;
        int chunk = 1;
        do {
            long begin = System.nanoTime();
            advance(stack, log, chunk);
            perStep = (System.nanoTime() - begin) * 1e-9 / chunk;
            chunk = Math.min(CHUNK, Math.max(1, (int) (0.02 / perStep)));
        } while (System.nanoTime() < end);
        return (int) Math.max(1, seconds * (1 - WARM_UP) / REPETITIONS / perStep);
    }

    private static void advance(TrainingStack stack, StepLog log, int steps) {
        for (int done = 0; done < steps; done += CHUNK) {
            stack.advance(Math.min(CHUNK, steps - done), log);
        }
    }

    private static double rounded(double micros) {
        return Math.round(micros * 1000) / 1000.0;
    }
}
