package downhill.analysis.predict;

import downhill.data.Table;
import downhill.data.prepare.Applied;
import downhill.data.prepare.Preprocessing;
import downhill.engine.Precision;
import downhill.model.InputShape;
import downhill.model.ModelSpec;

/**
 * A trained model put to use: rows of a table are prepared as the training rows were, go through the model in float64, and come out in the
 * target's own units. Belongs to the thread that made it.
 */
public final class Scorer implements AutoCloseable {
    private final ModelSpec model;
    private final Preprocessing preprocessing;
    private final double[] parameters;
    private final Predictor predictor;

    /**
     * @param outputs    numbers per row
     * @param parameters [P]
     * @throws downhill.model.ModelException where the model does not fit the inputs
     */
    public Scorer(ModelSpec model, Preprocessing preprocessing, int outputs, double[] parameters) {
        this.model = model;
        this.preprocessing = preprocessing;
        this.parameters = parameters.clone();
        this.predictor = new Predictor(model, InputShape.of(preprocessing.inputShape()), outputs, Precision.DOUBLE);
    }

    /** All rows of a table, and in a time series the rows past its end. */
    public Scores score(Table table) {
        return score(table, 0, true);
    }

    /**
     * A piece of a longer table.
     *
     * @param from first row that is scored
     * @param last whether the longer table ends here
     * @throws downhill.data.DataException if a needed column is not there
     */
    public Scores score(Table table, int from, boolean last) {
        return score(parameters, table, from, last);
    }

    /** The same with other parameters [P] of the same model. */
    public Scores score(double[] others, Table table, int from, boolean last) {
        Applied rows = preprocessing.apply(table, from, last);
        double[] raw = predictor.outputs(others, rows.inputs().values());
        return Scores.of(rows, raw, predictor.outputs(), preprocessing, model.loss());
    }

    /** How rows become inputs. */
    public Preprocessing preprocessing() {
        return preprocessing;
    }

    @Override
    public void close() {
        predictor.close();
    }
}
