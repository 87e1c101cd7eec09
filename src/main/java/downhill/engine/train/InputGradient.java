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
import java.util.List;
import java.util.Map;

/** One value of a graph, and how it changes with the input, for one parameter row and one batch after another. One thread at a time. */
public final class InputGradient implements AutoCloseable {
    private final Machine machine;
    private final Memory parameters;
    private final Plan plan;
    private final Node x;
    private final Node weights;
    private final ArrayView output;
    private final ArrayView gradient;

    /**
     * @param x      input [B, ..] of the graph
     * @param output the value wanted [B, outputs], each row of which depends on that row of the input alone
     */
    public InputGradient(Node x, Node output, Precision precision) {
        this.x = x;
        weights = output.graph().input("outputWeights", false, output.shape());
        Node byInput = Gradients.byInput(output, weights, x);
        machine = Machines.create(precision);
        int size = output.graph().layout().count();
        parameters = machine.allocate(size);
        Map<Node, ArrayView> bindings = Planner.parameterRows(output.graph(), parameters, size);
        this.output = row(output);
        gradient = row(byInput);
        plan = Planner.plan(1, machine, List.of(), bindings, Map.of(output, this.output, byInput, gradient));
    }

    private ArrayView row(Node node) {
        return ArrayView.rows(machine.allocate(node.size()), 0, node.size(), node.shape());
    }

    /** Takes a parameter row [P]. */
    public void parameters(double[] row) {
        parameters.write(0, row, 0, row.length);
    }

    /** The output for a batch of exactly B rows, row-major. */
    public double[] output(double[] batch) {
        run(batch, new double[output.size()]);
        return output.read(0);
    }

    /**
     * The gradient of each row's Σ weights·output by the row.
     *
     * @param batch   of exactly B rows, row-major
     * @param weights of each output of each row
     * @return like the batch
     */
    public double[] gradient(double[] batch, double[] weights) {
        run(batch, weights);
        return gradient.read(0);
    }

    private void run(double[] batch, double[] weighted) {
        plan.view(x).write(0, batch);
        plan.view(weights).write(0, weighted);
        plan.run();
    }

    @Override
    public void close() {
        machine.close();
    }
}
