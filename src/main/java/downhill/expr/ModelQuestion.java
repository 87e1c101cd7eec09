package downhill.expr;

/** What a rule may ask the model for once more in a step, on the same batch. */
public enum ModelQuestion {
    /** The gradient at another point: {@code gradient at x}. */
    GRADIENT(1),
    /** The Hessian at θ times a vector: {@code hvp(v)}. */
    HVP(2);

    private final int gradients;

    ModelQuestion(int gradients) {
        this.gradients = gradients;
    }

    /** How many gradients it costs, about: a product with the Hessian is a gradient and one more walk back through it. */
    public int gradients() {
        return gradients;
    }
}
