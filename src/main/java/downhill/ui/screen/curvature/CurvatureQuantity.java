package downhill.ui.screen.curvature;

import downhill.analysis.curvature.Stability;
import downhill.ui.i18n.Messages;
import java.util.function.ToDoubleFunction;

/** What is drawn against the step. */
enum CurvatureQuantity {
    GAUGE("gauge", false, Stability::gauge),
    SHARPNESS("sharpness", true, Stability::sharpness),
    NOISE("noise", true, at -> at.measures().noise()),
    RANK("rank", false, at -> at.measures().rank()),
    RATIO("ratio", true, at -> at.measures().ratio()),
    ALIGNMENT("alignment", false, at -> at.measures().alignment()),
    DISTANCE("distance", false, at -> at.measures().distance());

    private final String key;
    private final boolean log;
    private final ToDoubleFunction<Stability> value;

    CurvatureQuantity(String key, boolean log, ToDoubleFunction<Stability> value) {
        this.key = key;
        this.log = log;
        this.value = value;
    }

    /** As it is chosen. */
    String words() {
        return Messages.text("curvature.quantity." + key);
    }

    /** Whether it is drawn on a scale of equal ratios. */
    boolean isLog() {
        return log;
    }

    double of(Stability moment) {
        return value.applyAsDouble(moment);
    }
}
