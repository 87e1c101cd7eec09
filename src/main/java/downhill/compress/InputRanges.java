package downhill.compress;

import downhill.data.RowValues;
import downhill.engine.Precision;
import downhill.engine.graph.Node;
import downhill.engine.train.ForwardPass;
import downhill.model.Factors;
import downhill.model.InputShape;
import downhill.model.ModelBuilder;
import downhill.model.Quantisation;
import downhill.model.TrainedModel;
import java.util.Map;
import java.util.TreeMap;

/** Between what lies what goes into the products of a model, seen on some rows: the grids that reach that far. */
public final class InputRanges {
    private static final int MOST_AT_ONCE = 256;

    private InputRanges() {
    }

    /**
     * A grid for each product, by its name.
     *
     * @param inputs prepared, [rows × size of an example], at least one row, without NaN
     */
    public static Map<String, Quantisation.Grid> of(TrainedModel model, RowValues inputs) {
        InputShape shape = InputShape.of(model.preprocessing().inputShape());
        int rows = Math.min(MOST_AT_ONCE, inputs.count());
        Factors factors = ModelBuilder.factors(model.model(), shape, model.outputs(), rows);
        Map<String, Quantisation.Grid> grids = new TreeMap<>();
        factors.products().forEach((name, nodes) -> {
            double[] range = {0, 0};
            nodes.forEach(node -> widen(range, factors.x(), node, model.parameters(), inputs));
            grids.put(name, Quantisation.Grid.reaching(range[0], range[1]));
        });
        return grids;
    }

    /** The last batch overlaps with the one before where the rows do not divide evenly. */
    private static void widen(double[] range, Node x, Node factor, double[] parameters, RowValues inputs) {
        Node seen = factor.graph().move("seen", factor, factor.shape());
        int batch = x.size() / inputs.size();
        double[] rows = new double[x.size()];
        try (ForwardPass pass = new ForwardPass(x, seen, Precision.DOUBLE)) {
            pass.parameters(parameters);
            for (int from = 0; from < inputs.count(); from += batch) {
                inputs.copy(Math.min(from, inputs.count() - batch), batch, rows);
                for (double value : pass.output(rows)) {
                    range[0] = Math.min(range[0], value);
                    range[1] = Math.max(range[1], value);
                }
            }
        }
    }
}
