package downhill.analysis.explain.past;

import downhill.analysis.explain.ClassScale;
import downhill.analysis.explain.Explained;
import downhill.analysis.explain.ExplainedRows;
import downhill.analysis.explain.tree.Suspects;
import downhill.data.Progress;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * How the labels of rows fared along a training. A wrong label is at odds with what the other rows teach, so that it is learned late, by
 * heart, or never: of classes its margin, how much more probable it is than the most probable other class, is small on average over the
 * training (area under the margin; Pleiss, Zhang, Elenberg, Weinberger 2020, with probabilities in place of logits, so that no moment
 * outweighs all others). Of numbers the error is large on average over the training (Swayamdipta et al. 2020 look at the same).
 *
 * @param mean    by row, over the moments: of classes the margin, from −1 to 1; of numbers the error, prediction − target
 * @param last    the same at the last moment
 * @param learned by row the first moment, by its place, from which on the label stayed the most probable class; −1 where it was not so in
 *                the end; empty of numbers
 * @param suspect by row, 0 where nothing is suspect: of classes by how much another class was more probable on average; of numbers how far
 *                the error is from what errors are, a modified z above 3.5
 */
public record LabelCourse(double[] mean, double[] last, int[] learned, double[] suspect) {
    /** Moments of a training that are looked at. */
    public static final int MOMENTS = 40;

    /** Moments up to a step, evenly: how many updates were done at each, increasing, the last {@code until}; none where that is 0. */
    public static long[] moments(long until, int count) {
        return LongStream.rangeClosed(1, count).map(i -> Math.round((double) until * i / count)).filter(at -> at > 0).distinct().toArray();
    }

    /** Rows that are suspect, the worst first. */
    public int[] suspects() {
        return IntStream.range(0, suspect.length).filter(row -> suspect[row] > 0).boxed()
                .sorted(Comparator.comparingDouble(row -> -suspect[row])).mapToInt(row -> row).toArray();
    }

    /**
     * Asks the model at each moment.
     *
     * @param model   alone, not of several
     * @param rows    whose targets are all known
     * @param moments parameters [P] of each moment, the earliest first, at least one
     * @throws CancellationException where the progress said to give up
     */
    public static LabelCourse of(Explained model, ExplainedRows rows, List<double[]> moments, Progress progress) {
        boolean classes = model.classes();
        double[] mean = new double[rows.count()];
        double[] last = new double[0];
        int[] learned = new int[classes ? rows.count() : 0];
        Arrays.fill(learned, -1);
        for (int i = 0; i < moments.size(); i++) {
            Progress own = progress.stretch((double) i / moments.size(), (i + 1.0) / moments.size());
            double[] answers = model.with(moments.get(i)).in(ClassScale.PROBABILITY).answers(rows.values(), own);
            last = classes ? margins(answers, model.outputs().size(), rows.targets()) : errors(answers, rows.targets());
            for (int row = 0; row < mean.length; row++) {
                mean[row] += last[row] / moments.size();
            }
            learn(learned, last, i);
        }
        double[] suspect = classes ? Arrays.stream(mean).map(margin -> Math.max(0, -margin)).toArray() : Suspects.ofNumbers(mean);
        return new LabelCourse(mean, last, learned, suspect);
    }

    private static void learn(int[] learned, double[] margins, int moment) {
        for (int row = 0; row < learned.length; row++) {
            if (!(margins[row] > 0)) {
                learned[row] = -1;
            } else if (learned[row] < 0) {
                learned[row] = moment;
            }
        }
    }

    private static double[] margins(double[] shares, int classes, double[] labels) {
        double[] margins = new double[labels.length];
        for (int row = 0; row < margins.length; row++) {
            int label = (int) labels[row];
            double other = Double.NEGATIVE_INFINITY;
            for (int k = 0; k < classes; k++) {
                other = k == label ? other : Math.max(other, shares[row * classes + k]);
            }
            margins[row] = shares[row * classes + label] - other;
        }
        return margins;
    }

    private static double[] errors(double[] answers, double[] targets) {
        double[] errors = new double[targets.length];
        Arrays.setAll(errors, row -> answers[row] - targets[row]);
        return errors;
    }
}
