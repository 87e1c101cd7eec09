package downhill.engine.train;

import downhill.engine.Precision;
import downhill.engine.graph.Gradients;
import downhill.engine.graph.Node;
import downhill.engine.host.Host;
import downhill.engine.plan.ArrayView;
import downhill.engine.plan.Machine;
import downhill.engine.plan.Memory;
import downhill.engine.plan.Plan;
import downhill.engine.plan.Planner;
import java.util.List;
import java.util.Map;

/**
 * Products of the Hessian of a data loss with vectors, exactly, by differentiating the gradient's product with the vector (Pearlmutter
 * 1994), in float64. Where the loss has a corner (ReLU, pooling) it is the Hessian of the piece in force. One thread at a time.
 */
public final class HessianProbe implements AutoCloseable {
    private final Machine machine = Host.machine(Precision.DOUBLE);
    private final Memory parameters;
    private final ArrayView vector;
    private final ArrayView gradient;
    private final ArrayView product;
    private final Plan plan;
    private final BatchFeed feed;

    /**
     * @param graph for the rows of one batch, without dropout
     * @param data  rows; the batch of step 0 is taken where they are more than one batch
     * @param seed  of that batch
     */
    public HessianProbe(TrainingGraph graph, TrainingData data, long seed) {
        Node byParameters = Gradients.byParameters(graph.loss());
        int size = graph.graph().layout().count();
        Node direction = graph.graph().input("direction", true, size);
        Node slope = byParameters.times(direction).total();
        Node second = Gradients.byParameters(slope);
        parameters = machine.allocate(size);
        vector = ArrayView.rows(machine.allocate(size), 0, size, size);
        gradient = ArrayView.rows(machine.allocate(size), 0, size, size);
        product = ArrayView.rows(machine.allocate(size), 0, size, size);
        Map<Node, ArrayView> bindings = Planner.parameterRows(graph.graph(), parameters, size);
        bindings.put(direction, vector);
        plan = Planner.plan(1, machine, List.of(), bindings, Map.of(byParameters, gradient, second, product));
        feed = new BatchFeed(graph, data, plan, List.of(seed));
    }

    /** Where the Hessian is taken: the parameters [P]. */
    public void at(double[] row) {
        parameters.write(0, row, 0, row.length);
        feed.fill(0);
    }

    /** H·v, [P]. */
    public double[] times(double[] v) {
        vector.write(0, v);
        plan.run();
        return product.read(0);
    }

    /** The gradient [P] there, after {@link #times}. */
    public double[] gradient() {
        return gradient.read(0);
    }

    @Override
    public void close() {
        machine.close();
    }
}
