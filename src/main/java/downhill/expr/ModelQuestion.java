package downhill.expr;

/** What a rule may ask the model for once more in a step, on the same batch. */
public enum ModelQuestion {
    /** The gradient at another point: {@code gradient at x}. */
    GRADIENT(1),
    /** The Hessian at θ times a vector: {@code hvp(v)}. */
    HVP(2),
    /** The loss at another point: {@code loss at x}. */
    LOSS(1 / 3.0);

    private final double gradients;

    ModelQuestion(double gradients) {
        this.gradients = gradients;
    }

    /**
     * How many gradients it costs, about: a product with the Hessian is a gradient and one more walk back through it; a loss is the walk
     * forward alone, and the way back is twice as long.
     */
    public double gradients() {
        return gradients;
    }
}
