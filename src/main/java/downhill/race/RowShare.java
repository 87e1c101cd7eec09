package downhill.race;

import downhill.data.Examples;
import downhill.data.RowValues;
import downhill.data.TaskKind;
import downhill.data.prepare.Prepared;
import downhill.engine.Precision;
import downhill.engine.train.SummedGradient;
import downhill.engine.train.RowGradients;
import downhill.engine.train.TrainingData;
import downhill.model.InputShape;
import downhill.model.ModelBuilder;
import downhill.model.ModelSpec;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** The rows of one worker: measures models on them, with plans and memory of its own. One thread at a time. */
public final class RowShare implements AutoCloseable {
    private static final int SLICE = 256;

    private final Prepared rows;
    private final ModelSpec model;
    private final LossWeights weights;
    private final int first;
    private final int size;
    private final int outputs;
    private final RowGradients gradients;
    private final SlicePass pass;

    /**
     * Of prepared rows that are here.
     *
     * @param rows      the worker's own
     * @param first     index of its first training row among those of all workers
     * @param weights   of all workers' rows
     * @param precision of the training
     */
    public RowShare(Prepared rows, int first, ModelSpec model, LossWeights weights, Precision precision) {
        this.rows = rows;
        this.model = model;
        this.weights = weights;
        this.first = first;
        this.size = rows.training().count();
        InputShape shape = Targets.shape(rows);
        outputs = Targets.outputs(rows, model);
        Examples own = rows.training();
        TrainingData data = new TrainingData(size, own.values(), Targets.encode(own, outputs), weights.of(own), null, null);
        gradients = new RowGradients(batch -> ModelBuilder.build(model, shape, outputs, batch, false, weights.weighting()).training(),
                data, weights.unit(own), precision);
        pass = new SlicePass(model, shape, outputs, weights.weighting(), precision);
    }

    /** Of a batch of all workers this one's part, for each run that is asked for; of several batches what it came to on its own way. */
    public List<SummedGradient> gradients(GradientAsk ask) {
        int steps = ask.batches().size();
        if (steps == 1) {
            return gradients(ask, 0, ask.parameters());
        }
        LocalDescent way = new LocalDescent(ask.parameters(), ask.rates());
        for (int local = 0; local < steps; local++) {
            way.step(gradients(ask, local, way.parameters()));
        }
        return way.sums();
    }

    private List<SummedGradient> gradients(GradientAsk ask, int local, double[][] parameters) {
        List<SummedGradient> sums = new ArrayList<>();
        Arrays.stream(parameters).forEach(row -> sums.add(new SummedGradient(row.length)));
        long step = ask.step() * ask.batches().size() + local;
        for (GradientAsk.SeedBatch batch : ask.batches().get(local)) {
            int[] places = batch.rows() == null ? IntStream.range(first, first + size).toArray() : IntStream.range(0, batch.rows().length)
                    .filter(i -> batch.rows()[i] >= first && batch.rows()[i] < first + size).toArray();
            int[] own = batch.rows() == null ? IntStream.range(0, size).toArray()
                    : IntStream.of(places).map(i -> batch.rows()[i] - first).toArray();
            gradients.add(new RowGradients.Batch(step, batch.seed(), ask.size(), own, places),
                    IntStream.of(batch.runs()).mapToObj(run -> parameters[run]).toArray(double[][]::new),
                    IntStream.of(batch.runs()).mapToObj(sums::get).toList());
        }
        return sums;
    }

    /** How parameters do on the worker's validation rows; null where {@code go}, asked now and then, said no. */
    public ScoreSum validate(double[] parameters, BooleanSupplier go) {
        return scored(parameters, rows.validation(), go);
    }

    /** The loss on all of its training rows. */
    public ScoreSum trainingLoss(double[] parameters) {
        return scored(parameters, rows.training(), () -> true);
    }

    private ScoreSum scored(double[] parameters, Examples examples, BooleanSupplier go) {
        if (examples.count() == 0) {
            return ScoreSum.NOTHING;
        }
        double[] raw = new double[examples.count() * outputs];
        double[] counting = weights.of(examples);
        RowValues targets = Targets.encode(examples, outputs);
        int slices = (examples.count() + SLICE - 1) / SLICE;
        double[] losses = new double[slices];
        pass.take(parameters);
        SlicePass.Rows all = new SlicePass.Rows(examples, SLICE, targets, counting,
                (from, values) -> System.arraycopy(values, 0, raw, from * outputs, values.length));
        if (!pass.run(all, 0, slices, losses, go)) {
            return null;
        }
        double counted = counting == null ? examples.count() : weights.unit(examples) * Arrays.stream(counting).sum();
        return judged(raw, examples, counted, counted * all.mean(losses));
    }

    private ScoreSum judged(double[] raw, Examples examples, double counted, double loss) {
        boolean finite = Breakdown.notFinite(raw) < 0;
        double weight = IntStream.range(0, examples.count()).mapToDouble(examples::weight).sum();
        if (rows.task() != TaskKind.REGRESSION) {
            double threshold = Targets.threshold(model.loss());
            double right = IntStream.range(0, examples.count()).filter(i -> finite
                    && Targets.predictedClass(raw, i * outputs, outputs, threshold) == (int) examples.targets()[i])
                    .mapToDouble(examples::weight).sum();
            return new ScoreSum(counted, loss, finite, right, weight, 0, 0, 0);
        }
        double[] predicted = rows.preprocessing().decode(raw, examples);
        double[] actual = rows.preprocessing().decode(examples.targets(), examples);
        double rough = mean(i -> actual[i], examples, weight);
        double mean = rough + mean(i -> actual[i] - rough, examples, weight);
        double spread = mean(i -> (actual[i] - mean) * (actual[i] - mean), examples, 1);
        double errors = mean(i -> (predicted[i] - actual[i]) * (predicted[i] - actual[i]), examples, 1);
        return new ScoreSum(counted, loss, finite, 0, weight, mean, spread, errors);
    }

    private static double mean(IntToDoubleFunction value, Examples examples, double divisor) {
        return IntStream.range(0, examples.count()).mapToDouble(i -> examples.weight(i) * value.applyAsDouble(i)).sum() / divisor;
    }

    /** Training rows. */
    public int size() {
        return size;
    }

    /** Frees what it took, and its rows where they are its own. */
    @Override
    public void close() {
        gradients.close();
        pass.close();
        close(rows.training().values());
        close(rows.validation().values());
    }

    private static void close(RowValues values) {
        if (values instanceof Closeable own) {
            try {
                own.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
