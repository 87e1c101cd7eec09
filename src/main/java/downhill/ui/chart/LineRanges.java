package downhill.ui.chart;

import downhill.ui.chart.shape.Band;
import downhill.ui.chart.shape.Points;
import downhill.ui.chart.shape.Range;
import java.util.List;

/** Finds what part of the plane a line chart shows when nobody says. */
final class LineRanges {
    /** A diverged curve is followed up to this many times its first value, so that the others stay readable. */
    private static final double DIVERGED_ROOM = 3;

    /** What comes after it was once at so many times of that decides nothing, however low: it leaps from one extreme to the other. */
    private static final double RUN_AWAY = 1000;

    /** Where the least value is below this share of the greatest, the axis begins at zero. */
    private static final double NEAR_ZERO = 0.25;

    /** Up to it lengths of axes are numbers, with the room around them; so are their parts. */
    private static final double WIDEST = 1e150;

    private LineRanges() {
    }

    /**
     * From the first to the last x; up to the next round number where {@code rounded}, so that the axis of a run in progress
     * stands still.
     */
    static Range x(List<DrawnCurve> curves, boolean rounded) {
        Range all = x(curves);
        return rounded && all.length() > 4 ? new Range(all.low(), all.low() + Ticks.roundedUp(all.length())) : all;
    }

    private static Range x(List<DrawnCurve> curves) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (DrawnCurve curve : curves) {
            if (!curve.raw().isEmpty()) {
                low = Math.min(low, curve.raw().x(0));
                high = Math.max(high, curve.raw().x(curve.raw().size() - 1));
            }
        }
        double only = low > high ? 0 : low;
        return high > low ? new Range(low, high) : new Range(only, only + 1);
    }

    /** From decimated curves, which keep every peak. */
    static Range y(List<DrawnCurve> curves, Range x, boolean log) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (DrawnCurve curve : curves) {
            double most = curve.series().diverged() ? limit(curve.raw()) : Double.POSITIVE_INFINITY;
            Points points = curve.raw();
            boolean away = false;
            for (int i = 0; i < points.size() && !away; i++) {
                away = points.y(i) > RUN_AWAY * most;
                double value = Math.min(points.y(i), most);
                if (Double.isFinite(value) && (!log || value > 0) && x.contains(points.x(i))) {
                    low = Math.min(low, value);
                    high = Math.max(high, value);
                }
            }
        }
        return padded(banded(curves, x, log, low, high), log);
    }

    /** The room of the curves and, up to as much again to each side, of the bands around them. */
    private static double[] banded(List<DrawnCurve> curves, Range x, boolean log, double low, double high) {
        double[] ends = {low, high};
        double least = log ? low * low / high : 2 * low - high;
        double most = log ? high * high / low : 2 * high - low;
        for (DrawnCurve curve : curves) {
            Band band = curve.series().diverged() ? null : curve.series().band();
            for (Points edge : band == null ? List.<Points>of() : List.of(band.low(), band.high())) {
                for (int i = 0; i < edge.size(); i++) {
                    if (x.contains(edge.x(i)) && Double.isFinite(edge.y(i)) && low <= high) {
                        ends[0] = Math.min(ends[0], Math.max(least, edge.y(i)));
                        ends[1] = Math.max(ends[1], Math.min(most, edge.y(i)));
                    }
                }
            }
        }
        return ends;
    }

    private static double limit(Points points) {
        for (int i = 0; i < points.size(); i++) {
            if (Double.isFinite(points.y(i))) {
                return DIVERGED_ROOM * Math.abs(points.y(i));
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    private static Range padded(double[] ends, boolean log) {
        double low = ends[0];
        double high = ends[1];
        if (low > high) {
            return log ? new Range(0.1, 1) : new Range(0, 1);
        }
        double least = within(low, log);
        double most = within(high, log);
        if (log) {
            double room = Math.max(1.06, Math.pow(most / least, 0.05));
            return new Range(least / room, most * room);
        }
        Range room = Range.around(least, most, 0.05);
        boolean nearZero = low >= 0 && low < NEAR_ZERO * high;
        return nearZero || low >= 0 && room.low() < 0 ? new Range(0, room.high()) : room;
    }

    private static double within(double value, boolean log) {
        return Math.max(log ? 1 / WIDEST : -WIDEST, Math.min(WIDEST, value));
    }
}
