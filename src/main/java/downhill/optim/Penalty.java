package downhill.optim;

import downhill.setting.Interval;
import downhill.setting.Kind;
import downhill.setting.Setting;

/**
 * What is added to the loss for the size of the weights: l1·Σ|w| + l2/2·Σw². Its gradient is l1·sign(w) + l2·w, that of |w|
 * at 0 being 0. Both: the elastic net.
 *
 * @param l1 as {@link #L1} allows
 * @param l2 as {@link #L2} allows
 */
public record Penalty(double l1, double l2) {
    /** Factor of Σ|w|. */
    public static final Setting<Double> L1 = Setting.of("training.penalty.l1", Kind.real(Interval.NON_NEGATIVE), 0.0).option("--l1");
    /** Factor of Σw² / 2. */
    public static final Setting<Double> L2 = Setting.of("training.penalty.l2", Kind.real(Interval.NON_NEGATIVE), 0.0).option("--l2");

    /** No penalty. */
    public static final Penalty NONE = new Penalty(0, 0);

    /** Refuses negative and non-finite factors. */
    public Penalty {
        L1.checked(l1);
        L2.checked(l2);
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
