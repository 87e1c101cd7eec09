package downhill.analysis.predict;

import downhill.analysis.metric.ClassProbabilities;
import downhill.analysis.metric.ClassificationMetrics;
import downhill.analysis.metric.Metrics;
import downhill.analysis.metric.RegressionMetrics;
import java.io.Serializable;
import java.util.Arrays;

/** Collects scores piece by piece and measures them all. Keeps eight bytes for each target, predicted number and weight, not the rows. */
public final class Judgement implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Numbers of an array, as every Java has them. */
    private static final long LONGEST = Integer.MAX_VALUE - 8;

    private final int classes;
    private double[] predicted = new double[1024];
    private double[] actual = new double[1024];
    private int[] chosen = new int[1024];
    private double[] weights = new double[0];
    private int rows;
    private long uncounted;
    private long unlabelled;

    /** @param classes number of classes; 0 in regression */
    public Judgement(int classes) {
        this.classes = classes;
    }

    /**
     * Takes in the rows whose target is known.
     *
     * @param end rows of the table that was scored; what a time series predicts past it has no target and does not count
     */
    public void add(Scores scores, int end) {
        for (int i = 0; i < scores.count() && scores.row(i) < end; i++) {
            if (Double.isNaN(scores.actual()[i])) {
                unlabelled++;
            } else if (scores.rows().inputs().weight(i) == 0) {
                uncounted++;
            } else {
                take(scores, i);
            }
        }
    }

    private void take(Scores scores, int row) {
        int width = Math.max(1, classes);
        int needed = Math.multiplyExact(rows + 1, width);
        if (needed > predicted.length) {
            predicted = Arrays.copyOf(predicted, (int) Math.max(needed, Math.min(LONGEST, predicted.length + predicted.length / 2L)));
        }
        if (rows == actual.length) {
            actual = Arrays.copyOf(actual, rows * 2);
            chosen = Arrays.copyOf(chosen, rows * 2);
        }
        if (classes == 0) {
            predicted[rows] = scores.values()[row];
        } else {
            chosen[rows] = scores.probabilities().predicted()[row];
            System.arraycopy(scores.probabilities().values(), row * classes, predicted, rows * classes, classes);
        }
        if (scores.rows().inputs().isWeighted()) {
            weights = rows < weights.length ? weights : Arrays.copyOf(weights, actual.length);
            weights[rows] = scores.rows().inputs().weight(row);
        }
        actual[rows++] = scores.actual()[row];
    }

    /** Takes in the rows of another, of the same model. */
    public void add(Judgement other) {
        int width = Math.max(1, classes);
        int all = rows + other.rows;
        predicted = Arrays.copyOf(predicted, Math.max(predicted.length, Math.multiplyExact(all, width)));
        actual = Arrays.copyOf(actual, Math.max(actual.length, all));
        chosen = Arrays.copyOf(chosen, actual.length);
        System.arraycopy(other.predicted, 0, predicted, rows * width, other.rows * width);
        System.arraycopy(other.actual, 0, actual, rows, other.rows);
        System.arraycopy(other.chosen, 0, chosen, rows, other.rows);
        if (isWeighted() || other.isWeighted()) {
            double[] together = Arrays.copyOf(weights, actual.length);
            Arrays.fill(together, isWeighted() ? rows : 0, all, 1);
            System.arraycopy(other.weights, 0, together, rows, other.isWeighted() ? other.rows : 0);
            weights = together;
        }
        rows = all;
        uncounted += other.uncounted;
        unlabelled += other.unlabelled;
    }

    /** Rows without a target, or of a class that the model does not know. */
    public long unlabelled() {
        return unlabelled;
    }

    /** Rows of weight 0, which are not measured. */
    public long uncounted() {
        return uncounted;
    }

    /** Whether rows have weights. */
    public boolean isWeighted() {
        return weights.length > 0;
    }

    /** Sum of the weights of the rows that are measured; their number where all count the same. */
    public double weight() {
        return weights.length == 0 ? rows : Arrays.stream(weights, 0, rows).sum();
    }

    /** Rows that are measured. */
    public int rows() {
        return rows;
    }

    /** Whether all targets are the same, so that R² is not defined. */
    public boolean constantTarget() {
        return Arrays.stream(actual, 0, rows).distinct().count() <= 1;
    }

    /** What came out; all NaN where there is no row. */
    public Metrics metrics() {
        double[] targets = Arrays.copyOf(actual, rows);
        double[] counting = Arrays.copyOf(weights, weights.length == 0 ? 0 : rows);
        if (classes == 0) {
            return RegressionMetrics.of(Arrays.copyOf(predicted, rows), targets, counting);
        }
        // not copied: of a thousand classes it is most of what there is, and rows that are there do not change any more
        return ClassificationMetrics.of(new ClassProbabilities(classes, predicted, Arrays.copyOf(chosen, rows)),
                Arrays.stream(targets).mapToInt(each -> (int) each).toArray(), counting);
    }
}
