package downhill.analysis.predict;

import downhill.engine.graph.Graph;
import downhill.engine.graph.Node;
import downhill.engine.plan.ArrayView;
import downhill.engine.plan.Machine;
import downhill.engine.plan.Memory;
import downhill.engine.plan.Planner;
import java.util.Map;

/**
 * Rows of parameters in the engine's memory, one for each run of a plan.
 *
 * @param memory [runs × count]
 * @param count  P
 */
public record ParameterRows(Memory memory, int runs, int count) {

    /** New rows of zeros. */
    public static ParameterRows on(Machine machine, int runs, int count) {
        return new ParameterRows(machine.allocate(Math.multiplyExact(runs, count)), runs, count);
    }

    /** Copies one run's parameters in. */
    public void write(int run, double[] parameters) {
        memory.write(run * count, parameters, 0, count);
    }

    /** Where a graph's parameters lie, for a plan of this many runs. */
    public Map<Node, ArrayView> bindings(Graph graph) {
        return Planner.parameterRows(graph, memory, count);
    }
}
