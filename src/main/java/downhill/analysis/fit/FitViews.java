package downhill.analysis.fit;

import downhill.analysis.metric.ClassProbabilities;
import downhill.analysis.metric.ClassificationMetrics;
import downhill.analysis.metric.Metrics;
import downhill.analysis.predict.Evaluation;
import downhill.analysis.predict.Predictor;
import downhill.data.Examples;
import downhill.data.prepare.Prepared;
import downhill.engine.Precision;
import downhill.model.ModelSpec;
import downhill.race.Targets;
import java.util.Arrays;

/**
 * Asks a model of some data what it predicts, for pictures. One for all contenders of a race: each call takes a contender's
 * parameters [P]. Belongs to the thread that made it.
 */
public final class FitViews implements AutoCloseable {
    private final Prepared prepared;
    private final ModelSpec model;
    private final int outputs;
    private final Predictor predictor;

    /** @throws downhill.model.ModelException where the model does not fit the data */
    public FitViews(Prepared prepared, ModelSpec model, Precision precision) {
        this.prepared = prepared;
        this.model = model;
        this.outputs = Targets.outputs(prepared, model);
        this.predictor = new Predictor(model, Targets.shape(prepared), outputs, precision);
    }

    private boolean classes() {
        return prepared.task().isClassification();
    }

    /** Raw outputs [rows × outputs]. */
    public double[] raw(double[] parameters, Examples examples) {
        return predictor.outputs(parameters, examples.values());
    }

    /** All metrics on some rows. */
    public Metrics metrics(double[] parameters, Examples examples) {
        return Evaluation.of(raw(parameters, examples), outputs, examples, prepared.preprocessing(), model.loss()).metrics();
    }

    /** The same in classification, with confusion matrix and curves. */
    public ClassificationMetrics classMetrics(double[] parameters, Examples examples) {
        return (ClassificationMetrics) metrics(parameters, examples);
    }

    /**
     * The prediction over one feature.
     *
     * @param held inputs of the other features, from {@link HeldInputs}
     */
    public FitCurve curve(double[] parameters, FeatureAxis axis, double[] held, int points) {
        double[] inputs = new double[points * held.length];
        double[] x = new double[points];
        for (int i = 0; i < points; i++) {
            x[i] = axis.value(i, points);
            System.arraycopy(held, 0, inputs, i * held.length, held.length);
            inputs[i * held.length + axis.input()] = axis.encode(x[i]);
        }
        double[] raw = predictor.outputs(parameters, inputs);
        return new FitCurve(axis, x, classes() ? columns(raw)
                : new double[][] {Arrays.stream(raw).map(prepared.preprocessing()::decode).toArray()});
    }

    private double[][] columns(double[] raw) {
        ClassProbabilities probabilities = ClassProbabilities.of(raw, outputs, model.loss());
        double[][] columns = new double[probabilities.classes()][];
        Arrays.setAll(columns, probabilities::column);
        return columns;
    }

    /** The prediction over two features; {@code held} as above. */
    public FitGrid grid(double[] parameters, FeatureAxis across, FeatureAxis up, double[] held, int resolution) {
        double[] raw = predictor.outputs(parameters, gridInputs(across, up, held, resolution));
        double[][] values = new double[resolution][resolution];
        double[][] sure = new double[resolution][resolution];
        if (classes()) {
            ClassProbabilities probabilities = ClassProbabilities.of(raw, outputs, model.loss());
            for (int i = 0; i < resolution * resolution; i++) {
                int index = probabilities.predicted()[i];
                values[i / resolution][i % resolution] = index;
                sure[i / resolution][i % resolution] = index < 0 ? Double.NaN : probabilities.of(i, index);
            }
        } else {
            for (int i = 0; i < resolution * resolution; i++) {
                values[i / resolution][i % resolution] = prepared.preprocessing().decode(raw[i]);
                sure[i / resolution][i % resolution] = Double.NaN;
            }
        }
        return new FitGrid(across, up, values, sure);
    }

    /**
     * The probability of each class over two features; in classification only.
     *
     * @return [class][rows][columns], row 0 at the low end of {@code up}
     */
    public double[][][] shares(double[] parameters, FeatureAxis across, FeatureAxis up, double[] held, int resolution) {
        double[] raw = predictor.outputs(parameters, gridInputs(across, up, held, resolution));
        ClassProbabilities probabilities = ClassProbabilities.of(raw, outputs, model.loss());
        double[][][] shares = new double[probabilities.classes()][resolution][resolution];
        for (int index = 0; index < shares.length; index++) {
            for (int i = 0; i < resolution * resolution; i++) {
                shares[index][i / resolution][i % resolution] = probabilities.of(i, index);
            }
        }
        return shares;
    }

    private static double[] gridInputs(FeatureAxis across, FeatureAxis up, double[] held, int resolution) {
        double[] inputs = new double[resolution * resolution * held.length];
        for (int i = 0; i < resolution * resolution; i++) {
            System.arraycopy(held, 0, inputs, i * held.length, held.length);
            inputs[i * held.length + across.input()] = across.encode(across.value(i % resolution, resolution));
            inputs[i * held.length + up.input()] = up.encode(up.value(i / resolution, resolution));
        }
        return inputs;
    }

    /** Predicted beside actual numbers of some rows; in regression only. */
    public Residuals residuals(double[] parameters, Examples examples) {
        return new Residuals(examples.sourceRows(), prepared.preprocessing().decode(examples.targets(), examples),
                prepared.preprocessing().decode(raw(parameters, examples), examples), examples.weights());
    }

    /** A forecast beside the series; for time series. */
    public Forecast forecast(double[] parameters, Examples examples, int season) {
        return Forecast.of(prepared, residuals(parameters, examples), season);
    }

    @Override
    public void close() {
        predictor.close();
    }
}
