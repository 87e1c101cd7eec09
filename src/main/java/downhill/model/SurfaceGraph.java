package downhill.model;

import downhill.engine.graph.Graph;
import downhill.engine.graph.Node;
import downhill.engine.graph.ParameterLayout;
import downhill.engine.train.TrainingGraph;

/**
 * A function of two numbers as an objective; the parameter row is [x, y] and there are no inputs.
 *
 * @param x    shape []
 * @param y    shape []
 * @param loss f(x, y), shape []
 */
public record SurfaceGraph(Graph graph, Node x, Node y, Node loss, ParameterLayout layout) implements Objective {
    @Override
    public TrainingGraph training() {
        return TrainingGraph.surface(loss);
    }
}
