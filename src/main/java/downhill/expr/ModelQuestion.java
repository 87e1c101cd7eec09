package downhill.expr;

import java.util.Locale;

/** What a rule may ask the model for once more in a step, on the same batch. */
public enum ModelQuestion {
    /** The gradient at another point: {@code gradient at x}. */
    GRADIENT(1),
    /** The Hessian at θ times a vector: {@code hvp(v)}. */
    HVP(2),
    /** The Gauss-Newton matrix at θ times a vector: {@code gnvp(v)}. */
    GNVP(5 / 3.0),
    /** The loss at another point: {@code loss at x}. */
    LOSS(1 / 3.0);

    private final double gradients;

    ModelQuestion(double gradients) {
        this.gradients = gradients;
    }

    /** Whether it is a matrix at θ times a vector, written as a function of the vector, {@link #word}. */
    public boolean product() {
        return this == HVP || this == GNVP;
    }

    /**
     * Whether what is multiplied with is the Hessian: so it is for {@link #GNVP}, too, where nothing lies between parameters and loss,
     * as on a surface.
     *
     * @param outputs whether the model has outputs, of which the loss is a function
     */
    public boolean isOfTheHessian(boolean outputs) {
        return this == HVP || this == GNVP && !outputs;
    }

    /** As it is written. */
    public String word() {
        String name = name().toLowerCase(Locale.ROOT);
        return product() ? name : name + " at";
    }

    /**
     * How many gradients it costs, about: a product with the Hessian is a gradient and one more walk back through it; a loss is the walk
     * forward alone, and the way back is twice as long. A product with the Gauss-Newton matrix is a walk forward, one of twice the length
     * that moves the outputs as the parameters are moved, and the way back.
     */
    public double gradients() {
        return gradients;
    }
}
