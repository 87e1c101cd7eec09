package downhill.race;

import downhill.data.RowValues;
import downhill.engine.plan.ArrayView;
import downhill.engine.plan.Machine;
import downhill.engine.plan.Memory;
import downhill.engine.plan.Plan;
import downhill.engine.plan.Planner;
import downhill.model.ModelGraph;
import java.util.List;
import java.util.Map;

/** A model for a fixed number of rows, with parameters from a given row. */
final class ModelPass {
    private final int rows;
    private final Plan plan;
    private final ArrayView x;
    private final ArrayView y;
    /** Null where all rows count the same. */
    private final ArrayView weights;
    private final ArrayView output;
    private final ArrayView loss;
    private final double[] inputs;
    private final double[] targets;
    private final double[] rowWeights;
    private final double[] outputs;
    private final double[] one = new double[1];

    ModelPass(Machine machine, Memory row, ModelGraph graph) {
        rows = graph.x().length(0);
        plan = Planner.plan(1, machine, List.of(graph.loss(), graph.output()), Planner.parameterRows(graph.graph(), row, row.length()),
                Map.of());
        x = plan.view(graph.x());
        y = plan.view(graph.y());
        weights = graph.weights() == null ? null : plan.view(graph.weights());
        output = plan.view(graph.output());
        loss = plan.view(graph.loss());
        inputs = new double[graph.x().size()];
        targets = new double[graph.y().size()];
        rowWeights = new double[weights == null ? 0 : rows];
        outputs = new double[graph.output().size()];
    }

    /** (Weighted) mean loss of the rows from {@code from} on; their raw outputs go to {@code target}, if there is one. */
    double run(RowValues allInputs, RowValues allTargets, double[] allWeights, int from, SlicePass.Outputs target) {
        allInputs.copy(from, rows, inputs);
        allTargets.copy(from, rows, targets);
        x.write(0, inputs);
        y.write(0, targets);
        if (weights != null) {
            System.arraycopy(allWeights, from, rowWeights, 0, rows);
            weights.write(0, rowWeights);
        }
        plan.run();
        if (target != null) {
            output.read(0, outputs);
            target.take(from, outputs);
        }
        loss.read(0, one);
        return one[0];
    }
}
