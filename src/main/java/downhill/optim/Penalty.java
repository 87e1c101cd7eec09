package downhill.optim;

import downhill.words.Said;

/**
 * What is added to the loss for the size of the weights: l1·Σ|w| + l2/2·Σw². Its gradient is l1·sign(w) + l2·w, that of |w|
 * at 0 being 0. Both: the elastic net.
 *
 * @param l1 0 or more
 * @param l2 0 or more
 */
public record Penalty(double l1, double l2) {
    /** No penalty. */
    public static final Penalty NONE = new Penalty(0, 0);

    /** Refuses negative and non-finite factors. */
    public Penalty {
        NumberChecks.notNegative(l1, Said.of("penalty.l1"));
        NumberChecks.notNegative(l2, Said.of("penalty.l2"));
    }

    /** Whether nothing is added. */
    public boolean isNone() {
        return l1 == 0 && l2 == 0;
    }

    /** The term of one weight. */
    public double value(double weight) {
        return l1 * Math.abs(weight) + l2 / 2 * weight * weight;
    }

    /** Its derivative. */
    public double gradient(double weight) {
        return l1 * Math.signum(weight) + l2 * weight;
    }
}
