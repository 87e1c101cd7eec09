package downhill.analysis.landscape;

import downhill.data.CounterRandom;
import downhill.data.Examples;
import downhill.data.prepare.Prepared;
import downhill.engine.Precision;
import downhill.model.InputShape;
import downhill.model.ModelBuilder;
import downhill.model.ModelGraph;
import downhill.model.ModelSpec;
import downhill.model.Weighting;
import downhill.race.LossWeights;
import downhill.race.Targets;
import java.util.Arrays;

/** The (weighted) mean loss of a model on training rows. */
public final class ModelTerrain implements Terrain {
    /** Of more training rows than this, so many are drawn, the same ones each time. */
    public static final int MOST_ROWS = 1000;

    private final ModelSpec model;
    private final InputShape shape;
    private final int outputs;
    private final Precision precision;
    private final DataScope scope;
    private final int parameterCount;
    private final double[] x;
    private final double[] y;
    private final Weighting weighting;
    /** Null where all rows count the same. */
    private final double[] weights;

    /**
     * @param mostRows  of more training rows than this, a fixed random sample is taken
     * @param precision in which the loss is computed
     * @throws downhill.model.ModelException where the model does not fit the data
     */
    public ModelTerrain(Prepared prepared, ModelSpec model, int mostRows, Precision precision) {
        this.model = model;
        this.shape = Targets.shape(prepared);
        this.outputs = Targets.outputs(prepared, model);
        this.precision = precision;
        Examples training = prepared.training();
        int[] rows = sample(training.count(), mostRows);
        this.scope = new DataScope(rows.length, training.count());
        this.x = training.values().pick(rows).all();
        this.y = Targets.encode(training, outputs).pick(rows).all();
        LossWeights counting = LossWeights.of(prepared, model);
        double[] all = counting.of(training);
        this.weighting = counting.weighting();
        this.weights = all == null ? null : picked(all, 1, rows);
        this.parameterCount = ModelBuilder.evaluation(model, shape, outputs, 1, false).layout().count();
    }

    /** In float32, on at most {@link #MOST_ROWS} rows. */
    public static ModelTerrain of(Prepared prepared, ModelSpec model) {
        return new ModelTerrain(prepared, model, MOST_ROWS, Precision.FLOAT);
    }

    private static int[] sample(int count, int most) {
        int[] order = new int[count];
        Arrays.setAll(order, i -> i);
        if (count > most) {
            order = Arrays.copyOf(CounterRandom.permutation(0, CounterRandom.SAMPLING, 0, count), most);
            Arrays.sort(order);
        }
        return order;
    }

    private static double[] picked(double[] all, int width, int[] rows) {
        double[] some = new double[rows.length * width];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(all, rows[i] * width, some, i * width, width);
        }
        return some;
    }

    @Override
    public int parameterCount() {
        return parameterCount;
    }

    @Override
    public DataScope scope() {
        return scope;
    }

    @Override
    public StackedLoss open() {
        ModelGraph graph = ModelBuilder.evaluation(model, shape, outputs, scope.rows(), false, weighting);
        StackedLoss loss = StackedLoss.of(graph.loss(), precision);
        loss.input(graph.x(), x);
        loss.input(graph.y(), y);
        if (weights != null) {
            loss.input(graph.weights(), weights);
        }
        return loss;
    }
}
