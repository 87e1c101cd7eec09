package downhill.model;

import downhill.engine.graph.Graph;
import downhill.engine.graph.Node;
import downhill.engine.graph.ParameterLayout;
import downhill.engine.train.TrainingGraph;
import java.util.List;
import java.util.Map;

/**
 * A model with its loss for a fixed number of rows B.
 *
 * @param x      input {@code "x"} [B, ...shape of an example]
 * @param y      input {@code "y"} [B, outputs]; classes one-hot, or one column of 0 and 1
 * @param weights input {@code "weights"} [B, 1] of what each row counts for, or null where all count the same
 * @param output [B, outputs], raw: no softmax or sigmoid
 * @param loss   shape [], the (weighted) mean data loss without penalties
 * @param masks  inputs for dropout; none outside training
 * @param views  further nodes worth a look, such as {@code attention} or {@code conv1.map}
 * @param layout where each named array lies in the parameter row; the same for every B
 */
public record ModelGraph(Graph graph, Node x, Node y, Node weights, Node output, Node loss, List<MaskInput> masks,
                         Map<String, Node> views, ParameterLayout layout) implements Objective {
    public ModelGraph {
        masks = List.copyOf(masks);
        views = Map.copyOf(views);
    }

    @Override
    public TrainingGraph training() {
        return new TrainingGraph(loss, x, y, weights, masks.stream().map(this::mask).toList(), output);
    }

    private TrainingGraph.Mask mask(MaskInput mask) {
        int[] shape = mask.shape().stream().mapToInt(Integer::intValue).toArray();
        return new TrainingGraph.Mask(graph.input(mask.name(), x.perRun(), shape), mask.rate());
    }
}
