package downhill.engine.graph;

import java.util.List;
import java.util.Map;

/** Whatever computes the values of a graph: the oracle of these tests, or the engine that they check. */
public interface Evaluator {

    /**
     * Values of some nodes.
     *
     * @param runs       R, at least 1
     * @param inputs     by name: [size] where the input is shared, [R·size] where it is given for each run
     * @param parameters [R·P]
     * @return [output][run][element], for a shared node one and the same for every run
     */
    double[][][] evaluate(List<Node> outputs, int runs, Map<String, double[]> inputs, double[] parameters);
}
