package downhill.analysis.predict;

import downhill.engine.Precision;
import downhill.engine.machine.Machines;
import downhill.engine.plan.Machine;
import downhill.engine.plan.Plan;
import downhill.engine.plan.Planner;
import downhill.engine.plan.View;
import downhill.model.InputShape;
import downhill.model.ModelBuilder;
import downhill.model.ModelSpec;
import downhill.model.Prediction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs a model forward over any number of rows, slice by slice, without dropout. Belongs to the thread that made it. */
public final class Predictor implements AutoCloseable {
    private static final int SLICE = 256;

    private final ModelSpec model;
    private final InputShape shape;
    private final int outputs;
    private final Machine machine;
    private final ParameterRows row;
    private final Map<Integer, Pass> passes = new HashMap<>();

    /**
     * @param outputs numbers per row
     * @throws downhill.model.ModelException where the model does not fit the shape
     */
    public Predictor(ModelSpec model, InputShape shape, int outputs, Precision precision) {
        this.model = model;
        this.shape = shape;
        this.outputs = outputs;
        int parameters = ModelBuilder.prediction(model, shape, outputs, 1, false).layout().count();
        this.machine = Machines.create(precision);
        this.row = ParameterRows.on(machine, 1, parameters);
    }

    /** P. */
    public int parameterCount() {
        return row.count();
    }

    /** Numbers per row. */
    public int outputs() {
        return outputs;
    }

    /**
     * Raw outputs, no softmax or sigmoid.
     *
     * @param parameters [P]
     * @param inputs     [rows × size of an example]
     * @return [rows × outputs]
     */
    public double[] outputs(double[] parameters, double[] inputs) {
        int size = shape.size();
        int rows = inputs.length / size;
        if (rows * size != inputs.length) {
            throw new IllegalArgumentException(inputs.length + " numbers are not whole rows of " + size);
        }
        row.write(0, parameters);
        double[] result = new double[Math.multiplyExact(rows, outputs)];
        for (int from = 0; from < rows; from += SLICE) {
            pass(Math.min(SLICE, rows - from)).run(inputs, from, result);
        }
        return result;
    }

    private Pass pass(int rows) {
        return passes.computeIfAbsent(rows, count -> new Pass(ModelBuilder.prediction(model, shape, outputs, count, false)));
    }

    @Override
    public void close() {
        machine.close();
    }

    /** The model for one number of rows. */
    private final class Pass {
        private final Plan plan;
        private final View x;
        private final View y;
        private final double[] in;
        private final double[] out;

        Pass(Prediction graph) {
            plan = Planner.plan(1, machine, List.of(graph.output()), row.bindings(graph.graph()), Map.of());
            x = plan.view(graph.x());
            y = plan.view(graph.output());
            in = new double[graph.x().size()];
            out = new double[graph.output().size()];
        }

        void run(double[] inputs, int from, double[] target) {
            System.arraycopy(inputs, from * shape.size(), in, 0, in.length);
            x.write(0, in);
            plan.run();
            y.read(0, out);
            System.arraycopy(out, 0, target, from * outputs, out.length);
        }
    }
}
