package downhill.model;

import downhill.data.TaskKind;
import downhill.engine.graph.Graph;
import downhill.engine.graph.Node;
import downhill.expr.BinaryOp;
import downhill.expr.UnaryOp;
import java.util.Arrays;
import java.util.List;

/** How far a model's outputs are from the targets: one number for a batch, a mean. */
public enum Loss {
    /** Mean of (ŷ − y)². */
    MSE,
    /** Mean of |ŷ − y|; its gradient at 0 is 0. */
    MAE,
    /** Mean of d²/2 where d = |ŷ − y| ≤ δ, else of δ·(d − δ/2) (Huber 1964), as PyTorch's HuberLoss; δ is 1 unless given. */
    HUBER,
    /** Mean of log(1 + eᶻ) − y·z over logits z and targets y in {0, 1}; computed without overflow. */
    BINARY_CROSS_ENTROPY,
    /** Mean over rows of log Σₖ e^zₖ − Σₖ yₖ·zₖ over logits z [B, K] and one-hot targets y. */
    CROSS_ENTROPY;

    /** Whether this loss suits what is learned: squared and absolute errors numbers, cross-entropies classes. */
    public boolean fits(TaskKind task) {
        return switch (task) {
            case REGRESSION -> !onLogits();
            case BINARY -> this == BINARY_CROSS_ENTROPY;
            case MULTICLASS -> this == CROSS_ENTROPY;
        };
    }

    /** Whether this loss can be taken of such targets at all, if need be of classes as numbers: cross-entropies are of classes. */
    public boolean measures(TaskKind task) {
        return task.isClassification() || !onLogits();
    }

    /** All that fit, the default first. */
    public static List<Loss> fitting(TaskKind task) {
        return Arrays.stream(values()).filter(loss -> loss.fits(task)).toList();
    }

    /** Mean squared error for numbers, the cross-entropy that fits for classes. */
    public static Loss defaultFor(TaskKind task) {
        return fitting(task).get(0);
    }

    /** Whether outputs are logits, to be read through a sigmoid or softmax. */
    public boolean onLogits() {
        return this == BINARY_CROSS_ENTROPY || this == CROSS_ENTROPY;
    }

    /**
     * The node of this loss. With label smoothing ε a target y of the cross-entropies counts as (1 − ε)·y + ε/K, K the number of classes,
     * as in PyTorch's CrossEntropyLoss; of two classes with one output (1 − ε)·y + ε/2.
     *
     * <p>Where rows have weights w, the mean over rows of their losses l is Σ w·l / Σ w, l of a row of several numbers being their mean.
     *
     * @param output  [B, K], raw
     * @param target  [B, K], one-hot for {@link #CROSS_ENTROPY}
     * @param weights [B, 1], not all 0, each that of the row times that of its class; or null where all rows count the same
     * @param byClass weights of the classes, or empty; with label smoothing each counts where it stands in the smoothed target
     * @return shape []
     */
    public Node of(Node output, Node target, Node weights, List<Double> byClass, LossOptions options) {
        boolean both = options.labelSmoothing() > 0 && !byClass.isEmpty();
        Node each = both ? smoothedByClass(output, target, new WeightedSmoothing(options.labelSmoothing(), byClass))
                : each(output, target, options);
        return weights == null ? mean(each) : each.mean(-1).times(weights).total().over(weights.total());
    }

    /** [B, K], or [B, 1] where there is one number for a row. */
    private Node each(Node output, Node target, LossOptions options) {
        Graph graph = output.graph();
        double smoothing = options.labelSmoothing();
        return switch (this) {
            case MSE -> output.minus(target).apply(UnaryOp.SQUARE);
            case MAE -> output.minus(target).apply(UnaryOp.ABS);
            case HUBER -> huber(output.minus(target).apply(UnaryOp.ABS), options.huberDelta());
            case BINARY_CROSS_ENTROPY -> output.apply(UnaryOp.SOFTPLUS).minus(output.times(smoothed(target, smoothing, 2)));
            case CROSS_ENTROPY -> graph.logSumExp(output).minus(output.times(smoothed(target, smoothing, output.length(1))).sum(-1));
        };
    }

    private Node smoothedByClass(Node output, Node target, WeightedSmoothing smoothing) {
        return this == BINARY_CROSS_ENTROPY ? smoothing.ofTwo(output, target) : smoothing.ofClasses(output, target);
    }

    /** Without smoothing nothing is computed. */
    static Node smoothed(Node target, double smoothing, int classes) {
        return smoothing == 0 ? target : target.times(1 - smoothing).plus(smoothing / classes);
    }

    /** With q = min(d, δ): q·(d − q/2), which is d²/2 within and δ·(d − δ/2) beyond. */
    private static Node huber(Node distance, double delta) {
        Graph graph = distance.graph();
        Node near = graph.binary(BinaryOp.MIN, distance, graph.constant(delta));
        return near.times(distance.minus(near.times(0.5)));
    }

    private static Node mean(Node each) {
        return each.total().times(1.0 / each.size());
    }
}
