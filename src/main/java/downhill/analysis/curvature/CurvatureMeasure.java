package downhill.analysis.curvature;

import java.util.function.ToDoubleFunction;

/** What can be measured where a contender stands; each costs something of its own. */
public enum CurvatureMeasure {
    /** How near it is to its rule's edge of stability. */
    GAUGE(Stability::gauge),
    /** The largest eigenvalue of the Hessian. */
    SHARPNESS(Stability::sharpness),
    /** Gradient noise scale. */
    NOISE(at -> at.measures().noise()),
    /** Effective rank of the weights. */
    RANK(at -> at.measures().rank()),
    /** Update over weights. */
    RATIO(at -> at.measures().ratio()),
    /** Of successive gradients. */
    ALIGNMENT(at -> at.measures().alignment()),
    /** From the start. */
    DISTANCE(at -> at.measures().distance()),
    /** Drift of the tangent kernel. */
    KERNEL(at -> at.measures().kernel());

    private final ToDoubleFunction<Stability> value;

    CurvatureMeasure(ToDoubleFunction<Stability> value) {
        this.value = value;
    }

    /** Its value; NaN where it was not measured or does not exist. */
    public double of(Stability moment) {
        return value.applyAsDouble(moment);
    }
}
