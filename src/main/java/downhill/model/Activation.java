package downhill.model;

import downhill.engine.graph.Node;
import downhill.expr.UnaryOp;

/** What a layer does to each of its sums. */
public enum Activation {
    /** a */
    IDENTITY,
    /** max(a, 0); its gradient at 0 is 0. */
    RELU,
    /** (eᵃ − e⁻ᵃ) / (eᵃ + e⁻ᵃ) */
    TANH,
    /** 1 / (1 + e⁻ᵃ) */
    SIGMOID,
    /** a·Φ(a) = a/2 · (1 + erf(a/√2)), the exact form (Hendrycks &amp; Gimpel 2016), not its tanh approximation. */
    GELU,
    /** a²: sums of products of two inputs, with which small nets learn arithmetic (Gromov 2023). */
    SQUARE;

    private static final double ROOT_HALF = Math.sqrt(0.5);

    /** The node of this function of {@code a}, of the same shape. */
    public Node of(Node a) {
        return switch (this) {
            case IDENTITY -> a;
            case RELU -> a.apply(UnaryOp.RELU);
            case TANH -> a.apply(UnaryOp.TANH);
            case SIGMOID -> a.apply(UnaryOp.SIGMOID);
            case SQUARE -> a.times(a);
            case GELU -> a.times(0.5).times(a.times(ROOT_HALF).apply(UnaryOp.ERF).plus(1));
        };
    }
}
