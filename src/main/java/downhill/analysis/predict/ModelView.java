package downhill.analysis.predict;

import downhill.engine.Precision;
import downhill.engine.graph.Node;
import downhill.engine.train.ForwardPass;
import downhill.model.InputShape;
import downhill.model.ModelBuilder;
import downhill.model.ModelSpec;
import downhill.model.Prediction;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a model has inside for some rows: activations, feature maps, attention.
 *
 * @param name   such as {@code dense1.activation}, {@code conv1.map} or {@code attention}
 * @param shape  the number of rows first: dense [B, units], maps [B, height, width, filters], attention [B, heads, time, time]
 * @param values row-major
 */
public record ModelView(String name, int[] shape, double[] values) {

    /** Names of the views that a model has, in order. */
    public static List<String> names(ModelSpec model, InputShape shape, int outputs) {
        return List.copyOf(new TreeMap<>(ModelBuilder.prediction(model, shape, outputs, 1, false).views()).keySet());
    }

    /**
     * Computes one view.
     *
     * @param parameters [P]
     * @param inputs     [rows × size of an example], at least one row
     * @throws IllegalArgumentException where the model has no such view
     */
    public static ModelView of(ModelSpec model, InputShape shape, int outputs, Precision precision, double[] parameters,
                               double[] inputs, String name) {
        Prediction graph = ModelBuilder.prediction(model, shape, outputs, inputs.length / shape.size(), false);
        Map<String, Node> views = graph.views();
        Node node = views.get(name);
        if (node == null) {
            throw new RefusedException(Said.of("view.other", name, views.keySet()));
        }
        try (ForwardPass pass = new ForwardPass(graph.x(), node, precision)) {
            pass.parameters(parameters);
            return new ModelView(name, node.shape(), pass.output(inputs));
        }
    }

    /** Size of one row's part. */
    public int sizeOfRow() {
        return values.length / shape[0];
    }

    /** One row's part. */
    public double[] row(int row) {
        return Arrays.copyOfRange(values, row * sizeOfRow(), (row + 1) * sizeOfRow());
    }

    /** Share of units (last axis) that are 0 or less everywhere: relu units that no longer learn from these rows. */
    public double deadShare() {
        int units = shape[shape.length - 1];
        boolean[] alive = new boolean[units];
        for (int i = 0; i < values.length; i++) {
            alive[i % units] |= values[i] > 0 || Double.isNaN(values[i]);
        }
        int dead = 0;
        for (boolean one : alive) {
            dead += one ? 0 : 1;
        }
        return (double) dead / units;
    }
}
