package downhill.analysis.curve;

import downhill.analysis.score.ContenderAnswers;
import downhill.analysis.score.HeldOut;
import downhill.analysis.score.Predictions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Whether what is said with probability p comes true in a share p of the cases. Probabilities are put into bins of equal width, each
 * without its lower end and with its upper one (the first with both), as scikit-learn's {@code calibration_curve} does.
 *
 * @param bins      over the middles of the bins: share that came true in each run; NaN where a run has no row in a bin
 * @param counts    rows of all runs in each bin
 * @param predicted mean probability in each bin, of all runs; NaN where it is empty
 * @param observed  share that came true, of all runs
 * @param errors    of each run: expected calibration error, Σ nᵦ/n·|observed − predicted| over the bins (Naeini et al. 2015, Guo et al.
 *                  2017)
 */
public record Calibration(CurveBand bins, int[] counts, double[] predicted, double[] observed, double[] errors) {
    /** The usual number of bins. */
    public static final int BINS = 10;

    /** Of one class: how often rows are of it. */
    public static Calibration ofClass(ContenderAnswers answers, int index, int bins) {
        return of(OneClass.all(answers, index), bins);
    }

    /** Of the most probable class of each row: how often it is the right one. */
    public static Calibration ofAnswers(ContenderAnswers answers, int bins) {
        return of(answers.runs().stream().map(HeldOut::predictions).filter(Objects::nonNull).map(Calibration::top)
                .filter(Objects::nonNull).toList(), bins);
    }

    private static OneClass top(Predictions predictions) {
        int classes = predictions.probabilities().classes();
        int rows = predictions.actual().length;
        double[] sure = new double[rows];
        boolean[] right = new boolean[rows];
        for (int row = 0; row < rows; row++) {
            int taken = predictions.probabilities().predicted()[row];
            if (taken < 0) {
                return null;
            }
            sure[row] = predictions.probabilities().values()[row * classes + taken];
            right[row] = predictions.actual()[row] == taken;
        }
        return new OneClass(sure, right, predictions.weights());
    }

    private static Calibration of(List<OneClass> runs, int bins) {
        Bins all = new Bins(bins);
        List<double[]> observed = new ArrayList<>();
        double[] errors = new double[runs.size()];
        for (int i = 0; i < errors.length; i++) {
            Bins own = new Bins(bins);
            own.add(runs.get(i));
            all.add(runs.get(i));
            observed.add(own.observed());
            errors[i] = own.error();
        }
        double[] middles = new double[bins];
        for (int bin = 0; bin < bins; bin++) {
            middles[bin] = (bin + 0.5) / bins;
        }
        return new Calibration(CurveBand.ofShares(middles, observed), all.rows, all.predicted(), all.observed(), errors);
    }

    /** Sums of the rows in each bin. */
    private static final class Bins {
        private final int[] rows;
        private final double[] weight;
        private final double[] said;
        private final double[] cameTrue;

        Bins(int count) {
            rows = new int[count];
            weight = new double[count];
            said = new double[count];
            cameTrue = new double[count];
        }

        void add(OneClass run) {
            for (int row = 0; row < run.rows(); row++) {
                int bin = bin(run.scores()[row]);
                rows[bin]++;
                weight[bin] += run.weight(row);
                said[bin] += run.weight(row) * run.scores()[row];
                cameTrue[bin] += run.positive()[row] ? run.weight(row) : 0;
            }
        }

        /** The bounds are those of NumPy's linspace, so that a probability on one falls to the same side. */
        private int bin(double probability) {
            int bin = 0;
            while (bin < rows.length - 1 && (bin + 1) * (1.0 / rows.length) < probability) {
                bin++;
            }
            return bin;
        }

        double[] predicted() {
            return shares(said);
        }

        double[] observed() {
            return shares(cameTrue);
        }

        private double[] shares(double[] sums) {
            double[] shares = new double[sums.length];
            for (int i = 0; i < shares.length; i++) {
                shares[i] = rows[i] == 0 ? Double.NaN : sums[i] / weight[i];
            }
            return shares;
        }

        double error() {
            double sum = 0;
            double all = 0;
            for (int i = 0; i < rows.length; i++) {
                sum += Math.abs(cameTrue[i] - said[i]);
                all += weight[i];
            }
            return sum / all;
        }
    }
}
