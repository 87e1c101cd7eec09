package downhill.cluster;

import downhill.data.BatchSchedule;
import downhill.data.DataSource;
import downhill.data.DataSpec;
import downhill.data.Generator;
import downhill.data.Progress;
import downhill.data.SplitSpec;
import downhill.data.TaskKind;
import downhill.data.prepare.Prepared;
import downhill.data.source.DataSources;
import downhill.engine.Precision;
import downhill.engine.train.SummedGradient;
import downhill.model.Architecture;
import downhill.model.Loss;
import downhill.model.ModelSpec;
import downhill.race.GradientAsk;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A cluster in a box, step by step: workers as threads fit one line, each with some of its points; of the gradients of their parts of a
 * batch the mean is taken, and one step of gradient descent is done. One thread at a time.
 */
public final class BoxRun implements AutoCloseable {
    /** Rows of a batch for each worker. */
    public static final int ROWS = 8;
    /** Learning rate. */
    public static final double RATE = 0.05;
    private static final long SEED = 1;
    private static final ModelSpec LINE = new ModelSpec(new Architecture.Linear(), Loss.MSE);

    private final Prepared rows;
    private final DataParallel workers;
    private final DataParallel alone;
    private final BatchSchedule batches;
    private final AtomicReference<List<List<SummedGradient>>> parts = new AtomicReference<>();
    private double[] parameters;
    private long step;
    private long drawn;

    /**
     * What happened in a step. A value; arrays are not written to.
     *
     * @param step       updates done, with this one
     * @param parameters slope and intercept before it
     * @param gradients  of each worker's part, or the sum of those on its own way; null where it was lost
     * @param rows       of all batches in each worker's part; 0 where it was lost
     * @param mean       of all rows that came
     * @param whole      what one machine finds with all rows of the batch, without a fault
     * @param loss       mean over the rows that came
     */
    public record Step(long step, double[] parameters, List<double[]> gradients, double[] rows, double[] mean, double[] whole,
                       double loss) {
    }

    /** @param count of workers, from 1 */
    public BoxRun(int count) {
        DataSpec data = DataSpec.of(new DataSource.Generated(Generator.LINE, 160, 0.5, 5)).withTarget("y").withTask(TaskKind.REGRESSION)
                .withSplit(SplitSpec.DEFAULT.withRatio(0));
        rows = DataSources.prepare(data, Path.of(""), Progress.NONE);
        workers = DataParallel.inBox(rows, LINE, Precision.DOUBLE, count);
        alone = DataParallel.inBox(rows, LINE, Precision.DOUBLE, 1);
        batches = new BatchSchedule(rows.training().count(), ROWS * count, SEED);
        workers.watch((at, each, all) -> parts.set(each));
        parameters = new double[2];
    }

    /** What goes wrong from the next step on. */
    public void faults(Faults faults) {
        workers.faults(faults);
    }

    /**
     * Does a step.
     *
     * @param local steps that each worker takes on its own before they are averaged, from 1; each is of a batch of its own
     */
    public Step step(int local) {
        int size = batches.batchSize();
        List<List<GradientAsk.SeedBatch>> rounds = new ArrayList<>();
        for (int i = 0; i < local; i++) {
            rounds.add(List.of(new GradientAsk.SeedBatch(SEED, new int[] {0}, batches.rows(drawn++, new int[size]))));
        }
        GradientAsk ask = new GradientAsk(step, size, rounds, new double[][] {parameters}, new double[] {RATE});
        SummedGradient came = workers.gradients(ask).get(0);
        double[] whole = alone.gradients(ask).get(0).gradient();
        double[] mean = came.gradient();
        List<double[]> gradients = new ArrayList<>();
        double[] counts = new double[parts.get().size()];
        for (int i = 0; i < counts.length; i++) {
            List<SummedGradient> one = parts.get().get(i);
            counts[i] = one == null ? 0 : one.get(0).weight();
            gradients.add(one == null || counts[i] == 0 ? null : one.get(0).gradient());
        }
        double[] before = parameters;
        parameters = new double[] {before[0] - RATE * mean[0], before[1] - RATE * mean[1]};
        return new Step(++step, before, gradients, counts, mean, whole, came.loss());
    }

    @Override
    public void close() {
        workers.close();
        alone.close();
    }
}
