package downhill.model;

import downhill.engine.graph.Node;
import downhill.engine.train.TrainingGraph;
import java.util.List;

/**
 * Makes graphs of models. The arrays have the names and orientation of the conformance format: {@code dense1.weight}
 * [in][out] applied as x·W + b, {@code conv1.weight} [out][in][height][width], and so on; see docs/models.md.
 */
public final class ModelBuilder {
    private final ModelSpec spec;
    private final InputShape shape;
    private final int outputs;

    private ModelBuilder(ModelSpec spec, InputShape shape, int outputs) {
        ModelCheck.check(spec, shape, outputs);
        this.spec = spec;
        this.shape = shape;
        this.outputs = outputs;
    }

    /**
     * A model with its loss and dropout masks, for training.
     *
     * @param outputs      numbers per row, at least 1; classes count one each
     * @param batch        rows B, at least 1
     * @param inputsPerRun whether each run has rows (and masks) of its own
     * @throws ModelException where the model does not fit the data
     */
    public static ModelGraph build(ModelSpec spec, InputShape shape, int outputs, int batch, boolean inputsPerRun) {
        return build(spec, shape, outputs, batch, inputsPerRun, Weighting.NONE);
    }

    /** @param weighting where rows have weights a further input says what each counts for */
    public static ModelGraph build(ModelSpec spec, InputShape shape, int outputs, int batch, boolean inputsPerRun, Weighting weighting) {
        return new ModelBuilder(spec, shape, outputs).withLoss(batch, spec.dropout(), inputsPerRun, weighting);
    }

    /** The same without dropout: output and loss on some rows. */
    public static ModelGraph evaluation(ModelSpec spec, InputShape shape, int outputs, int rows, boolean inputsPerRun) {
        return evaluation(spec, shape, outputs, rows, inputsPerRun, Weighting.NONE);
    }

    /** @param weighting where rows have weights a further input says what each counts for */
    public static ModelGraph evaluation(ModelSpec spec, InputShape shape, int outputs, int rows, boolean inputsPerRun,
                                        Weighting weighting) {
        return new ModelBuilder(spec, shape, outputs).withLoss(rows, 0, inputsPerRun, weighting);
    }

    /** Output only, without dropout. */
    public static Prediction prediction(ModelSpec spec, InputShape shape, int outputs, int rows, boolean inputsPerRun) {
        ModelBuilder builder = new ModelBuilder(spec, shape, outputs);
        Layers layers = new Layers(0, inputsPerRun, spec.quantisation(), false);
        Node x = layers.graph().input("x", inputsPerRun, shape.batch(rows));
        Node output = builder.output(layers, x);
        return new Prediction(layers.graph(), x, output, layers.views(), layers.graph().layout());
    }

    /** What goes into the products of a model, for rows of one batch. */
    public static Factors factors(ModelSpec spec, InputShape shape, int outputs, int rows) {
        ModelBuilder builder = new ModelBuilder(spec, shape, outputs);
        Layers layers = new Layers(0, false, spec.quantisation(), false);
        Node x = layers.graph().input("x", false, shape.batch(rows));
        builder.output(layers, x);
        return new Factors(x, layers.factors());
    }

    /** What each array is for; the same for every number of rows. */
    static Layers oneRow(ModelSpec spec, InputShape shape, int outputs) {
        ModelBuilder builder = new ModelBuilder(spec, shape, outputs);
        Layers layers = new Layers(0, false, spec.quantisation(), false);
        builder.output(layers, layers.graph().input("x", false, shape.batch(1)));
        return layers;
    }

    private ModelGraph withLoss(int rows, double dropout, boolean inputsPerRun, Weighting weighting) {
        Layers layers = new Layers(dropout, inputsPerRun, spec.quantisation(), true);
        Node x = layers.graph().input("x", inputsPerRun, shape.batch(rows));
        Node y = layers.graph().input("y", inputsPerRun, rows, outputs);
        Node weights = weighting.rows() ? layers.graph().input("weights", inputsPerRun, rows, 1) : null;
        Node output = output(layers, x);
        Node loss = spec.loss().of(output, y, weights, weighting.byClass(), spec.settledOptions());
        return new ModelGraph(layers.graph(), x, y, weights, output, loss, layers.masks(), layers.views(), layers.graph().layout());
    }

    /**
     * A model that learns from a teacher as well (Hinton et al. 2015): the mean of its own loss and of the one by what the teacher says,
     * the latter times T², so that both weigh the same whatever T is.
     *
     * @return with an input {@code "y"} [B, 2·outputs]: the targets, then what the teacher says. Of losses on logits these are
     *         probabilities at the temperature T
     */
    public static TrainingGraph distilling(ModelSpec spec, InputShape shape, int outputs, int batch, Weighting weighting,
                                           Teaching teaching) {
        return new ModelBuilder(spec, shape, outputs).taught(batch, weighting, teaching);
    }

    private TrainingGraph taught(int batch, Weighting weighting, Teaching teaching) {
        Layers layers = new Layers(spec.dropout(), false, spec.quantisation(), true);
        Node x = layers.graph().input("x", false, shape.batch(batch));
        Node y = layers.graph().input("y", false, batch, 2 * outputs);
        Node weights = weighting.rows() ? layers.graph().input("weights", false, batch, 1) : null;
        Node output = output(layers, x);
        double heat = spec.loss().onLogits() ? teaching.temperature() : 1;
        Node own = spec.loss().of(output, y.slice(1, 0, outputs), weights, weighting.byClass(), spec.settledOptions());
        Node taught = spec.loss().of(output.times(1 / heat), y.slice(1, outputs, 2 * outputs), weights, List.of(), LossOptions.DEFAULT);
        Node loss = own.times(1 - teaching.mixture()).plus(taught.times(teaching.mixture() * heat * heat));
        return new ModelGraph(layers.graph(), x, y, weights, output, loss, layers.masks(), layers.views(), layers.graph().layout())
                .training();
    }

    private Node output(Layers layers, Node x) {
        return Family.of(spec.architecture()).output(spec.architecture(), layers, x, outputs);
    }
}
