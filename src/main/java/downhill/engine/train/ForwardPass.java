package downhill.engine.train;

import downhill.engine.Precision;
import downhill.engine.graph.Node;
import downhill.engine.machine.Machines;
import downhill.engine.plan.ArrayView;
import downhill.engine.plan.Machine;
import downhill.engine.plan.Memory;
import downhill.engine.plan.Plan;
import downhill.engine.plan.Planner;
import java.util.List;
import java.util.Map;

/** One value of a graph for one parameter row and any number of inputs, one batch after another. One thread at a time. */
public final class ForwardPass implements AutoCloseable {
    private final Machine machine;
    private final Memory parameters;
    private final Plan plan;
    private final Node x;
    private final Node output;

    /**
     * @param x      input [B, ..], the same for all runs, or null where the output depends on parameters alone
     * @param output the value wanted
     */
    public ForwardPass(Node x, Node output, Precision precision) {
        this(x, output, precision, false);
    }

    /** The same where {@code quick} says that tanh in double may be off by 1.2·10⁻¹⁵ of itself, σ by 7·10⁻¹⁶. */
    public ForwardPass(Node x, Node output, Precision precision, boolean quick) {
        this.x = x;
        this.output = output;
        machine = Machines.create(precision, quick);
        int size = output.graph().layout().count();
        parameters = machine.allocate(size);
        Map<Node, ArrayView> bindings = Planner.parameterRows(output.graph(), parameters, size);
        Map<Node, ArrayView> destinations = Map.of(output,
                ArrayView.rows(machine.allocate(output.size()), 0, output.size(), output.shape()));
        plan = Planner.plan(1, machine, List.of(), bindings, destinations);
    }

    /** Takes a parameter row [P]. */
    public void parameters(double[] row) {
        parameters.write(0, row, 0, row.length);
    }

    /** The output for a batch of exactly B rows, row-major. */
    public double[] output(double[] batch) {
        if (x != null) {
            plan.view(x).write(0, batch);
        }
        plan.run();
        return plan.view(output).read(0);
    }

    @Override
    public void close() {
        machine.close();
    }
}
