package downhill.analysis.curve;

import downhill.analysis.metric.PrecisionRecallCurve;
import downhill.analysis.metric.RocCurve;
import downhill.analysis.score.ContenderAnswers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * How well one class is told from the rest as the threshold falls, over the runs of a contender. Runs that diverged, or whose held out rows
 * are all of one kind, have no curve.
 *
 * @param band   over 101 places from 0 to 1
 * @param values of each curve: the area under it, the average precision; of a gain its value at a tenth of the rows
 */
public record ClassCurve(CurveBand band, double[] values) {
    private static final int PARTS = 100;

    private record One(double[] curve, double value) {
    }

    /**
     * Receiver operating characteristic: share found of the class, by share of the rest that is taken for it, in straight lines between
     * the thresholds (as in scikit-learn's example of ROC with cross-validation).
     */
    public static ClassCurve roc(ContenderAnswers answers, int index) {
        return of(answers, index, one -> {
            RocCurve curve = RocCurve.of(one.scores(), one.positive(), one.weights());
            return curve.defined() ? new One(between(curve.falsePositiveRates(), curve.truePositiveRates()), curve.area()) : null;
        });
    }

    /** Precision by recall: at each recall that of the highest threshold that reaches it, since straight lines would promise too much. */
    public static ClassCurve precisionRecall(ContenderAnswers answers, int index) {
        return of(answers, index, one -> {
            PrecisionRecallCurve curve = PrecisionRecallCurve.of(one.scores(), one.positive(), one.weights());
            return curve.defined() ? new One(steps(curve.recalls(), curve.precisions()), curve.averagePrecision()) : null;
        });
    }

    /**
     * Cumulative gain: share found of the class, by share of all rows that are taken, the most probable first; rows of equal probability
     * are taken evenly. Divided by its place it is the lift.
     */
    public static ClassCurve gain(ContenderAnswers answers, int index) {
        return of(answers, index, one -> {
            RocCurve curve = RocCurve.of(one.scores(), one.positive(), one.weights());
            double[] gain = curve.defined() ? between(taken(curve, one), curve.truePositiveRates()) : null;
            return gain == null ? null : new One(gain, gain[PARTS / 10]);
        });
    }

    /** The gain over what chance would find: 1 is no better. At share 0 it is that of the first place. */
    public ClassCurve lift() {
        List<double[]> lifts = new ArrayList<>();
        for (double[] gain : band.each()) {
            double[] lift = new double[gain.length];
            for (int i = 1; i < lift.length; i++) {
                lift[i] = gain[i] / band.x()[i];
            }
            lift[0] = lift[1];
            lifts.add(lift);
        }
        return new ClassCurve(CurveBand.of(band.x(), lifts), lifts.stream().mapToDouble(each -> each[PARTS / 10]).toArray());
    }

    private static double[] taken(RocCurve curve, OneClass one) {
        double all = 0;
        double positives = 0;
        for (int row = 0; row < one.rows(); row++) {
            all += one.weight(row);
            positives += one.positive()[row] ? one.weight(row) : 0;
        }
        double[] taken = new double[curve.thresholds().length];
        for (int i = 0; i < taken.length; i++) {
            taken[i] = (curve.truePositiveRates()[i] * positives + curve.falsePositiveRates()[i] * (all - positives)) / all;
        }
        return taken;
    }

    private static ClassCurve of(ContenderAnswers answers, int index, Function<OneClass, One> curve) {
        List<One> all = OneClass.all(answers, index).stream().map(curve).filter(each -> each != null).toList();
        return new ClassCurve(CurveBand.ofShares(CurveBand.evenly(PARTS), all.stream().map(One::curve).toList()),
                all.stream().mapToDouble(One::value).toArray());
    }

    /** As NumPy's interp: where the curve rises straight up, its upper end; at 0 it begins at 0. */
    private static double[] between(double[] x, double[] y) {
        double[] found = new double[PARTS + 1];
        int at = 0;
        for (int i = 1; i <= PARTS; i++) {
            double place = (double) i / PARTS;
            while (at + 1 < x.length && x[at + 1] <= place) {
                at++;
            }
            found[i] = at + 1 == x.length ? y[at] : y[at] + (y[at + 1] - y[at]) * (place - x[at]) / (x[at + 1] - x[at]);
        }
        return found;
    }

    private static double[] steps(double[] x, double[] y) {
        double[] found = new double[PARTS + 1];
        int at = 0;
        for (int i = 0; i <= PARTS; i++) {
            while (x[at] < (double) i / PARTS) {
                at++;
            }
            found[i] = y[at];
        }
        return found;
    }
}
