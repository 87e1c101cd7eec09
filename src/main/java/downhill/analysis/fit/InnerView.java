package downhill.analysis.fit;

import downhill.engine.Precision;
import downhill.engine.train.ForwardPass;
import downhill.model.InputShape;
import downhill.model.ModelBuilder;
import downhill.model.ModelSpec;
import downhill.model.Prediction;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.util.List;

/**
 * A value inside a model for one example, such as {@code conv1.map} [1, height, width, filters] or {@code attention}
 * [1, heads, time, time]. Belongs to the thread that made it.
 */
public final class InnerView implements AutoCloseable {
    private final ForwardPass pass;
    private final int[] shape;

    /**
     * @param name one of {@link #names}
     * @throws IllegalArgumentException where the model has no such view
     */
    public InnerView(ModelSpec model, InputShape input, int outputs, Precision precision, String name) {
        Prediction graph = ModelBuilder.prediction(model, input, outputs, 1, false);
        if (!graph.views().containsKey(name)) {
            throw new RefusedException(Said.of("view.none", name, graph.views().keySet()));
        }
        shape = graph.views().get(name).shape().clone();
        pass = new ForwardPass(graph.x(), graph.views().get(name), precision);
    }

    /** Views of a model, by name, sorted. */
    public static List<String> names(ModelSpec model, InputShape input, int outputs) {
        return ModelBuilder.prediction(model, input, outputs, 1, false).views().keySet().stream().sorted().toList();
    }

    /** Lengths of the axes, the first 1 for the one example. */
    public int[] shape() {
        return shape.clone();
    }

    /** The value, row-major. */
    public double[] of(double[] parameters, double[] example) {
        pass.parameters(parameters);
        return pass.output(example);
    }

    @Override
    public void close() {
        pass.close();
    }
}
