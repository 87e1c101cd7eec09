package downhill.engine.train;

import downhill.engine.Precision;
import downhill.engine.graph.Gradients;
import downhill.engine.graph.Node;
import downhill.engine.machine.Machines;
import downhill.engine.plan.ArrayView;
import downhill.engine.plan.Machine;
import downhill.engine.plan.Memory;
import downhill.engine.plan.Plan;
import downhill.engine.plan.Planner;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Losses and gradients of any number of rows, as the part of a batch that one worker has: slices of powers of two of rows go through
 * plans that are made once. Dropout is drawn as for the whole batch, by the place that each row has in it. One thread at a time.
 */
public final class RowGradients implements AutoCloseable {
    /** Rows of the largest slice. */
    private static final int MOST = 1024;

    private final IntFunction<TrainingGraph> graphs;
    private final TrainingData data;
    private final double unit;
    private final Machine machine;
    private final Map<List<Integer>, Slice> slices = new HashMap<>();

    /**
     * @param graphs for a number of rows, with inputs that all runs share
     * @param data   the worker's rows; neither augmented nor in an order
     * @param unit   what a weight of 1 in them counts for in sums
     */
    public RowGradients(IntFunction<TrainingGraph> graphs, TrainingData data, double unit, Precision precision) {
        this.graphs = graphs;
        this.data = data;
        this.unit = unit;
        this.machine = Machines.create(precision);
    }

    /**
     * A batch, of which some rows are the worker's.
     *
     * @param step   updates done
     * @param seed   of dropout
     * @param size   rows in all of it
     * @param rows   indexes of the worker's rows
     * @param places where each of them stands in the batch, from 0
     */
    public record Batch(long step, long seed, int size, int[] rows, int[] places) {
    }

    /**
     * Adds the rows of a batch to what is known of some runs.
     *
     * @param parameters [runs][P]
     */
    public void add(Batch batch, double[][] parameters, List<SummedGradient> sums) {
        int from = 0;
        while (from < batch.rows.length) {
            int count = Math.min(MOST, Integer.highestOneBit(batch.rows.length - from));
            Slice slice = slices.computeIfAbsent(List.of(parameters.length, count), key -> new Slice(key.get(0), key.get(1)));
            slice.add(batch, from, parameters, sums);
            from += count;
        }
    }

    @Override
    public void close() {
        machine.close();
    }

    private final class Slice {
        private final int count;
        private final TrainingGraph graph;
        private final Memory parameters;
        private final ArrayView gradients;
        private final Memory losses;
        private final Plan plan;
        private final double[] x;
        private final double[] y;
        private final double[] weights;
        private final double[] loss;

        Slice(int runs, int count) {
            this.count = count;
            graph = graphs.apply(count);
            int size = graph.graph().layout().count();
            parameters = machine.allocate(runs * size);
            gradients = ArrayView.rows(machine.allocate(runs * size), 0, size, size);
            losses = machine.allocate(runs);
            Node slope = Gradients.byParameters(graph.loss());
            plan = Planner.plan(runs, machine, List.of(), Planner.parameterRows(graph.graph(), parameters, size),
                    Map.of(graph.loss(), ArrayView.rows(losses, 0, 1), slope, gradients));
            x = new double[graph.x().size()];
            y = new double[graph.y().size()];
            weights = graph.weights() == null ? null : new double[count];
            loss = new double[runs];
        }

        void add(Batch batch, int from, double[][] rows, List<SummedGradient> sums) {
            fill(batch, from);
            for (int run = 0; run < rows.length; run++) {
                parameters.write(run * rows[run].length, rows[run], 0, rows[run].length);
            }
            plan.run();
            losses.read(0, loss, 0, loss.length);
            for (int run = 0; run < rows.length; run++) {
                sums.get(run).add(counted(), loss[run], gradients.read(run));
            }
        }

        private double counted() {
            double sum = 0;
            for (int i = 0; weights != null && i < count; i++) {
                sum += weights[i];
            }
            return weights == null ? count : unit * sum;
        }

        private void fill(Batch batch, int from) {
            for (int i = 0; i < count; i++) {
                int row = batch.rows[from + i];
                data.x().copy(row, x, i * (x.length / count));
                data.y().copy(row, y, i * (y.length / count));
                if (weights != null) {
                    weights[i] = data.weights()[row];
                }
            }
            plan.view(graph.x()).write(0, x);
            plan.view(graph.y()).write(0, y);
            if (weights != null) {
                plan.view(graph.weights()).write(0, weights);
            }
            mask(batch, from);
        }

        /** Draws of a batch go through its masks one after the other, and through each row by row; see {@link BatchFeed}. */
        private void mask(Batch batch, int from) {
            long draws = graph.masks().stream().mapToLong(mask -> mask.input().size() / count).sum() * batch.size;
            long counter = batch.step * draws;
            for (TrainingGraph.Mask mask : graph.masks()) {
                int size = mask.input().size() / count;
                double[] values = new double[count * size];
                double[] row = new double[size];
                for (int i = 0; i < count; i++) {
                    BatchFeed.draw(row, mask.rate(), batch.seed, counter + (long) batch.places[from + i] * size);
                    System.arraycopy(row, 0, values, i * size, size);
                }
                plan.view(mask.input()).write(0, values);
                counter += (long) batch.size * size;
            }
        }
    }
}
