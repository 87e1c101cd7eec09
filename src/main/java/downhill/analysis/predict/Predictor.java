package downhill.analysis.predict;

import downhill.data.RowValues;
import downhill.engine.Precision;
import downhill.engine.train.ForwardPass;
import downhill.model.InputShape;
import downhill.model.ModelBuilder;
import downhill.model.ModelSpec;
import downhill.model.Prediction;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** Runs a model forward over any number of rows, slice by slice, without dropout. Belongs to the thread that made it. */
public final class Predictor implements AutoCloseable {
    private static final int SLICE = 256;
    /** Who is asked for any number of rows, as a server is, would else compile one for each and keep them. */
    private static final int MOST_PASSES = 16;

    private final ModelSpec model;
    private final InputShape shape;
    private final int outputs;
    private final Precision precision;
    private final boolean quick;
    private final int parameterCount;
    /** By the number of rows, the one not used for longest first; each holds the parameters and what lies between. */
    private final Map<Integer, ForwardPass> passes = new LinkedHashMap<>(MOST_PASSES, 0.75F, true);

    /**
     * @param outputs numbers per row
     * @throws downhill.model.ModelException where the model does not fit the shape
     */
    public Predictor(ModelSpec model, InputShape shape, int outputs, Precision precision) {
        this(model, shape, outputs, precision, false);
    }

    /** The same where {@code quick} says that tanh in double may be off by 1.2·10⁻¹⁵ of itself, σ by 7·10⁻¹⁶. */
    public Predictor(ModelSpec model, InputShape shape, int outputs, Precision precision, boolean quick) {
        this.model = model;
        this.shape = shape;
        this.outputs = outputs;
        this.precision = precision;
        this.quick = quick;
        this.parameterCount = ModelBuilder.prediction(model, shape, outputs, 1, false).layout().count();
    }

    /** P. */
    public int parameterCount() {
        return parameterCount;
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
        if (inputs.length % size != 0) {
            throw new RefusedException(Said.of("predict.rows", inputs.length, size));
        }
        return outputs(parameters, RowValues.of(inputs, size));
    }

    /** The same of rows in whatever form. */
    public double[] outputs(double[] parameters, RowValues inputs) {
        int rows = inputs.count();
        double[] result = new double[Math.multiplyExact(rows, outputs)];
        for (int from = 0; from < rows; from += SLICE) {
            int to = Math.min(rows, from + SLICE);
            ForwardPass pass = pass(to - from);
            pass.parameters(parameters);
            double[] slice = new double[(to - from) * inputs.size()];
            inputs.copy(from, to - from, slice);
            double[] some = pass.output(slice);
            System.arraycopy(some, 0, result, from * outputs, some.length);
        }
        return result;
    }

    private ForwardPass pass(int rows) {
        ForwardPass known = passes.get(rows);
        if (known != null) {
            return known;
        }
        if (passes.size() == MOST_PASSES) {
            Iterator<ForwardPass> oldest = passes.values().iterator();
            oldest.next().close();
            oldest.remove();
        }
        Prediction graph = ModelBuilder.prediction(model, shape, outputs, rows, false);
        ForwardPass made = new ForwardPass(graph.x(), graph.output(), precision, quick);
        passes.put(rows, made);
        return made;
    }

    @Override
    public void close() {
        passes.values().forEach(ForwardPass::close);
    }
}
