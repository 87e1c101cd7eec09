package downhill.cli.bench;

import downhill.data.Progress;
import downhill.engine.MemoryUse;
import downhill.engine.Precision;
import downhill.engine.train.StepLog;
import downhill.engine.train.TrainingStack;
import java.util.concurrent.CancellationException;

/**
 * Native memory over a long training: flat, or it leaks.
 *
 * @param steps                    trained
 * @param offHeapBytesAtStart      held by native arrays, after warming up
 * @param offHeapBytesAtEnd        the same at the end
 * @param processBytesAtStart      in RAM, of the whole process
 * @param processBytesAtEnd        the same at the end
 * @param microsecondsPerStep      over the whole run
 */
public record Soak(long steps, long offHeapBytesAtStart, long offHeapBytesAtEnd, long processBytesAtStart, long processBytesAtEnd,
                   double microsecondsPerStep) {
    private static final int CHUNK = 1000;

    /** Trains one run for so many steps after a tenth of it as warming up. */
    public static Soak run(BenchWork work, Precision precision, long steps, Progress progress) {
        try (TrainingStack stack = work.stack(1, precision, 1)) {
            StepLog log = new StepLog(1, CHUNK, 0);
            train(stack, log, Math.max(CHUNK, steps / 10), Progress.NONE);
            long offHeap = MemoryUse.offHeapBytes();
            long process = MemoryUse.physicalBytes();
            long begin = System.nanoTime();
            train(stack, log, steps, progress);
            double micros = (System.nanoTime() - begin) * 1e-3 / steps;
            return new Soak(steps, offHeap, MemoryUse.offHeapBytes(), process, MemoryUse.physicalBytes(), micros);
        }
    }

    private static void train(TrainingStack stack, StepLog log, long steps, Progress progress) {
        for (long done = 0; done < steps; done += CHUNK) {
            if (progress.cancelled()) {
                throw new CancellationException("Cancelled.");
            }
            stack.advance((int) Math.min(CHUNK, steps - done), log);
            progress.done((double) done / steps);
        }
    }
}
