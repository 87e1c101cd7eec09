package downhill.engine.train;

import downhill.data.BatchSchedule;
import downhill.data.CounterRandom;
import downhill.engine.plan.ArrayView;
import downhill.engine.plan.Plan;
import java.util.Arrays;
import java.util.List;

/**
 * Puts each step's rows and dropout masks into a plan's inputs. Everything is a function of (seed, step), so that any step
 * can be repeated. Runs of one seed and one set of rows share their inputs; others have inputs of their own.
 */
final class BatchFeed {
    private final TrainingGraph graph;
    /** Of each set of inputs. */
    private final TrainingData[] data;
    private final boolean still;
    private final long[] seeds;
    private final BatchSchedule[] schedules;
    private final ArrayView x;
    private final ArrayView y;
    /** Null where all rows count the same. */
    private final ArrayView weights;
    private final TrainingGraph.Mask[] maskKinds;
    private final ArrayView[] masks;
    private final double[][] maskValues;
    private final long draws;
    private final int[] rows;
    private final int[] others;
    private final double[] xBatch;
    private final double[] yBatch;
    private final double[] weightBatch;
    private final int inputSize;
    private final int outputs;
    private boolean filled;
    /** Whose targets the rows of each set have, and by which shuffling; null for their own. */
    private final int[][] labels;
    private final long[] labelling;

    /** @param seeds one for each set of inputs: one in all, or one for each run */
    BatchFeed(TrainingGraph graph, TrainingData data, Plan plan, List<Long> seeds) {
        this(graph, List.of(data), plan, seeds);
    }

    /** @param all one for all sets of inputs, or one for each */
    BatchFeed(TrainingGraph graph, List<TrainingData> all, Plan plan, List<Long> seeds) {
        this.graph = graph;
        this.seeds = seeds.stream().mapToLong(Long::longValue).toArray();
        this.data = new TrainingData[this.seeds.length];
        Arrays.setAll(data, set -> all.get(all.size() == 1 ? 0 : set));
        this.still = Arrays.stream(data).allMatch(each -> graph.batch() == each.rows() && each.augment() == null && each.order() == null);
        labels = new int[data.length][];
        labelling = new long[data.length];
        Arrays.fill(labelling, TrainingData.Augmentation.AS_GIVEN);
        int batch = graph.batch();
        rows = new int[batch];
        others = new int[batch];
        inputSize = batch == 0 ? 0 : graph.x().size() / batch;
        outputs = batch == 0 ? 0 : graph.y().size() / batch;
        xBatch = new double[batch * inputSize];
        yBatch = new double[batch * outputs];
        x = batch == 0 ? null : plan.view(graph.x());
        y = batch == 0 ? null : plan.view(graph.y());
        weights = graph.weights() == null ? null : plan.view(graph.weights());
        weightBatch = new double[weights == null ? 0 : batch];
        schedules = new BatchSchedule[batch == 0 ? 0 : this.seeds.length];
        for (int i = 0; i < schedules.length; i++) {
            schedules[i] = new BatchSchedule(data[i].rows(), batch == data[i].rows() ? 0 : batch, this.seeds[i]);
        }
        maskKinds = graph.masks().toArray(TrainingGraph.Mask[]::new);
        masks = graph.masks().stream().map(mask -> plan.view(mask.input())).toArray(ArrayView[]::new);
        maskValues = graph.masks().stream().map(mask -> new double[mask.input().size()]).toArray(double[][]::new);
        draws = Arrays.stream(maskValues).mapToLong(values -> values.length).sum();
    }

    void fill(long step) {
        if (x != null && !(still && filled)) {
            for (int set = 0; set < seeds.length; set++) {
                gather(step, set);
            }
            filled = true;
        }
        long counter = step * draws;
        for (int i = 0; i < masks.length; i++) {
            for (int set = 0; set < seeds.length; set++) {
                draw(i, set, counter);
            }
            counter += maskValues[i].length;
        }
    }

    private void gather(long step, int set) {
        TrainingData from = data[set];
        if (from.order() == null) {
            schedules[set].rows(step, rows);
        } else {
            from.order().rows(step, rows);
        }
        label(step, set);
        from.x().copy(rows, xBatch);
        from.y().copy(labelled(set), yBatch);
        if (from.augment() != null) {
            from.augment().apply(xBatch, rows.length, seeds[set], step);
        }
        x.write(set, xBatch);
        y.write(set, yBatch);
        weigh(set);
    }

    /** Whose targets the rows of the batch have. */
    private int[] labelled(int set) {
        if (labels[set] == null) {
            return rows;
        }
        for (int i = 0; i < rows.length; i++) {
            others[i] = labels[set][rows[i]];
        }
        return others;
    }

    private void label(long step, int set) {
        long now = data[set].augment() == null ? TrainingData.Augmentation.AS_GIVEN : data[set].augment().labelling(step);
        if (now != labelling[set]) {
            labelling[set] = now;
            labels[set] = now < 0 ? null : CounterRandom.permutation(seeds[set], CounterRandom.LABELS, now, data[set].rows());
        }
    }

    private void weigh(int set) {
        if (weights != null) {
            for (int i = 0; i < rows.length; i++) {
                weightBatch[i] = data[set].weights()[rows[i]];
            }
            weights.write(set, weightBatch);
        }
    }

    /** No two masks, of whatever size, and no two steps have a draw in common: each begins where the one before ends. */
    private void draw(int which, int set, long counter) {
        draw(maskValues[which], maskKinds[which].rate(), seeds[set], counter);
        masks[which].write(set, maskValues[which]);
    }

    /** Draws a mask of dropout. */
    static void draw(double[] values, double rate, long seed, long counter) {
        double kept = 1 / (1 - rate);
        for (int i = 0; i < values.length; i++) {
            double draw = CounterRandom.uniform(seed, CounterRandom.DROPOUT, counter + i);
            values[i] = draw < rate ? 0 : kept;
        }
    }
}
