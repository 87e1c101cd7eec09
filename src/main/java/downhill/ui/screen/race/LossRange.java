package downhill.ui.screen.race;

import downhill.race.Racing.Quantity;
import downhill.race.history.Curve;
import downhill.race.history.EarlierRace;
import downhill.ui.chart.shape.Range;
import downhill.ui.session.CurveFeed;
import downhill.ui.session.Session;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The losses that the chart shows where nobody zooms: all but the deepest and highest spikes of the noise. */
final class LossRange {
    private static final double DEEP = 0.03;
    private static final double HIGH = 0.998;
    private static final int SAMPLES = 400;
    /** Beside others a curve that diverges is followed up to this many times its first value. */
    private static final double WILD = 3;

    private static final List<Quantity> SHOWN = List.of(Quantity.TRAINING_LOSS, Quantity.VALIDATION_LOSS, Quantity.BAND_LOW,
            Quantity.BAND_HIGH,
            Quantity.VALIDATION_LOW, Quantity.VALIDATION_HIGH);
    private static final Set<Quantity> OF_VALIDATION = EnumSet.of(Quantity.VALIDATION_LOSS, Quantity.VALIDATION_LOW,
            Quantity.VALIDATION_HIGH);

    private LossRange() {
    }

    /** Null where nothing was measured yet. */
    static Range of(Session session, CurveFeed curves, boolean log, boolean validation) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        List<Curve> shown = shown(session, curves, validation);
        boolean alone = shown.stream().noneMatch(LossRange::isTame);
        for (Curve curve : shown) {
            double[] sorted = sorted(curve, log, log && (alone || isTame(curve)) ? Double.MAX_VALUE : WILD);
            if (sorted.length > 0) {
                low = Math.min(low, sorted[(int) (DEEP * (sorted.length - 1))]);
                high = Math.max(high, sorted[(int) Math.ceil(HIGH * (sorted.length - 1))]);
            }
        }
        if (!(low < high)) {
            return null;
        }
        return log ? new Range(low / 1.15, high * 1.15) : Range.around(Math.min(low, 0), high, 0.04);
    }

    private static List<Curve> shown(Session session, CurveFeed curves, boolean validation) {
        Stream<Curve> earlier = session.earlier().shown().stream().flatMap(race -> race.curves().stream()).map(EarlierRace.Line::curve);
        Stream<Curve> present = session.experiment().contenders().stream().flatMap(one -> SHOWN.stream()
                .filter(quantity -> validation || !OF_VALIDATION.contains(quantity)).map(quantity -> curves.of(one.id(), quantity)));
        return Stream.concat(earlier, present).toList();
    }

    /** Whether it ends where it can be seen beside others. */
    private static boolean isTame(Curve curve) {
        return curve.size() > 0 && Math.abs(curve.y()[curve.size() - 1]) <= WILD * Math.abs(curve.y()[0]);
    }

    private static double[] sorted(Curve curve, boolean log, double times) {
        int stride = Math.max(1, curve.size() / SAMPLES);
        double most = curve.size() == 0 ? 0 : Math.max(times * Math.abs(curve.y()[0]), 1e-300);
        double[] some = new double[curve.size() / stride + 1];
        int count = 0;
        for (int i = 0; i < curve.size(); i += stride) {
            double value = curve.y()[i];
            if (Double.isFinite(value) && (!log || value > 0) && value <= most) {
                some[count++] = value;
            }
        }
        double[] kept = Arrays.copyOf(some, count);
        Arrays.sort(kept);
        return kept;
    }
}
