package downhill.analysis;

import downhill.data.Examples;
import downhill.data.Preprocessing;
import downhill.engine.Precision;
import downhill.engine.train.ForwardPass;
import downhill.model.InputShape;
import downhill.model.Loss;
import downhill.model.ModelBuilder;
import downhill.model.ModelSpec;
import downhill.model.Prediction;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** A trained model in use: rows in, numbers or class probabilities out. Belongs to one thread. */
public final class Predictor implements AutoCloseable {
    private static final int SLICE = 256;

    private final ModelSpec model;
    private final Preprocessing preprocessing;
    private final int outputs;
    private final double[] parameters;
    private final Map<Integer, ForwardPass> passes = new HashMap<>();

    /** @param parameters [P], in the order of the model's layout */
    public Predictor(ModelSpec model, Preprocessing preprocessing, int outputs, double[] parameters) {
        this.model = model;
        this.preprocessing = preprocessing;
        this.outputs = outputs;
        this.parameters = parameters.clone();
    }

    /** In regression: the prediction for each example, in the target's own units. */
    public double[] numbers(Examples examples) {
        double[] raw = raw(examples);
        for (int i = 0; i < raw.length; i++) {
            raw[i] = preprocessing.decode(raw[i]);
        }
        return raw;
    }

    /** In classification: [examples][classes], each row adding up to 1. */
    public double[][] probabilities(Examples examples) {
        double[] raw = raw(examples);
        double[][] rows = new double[examples.count()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = outputs == 1 ? ofTwo(raw[i]) : softmax(Arrays.copyOfRange(raw, i * outputs, (i + 1) * outputs));
        }
        return rows;
    }

    /** One output stands for the second class: a logit, or with another loss a number that should be 0 or 1. */
    private double[] ofTwo(double output) {
        double second = model.loss() == Loss.BINARY_CROSS_ENTROPY ? 1 / (1 + Math.exp(-output)) : Math.max(0, Math.min(1, output));
        return new double[] {1 - second, second};
    }

    private static double[] softmax(double[] logits) {
        double largest = Arrays.stream(logits).max().orElseThrow();
        double sum = 0;
        for (int i = 0; i < logits.length; i++) {
            logits[i] = Math.exp(logits[i] - largest);
            sum += logits[i];
        }
        for (int i = 0; i < logits.length; i++) {
            logits[i] /= sum;
        }
        return logits;
    }

    private double[] raw(Examples examples) {
        double[] all = new double[examples.count() * outputs];
        int width = examples.inputSize();
        for (int from = 0; from < examples.count(); from += SLICE) {
            int rows = Math.min(SLICE, examples.count() - from);
            double[] some = pass(rows).output(Arrays.copyOfRange(examples.inputs(), from * width, (from + rows) * width));
            System.arraycopy(some, 0, all, from * outputs, some.length);
        }
        return all;
    }

    private ForwardPass pass(int rows) {
        return passes.computeIfAbsent(rows, count -> {
            Prediction graph = ModelBuilder.prediction(model, InputShape.of(preprocessing.inputShape()), outputs, count, false);
            ForwardPass pass = new ForwardPass(graph.x(), graph.output(), Precision.DOUBLE);
            pass.parameters(parameters);
            return pass;
        });
    }

    @Override
    public void close() {
        passes.values().forEach(ForwardPass::close);
        passes.clear();
    }
}
