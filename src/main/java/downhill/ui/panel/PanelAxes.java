package downhill.ui.panel;

import downhill.race.Racing.Quantity;
import downhill.race.document.ContenderSpec;
import downhill.race.history.Curve;
import downhill.ui.chart.shape.Range;
import downhill.ui.session.CurveFeed;
import downhill.ui.session.Session;
import java.util.List;

/**
 * The axes that the curves of all panels share, so that they can be compared.
 *
 * @param x   steps
 * @param y   values; null where nothing was measured
 * @param log whether values have equal ratios
 */
record PanelAxes(Range x, Range y, boolean log) {
    private static final int FEW_STEPS = 100;
    /** A value this many times the first does not stretch the axes: it belongs to one that diverges. */
    private static final double WILD = 10;

    static PanelAxes of(List<ContenderSpec> contenders, Quantity quantity, CurveFeed curves, Session session, boolean log) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (ContenderSpec one : contenders) {
            Curve curve = curves.of(one.id(), quantity);
            double first = curve.size() == 0 ? 1 : curve.y()[0];
            double most = quantity == Quantity.METRIC ? Double.POSITIVE_INFINITY : WILD * Math.abs(first);
            for (double value : curve.y()) {
                if (Double.isFinite(value) && (!log || value > 0) && value <= most) {
                    low = Math.min(low, value);
                    high = Math.max(high, value);
                }
            }
        }
        long reached = session.race().racing() == null ? 0 : session.race().racing().recordedSteps();
        double most = Math.max(Math.max(session.snapshotProperty().get().step(), reached),
                Math.min(FEW_STEPS, session.experiment().training().steps()));
        return new PanelAxes(new Range(0, Math.max(1, most)), range(low, high, log), log);
    }

    private static Range range(double low, double high, boolean log) {
        if (low > high || low == high && log) {
            return low > high ? null : new Range(low / 2, high * 2);
        }
        return log ? new Range(low * 0.9, high * 1.1) : Range.around(low, high, 0.05);
    }
}
