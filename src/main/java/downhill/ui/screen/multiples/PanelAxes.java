package downhill.ui.screen.multiples;

import downhill.race.ContenderSpec;
import downhill.ui.chart.Range;
import downhill.ui.session.Curve;
import downhill.ui.session.CurveFeed;
import downhill.ui.session.Racing.Quantity;
import downhill.ui.session.Session;
import java.util.List;

/**
 * The axes that all panels share, so that they can be compared.
 *
 * @param x steps
 * @param y loss; null where nothing was measured
 */
record PanelAxes(Range x, Range y) {
    private static final int FEW_STEPS = 100;

    static PanelAxes of(List<ContenderSpec> contenders, CurveFeed curves, Session session) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (ContenderSpec one : contenders) {
            Curve curve = curves.of(one.id(), Quantity.TRAINING_LOSS);
            double start = curve.size() == 0 ? 1 : curve.values()[0];
            for (double value : curve.values()) {
                if (value > 0 && value < 10 * Math.abs(start)) { // one that diverges must not flatten the rest
                    low = Math.min(low, value);
                    high = Math.max(high, value);
                }
            }
        }
        long reached = session.race().racing() == null ? 0 : session.race().racing().recordedSteps();
        double most = Math.max(Math.max(session.snapshotProperty().get().step(), reached), Math.min(FEW_STEPS, session.experiment().training().steps()));
        return new PanelAxes(new Range(0, Math.max(1, most)), low < high ? new Range(low * 0.9, high * 1.1) : null);
    }
}
