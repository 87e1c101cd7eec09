package downhill.ui.screen.curvature;

import downhill.analysis.curvature.CurvatureMeasure;
import downhill.analysis.curvature.Stability;
import downhill.ui.i18n.Messages;
import downhill.ui.session.CurvatureStill;

/** What is drawn: a measure against the step, or something where the contenders stand. */
enum CurvatureQuantity {
    GAUGE("gauge", false, CurvatureMeasure.GAUGE),
    SHARPNESS("sharpness", true, CurvatureMeasure.SHARPNESS),
    NOISE("noise", true, CurvatureMeasure.NOISE),
    RANK("rank", false, CurvatureMeasure.RANK),
    RATIO("ratio", true, CurvatureMeasure.RATIO),
    ALIGNMENT("alignment", false, CurvatureMeasure.ALIGNMENT),
    DISTANCE("distance", false, CurvatureMeasure.DISTANCE),
    KERNEL("kernel", false, CurvatureMeasure.KERNEL),
    SPECTRUM("spectrum", CurvatureStill.View.SPECTRUM, "eigenvalue", "density"),
    WAYS("ways", CurvatureStill.View.WAYS, "way", "loss");

    private final String key;
    private final boolean log;
    private final CurvatureMeasure measure;
    private final CurvatureStill.View view;
    private final String across;
    private final String up;

    CurvatureQuantity(String key, boolean log, CurvatureMeasure measure) {
        this.key = key;
        this.log = log;
        this.measure = measure;
        view = CurvatureStill.View.NONE;
        across = "";
        up = "";
    }

    CurvatureQuantity(String key, CurvatureStill.View view, String across, String up) {
        this.key = key;
        log = true;
        measure = CurvatureMeasure.GAUGE;
        this.view = view;
        this.across = across;
        this.up = up;
    }

    /** As it is chosen. */
    String words() {
        return Messages.text("curvature.quantity." + key);
    }

    /** What its axes are, where it is no course. */
    String acrossWords() {
        return Messages.text("curvature.axis." + across);
    }

    String upWords() {
        return Messages.text("curvature.axis." + up);
    }

    /** Whether it is drawn on a scale of equal ratios. */
    boolean isLog() {
        return log;
    }

    /** What is measured for it along the courses. */
    CurvatureMeasure measure() {
        return measure;
    }

    /** What is looked at for it where the contenders stand; {@link CurvatureStill.View#NONE} for a course. */
    CurvatureStill.View view() {
        return view;
    }

    double of(Stability moment) {
        return measure.of(moment);
    }
}
