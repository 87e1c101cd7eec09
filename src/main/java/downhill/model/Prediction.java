package downhill.model;

import downhill.engine.graph.Graph;
import downhill.engine.graph.Node;
import downhill.engine.graph.ParameterLayout;
import java.util.Map;

/** A model without a loss, for a fixed number of rows B; see {@link ModelGraph} for the parts. */
public record Prediction(Graph graph, Node x, Node output, Map<String, Node> views, ParameterLayout layout) {
    public Prediction {
        views = Map.copyOf(views);
    }
}
