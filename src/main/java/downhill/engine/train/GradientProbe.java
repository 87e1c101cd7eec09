package downhill.engine.train;

import downhill.engine.Precision;
import downhill.engine.graph.Gradients;
import downhill.engine.graph.Node;
import downhill.engine.machine.Machines;
import downhill.engine.plan.ArrayView;
import downhill.engine.plan.Machine;
import downhill.engine.plan.Memory;
import downhill.engine.plan.Plan;
import downhill.engine.plan.Planner;
import downhill.expr.ModelQuestion;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Loss and gradient of one run at any step as training computes them: the same rows, masks and instructions. The gradient is
 * that of the data loss, before penalties and clipping. One thread at a time.
 */
public final class GradientProbe implements AutoCloseable {
    private final Machine machine;
    private final Memory parameters;
    private final ArrayView gradient;
    private final Memory loss;
    private final Plan plan;
    private final BatchFeed feed;
    private final TrainingGraph graph;
    /** Each compiled when first asked for. */
    private final Map<ModelQuestion, Plan> products = new EnumMap<>(ModelQuestion.class);
    private ArrayView vector;
    private ArrayView product;
    private final double[] one = new double[1];

    /**
     * @param data rows that batches are drawn from
     * @param seed of batch order and dropout
     */
    public GradientProbe(TrainingGraph graph, TrainingData data, long seed, Precision precision) {
        this.graph = graph;
        Node byParameters = Gradients.byParameters(graph.loss());
        int size = graph.graph().layout().count();
        machine = Machines.create(precision);
        parameters = machine.allocate(size);
        gradient = ArrayView.rows(machine.allocate(size), 0, size, size);
        loss = machine.allocate(1);
        Map<Node, ArrayView> bindings = Planner.parameterRows(graph.graph(), parameters, size);
        plan = Planner.plan(1, machine, List.of(), bindings,
                Map.of(graph.loss(), ArrayView.rows(loss, 0, 1), byParameters, gradient));
        feed = new BatchFeed(graph, data, plan, List.of(seed));
    }

    /**
     * The gradient [P] of a step's batch.
     *
     * @param row  parameters [P] before the step
     * @param step updates done before it
     */
    public double[] gradient(double[] row, long step) {
        parameters.write(0, row, 0, row.length);
        feed.fill(step);
        plan.run();
        return gradient.read(0);
    }

    /**
     * The Hessian or the Gauss-Newton matrix of the batch of the latest {@link #gradient}, at the parameters it was asked for, times a
     * vector [P].
     */
    public double[] times(ModelQuestion matrix, double[] direction) {
        if (products.isEmpty()) {
            vector = ArrayView.rows(machine.allocate(direction.length), 0, direction.length, direction.length);
            product = ArrayView.rows(machine.allocate(direction.length), 0, direction.length, direction.length);
        }
        Plan asked = products.computeIfAbsent(matrix, which -> planProduct(which, direction.length));
        vector.write(0, direction);
        asked.run();
        return product.read(0);
    }

    private Plan planProduct(ModelQuestion matrix, int size) {
        Node direction = graph.graph().input("direction", true, size);
        Node second = matrix.isOfTheHessian(graph.output() != null)
                ? Gradients.byParameters(graph.graph().total(Gradients.byParameters(graph.loss()).times(direction)))
                : GaussNewton.times(graph.loss(), graph.output(), Gradients.parameters(graph.graph()), direction);
        Map<Node, ArrayView> bindings = Planner.parameterRows(graph.graph(), parameters, size);
        bindings.put(direction, vector);
        bindings.putAll(plan.inputs());
        return Planner.plan(1, machine, List.of(), bindings, Map.of(second, product));
    }

    /** The loss of the batch of the latest {@link #gradient}. */
    public double loss() {
        loss.read(0, one, 0, 1);
        return one[0];
    }

    @Override
    public void close() {
        machine.close();
    }
}
