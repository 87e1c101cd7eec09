package downhill.ui.screen.tune;

import downhill.study.trial.Trial;
import downhill.study.trial.TrialScores;
import java.util.List;

/** Whether what two trials came to differs by more than their folds do. */
final class FoldNoise {
    private static final double ERRORS = 2;

    private FoldNoise() {
    }

    /**
     * Whether the mean of their differences, fold by fold, is at most twice its standard error; false where they were not judged by the
     * same number of folds, at least two.
     */
    static boolean isLevel(Trial one, Trial other) {
        List<Double> a = one.scores().folds();
        List<Double> b = other.scores().folds();
        if (a.size() < 2 || a.size() != b.size()) {
            return false;
        }
        List<Double> differences = java.util.stream.IntStream.range(0, a.size()).mapToObj(i -> a.get(i) - b.get(i)).toList();
        double mean = differences.stream().mapToDouble(each -> each).average().orElseThrow();
        double error = new TrialScores(differences, Double.NaN).spread() / Math.sqrt(a.size());
        return Math.abs(mean) <= ERRORS * error;
    }
}
