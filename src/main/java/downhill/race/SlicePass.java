package downhill.race;

import downhill.data.Examples;
import downhill.data.RowValues;
import downhill.engine.Precision;
import downhill.engine.machine.Machines;
import downhill.engine.plan.Machine;
import downhill.engine.plan.Memory;
import downhill.model.InputShape;
import downhill.model.ModelBuilder;
import downhill.model.ModelSpec;
import downhill.model.Weighting;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Runs a model forward over slices of rows, with plans and memory of its own. One thread at a time. */
final class SlicePass implements AutoCloseable {
    private final ModelSpec model;
    private final InputShape shape;
    private final int outputs;
    private final Weighting weighting;
    private final Machine machine;
    private final Memory row;
    private final Map<Integer, ModelPass> passes = new HashMap<>();

    /** Takes raw outputs. */
    @FunctionalInterface
    interface Outputs {
        /** @param from row that the first of {@code values} belongs to; they are overwritten later */
        void take(int from, double[] values);
    }

    /**
     * What is run over.
     *
     * @param size    rows in each slice but the last
     * @param targets as the loss takes them
     * @param weights null where all rows count the same
     * @param outputs takes the raw outputs of all rows, slice by slice; null where nobody asks for them
     */
    record Rows(Examples examples, int size, RowValues targets, double[] weights, Outputs outputs) {
        private int count(int slice) {
            return Math.min(size, examples.count() - slice * size);
        }

        private double counting(int slice) {
            int from = slice * size;
            return weights == null ? count(slice) : Arrays.stream(weights, from, from + count(slice)).sum();
        }

        /** The (weighted) mean of the losses of all slices, added up in their order. */
        double mean(double[] losses) {
            double sum = 0;
            double counted = 0;
            for (int slice = 0; slice < losses.length; slice++) {
                double counting = counting(slice);
                sum += counting * losses[slice];
                counted += counting;
            }
            return sum / counted;
        }
    }

    SlicePass(ModelSpec model, InputShape shape, int outputs, Weighting weighting, Precision precision) {
        this.model = model;
        this.shape = shape;
        this.outputs = outputs;
        this.weighting = weighting;
        this.machine = Machines.create(precision);
        this.row = machine.allocate(ModelBuilder.evaluation(model, shape, outputs, 1, false).layout().count());
    }

    /** Goes on with these parameters. */
    void take(double[] parameters) {
        row.write(0, parameters, 0, parameters.length);
    }

    /** Puts the losses of some slices into their places; false where {@code go}, asked before each, says no. */
    boolean run(Rows rows, int from, int to, double[] losses, BooleanSupplier go) {
        for (int slice = from; slice < to; slice++) {
            if (!go.getAsBoolean()) {
                return false;
            }
            losses[slice] = pass(rows.count(slice)).run(rows.examples().values(), rows.targets(), rows.weights(), slice * rows.size(),
                    rows.outputs());
        }
        return true;
    }

    private ModelPass pass(int rows) {
        return passes.computeIfAbsent(rows, count -> new ModelPass(machine, row,
                ModelBuilder.evaluation(model, shape, outputs, count, false, weighting)));
    }

    @Override
    public void close() {
        machine.close();
    }
}
