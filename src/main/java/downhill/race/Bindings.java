package downhill.race;

import downhill.engine.graph.Graph;
import downhill.engine.graph.Node;
import downhill.engine.graph.Op;
import downhill.engine.plan.Machine;
import downhill.engine.plan.Memory;
import downhill.engine.plan.Plan;
import downhill.engine.plan.Planner;
import downhill.engine.plan.View;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Plans of one run whose parameters lie in a row that is written from outside. */
final class Bindings {
    private Bindings() {
    }

    static Plan plan(Machine machine, Graph graph, Memory row, List<Node> outputs, Map<Node, View> inputs) {
        Map<Node, View> bindings = new HashMap<>(inputs);
        for (Node node : graph.nodes()) {
            if (node.op() instanceof Op.Parameter parameter) {
                bindings.put(node, View.rows(row, parameter.offset(), row.length(), node.shape()));
            }
        }
        return Planner.plan(1, machine, outputs, bindings, Map.of());
    }
}
