package downhill.race;

import downhill.data.BatchSchedule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Draws batches for those who have the rows: the same ones as of rows that are here. */
final class FarBatches {
    private final int rows;
    private final int batch;
    private final boolean masked;
    private final Map<Long, BatchSchedule> schedules = new HashMap<>();

    /**
     * @param rows   of training, in all
     * @param batch  rows of one
     * @param masked whether runs of different seeds differ on the same rows, by dropout
     */
    FarBatches(int rows, int batch, boolean masked) {
        this.rows = rows;
        this.batch = batch;
        this.masked = masked;
    }

    /**
     * Those of a step.
     *
     * @param local how many one after the other; those of a step follow those of the step before
     * @param seeds by run
     * @return one list for each of the {@code local} steps
     */
    List<List<GradientAsk.SeedBatch>> of(long step, int local, long[] seeds) {
        List<List<GradientAsk.SeedBatch>> all = new ArrayList<>();
        for (int i = 0; i < local; i++) {
            all.add(one(step * local + i, seeds));
        }
        return all;
    }

    private List<GradientAsk.SeedBatch> one(long step, long[] seeds) {
        boolean full = batch == rows;
        boolean shared = full && !masked;
        List<GradientAsk.SeedBatch> batches = new ArrayList<>();
        for (long seed : shared ? new long[] {seeds[0]} : Arrays.stream(seeds).distinct().toArray()) {
            int[] runs = IntStream.range(0, seeds.length).filter(run -> shared || seeds[run] == seed).toArray();
            int[] drawn = full ? null : schedules.computeIfAbsent(seed, key -> new BatchSchedule(rows, batch, key))
                    .rows(step, new int[batch]);
            batches.add(new GradientAsk.SeedBatch(seed, runs, drawn));
        }
        return batches;
    }
}
