package downhill.analysis.landscape;

import downhill.analysis.predict.ParameterRows;
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

/** The loss of many parameter rows at once: each is a run of one plan. Belongs to the thread that made it. */
public final class StackedLoss implements AutoCloseable {
    /** Numbers that one plan may hold for all runs, so that they stay in a core's cache. */
    private static final int BUDGET = 1 << 17;
    private static final int MOST_RUNS = 128;

    private final Machine machine;
    private final ParameterRows rows;
    private final Memory losses;
    private final Plan plan;
    private final double[] values;

    private StackedLoss(Machine machine, Node loss, int runs) {
        this.machine = machine;
        this.rows = ParameterRows.on(machine, runs, loss.graph().layout().count());
        this.losses = machine.allocate(runs);
        this.values = new double[runs];
        this.plan = Planner.plan(runs, machine, List.of(), rows.bindings(loss.graph()), Map.of(loss, ArrayView.rows(losses, 0, 1)));
    }

    /** @param loss shape [], one number per run */
    static StackedLoss of(Node loss, Precision precision) {
        return new StackedLoss(Machines.create(precision), loss, runs(loss));
    }

    private static int runs(Node loss) {
        long perRun = loss.graph().nodes().stream().filter(Node::perRun).mapToLong(Node::size).sum();
        return (int) Math.max(1, Math.min(MOST_RUNS, BUDGET / Math.max(1, perRun)));
    }

    /** Fills an input that all runs share. */
    void input(Node input, double[] content) {
        plan.view(input).write(0, content);
    }

    /** Most rows at once. */
    public int capacity() {
        return values.length;
    }

    /** Writes a row [P] to be measured by the next {@link #run}. */
    public void write(int run, double[] parameters) {
        rows.write(run, parameters);
    }

    /** Measures the first {@code count} rows written; the array is reused by the next call. */
    public double[] run(int count) {
        plan.run();
        losses.read(0, values, 0, count);
        return values;
    }

    @Override
    public void close() {
        machine.close();
    }
}
