package downhill.model;

import downhill.engine.graph.Graph;
import downhill.engine.graph.Node;
import downhill.expr.UnaryOp;
import java.util.List;

/**
 * Cross-entropies of smoothed targets s = (1 − ε)·y + ε/K whose classes have weights w: Σ_c w_c·s_c·(−log p_c) / w_y for each row, w_y the
 * weight of its true class. So each class is weighted where it stands in the smoothed target, and the mean over rows that count r·w_y
 * is that of PyTorch's {@code CrossEntropyLoss(weight=w, label_smoothing=ε)}.
 */
final class WeightedSmoothing {
    private final double smoothing;
    private final List<Double> byClass;

    WeightedSmoothing(double smoothing, List<Double> byClass) {
        this.smoothing = smoothing;
        this.byClass = byClass;
    }

    /**
     * @param output logits [B, K]
     * @param target one-hot [B, K]
     * @return [B, 1]
     */
    Node ofClasses(Node output, Node target) {
        Node weights = row(output.graph());
        Node surprise = output.graph().logSumExp(output).minus(output);
        return smoothed(target, byClass.size()).times(weights).times(surprise).sum(-1).over(target.times(weights).sum(-1));
    }

    /** [1, K]. */
    private Node row(Graph graph) {
        return graph.concat(1, byClass.stream().map(weight -> graph.expand(graph.constant(weight), 1, 1)).toList());
    }

    /**
     * The same of two classes with the logits 0 and z.
     *
     * @param output z [B, 1]
     * @param target 1 for the second class, else 0 [B, 1]
     * @return [B, 1]
     */
    Node ofTwo(Node output, Node target) {
        Node other = target.graph().constant(1).minus(target);
        Node surpriseOfOther = output.apply(UnaryOp.SOFTPLUS);
        Node surprise = output.apply(UnaryOp.NEGATE).apply(UnaryOp.SOFTPLUS);
        return weighted(smoothed(other, 2).times(surpriseOfOther), smoothed(target, 2).times(surprise)).over(weighted(other, target));
    }

    private Node weighted(Node first, Node second) {
        return first.times(byClass.get(0)).plus(second.times(byClass.get(1)));
    }

    private Node smoothed(Node target, int classes) {
        return Loss.smoothed(target, smoothing, classes);
    }
}
