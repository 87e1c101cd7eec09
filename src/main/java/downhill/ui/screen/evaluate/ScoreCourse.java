package downhill.ui.screen.evaluate;

import downhill.analysis.profile.Progression;
import downhill.data.split.Fold;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The scores of one contender on held out rows while it trains. Arrays are shared: do not write to them.
 *
 * @param id     of the contender
 * @param steps  at which it was scored, rising
 * @param whole  [step] whether all runs of all contenders were looked at there
 * @param folds  repeat and fold of each run
 * @param scores [run][step]: fold by fold and seed by seed; NaN where there is none, or not yet
 */
record ScoreCourse(String id, long[] steps, boolean[] whole, List<Place> folds, double[][] scores) {
    /** Where a run was held out. */
    record Place(int repeat, int fold) {
        boolean is(Fold other) {
            return repeat == other.repeat() && fold == other.number();
        }
    }

    /** Of all contenders, at the steps where all were looked at. */
    static Progression progression(List<ScoreCourse> all, List<String> names) {
        ScoreCourse first = all.get(0);
        int[] at = IntStream.range(0, first.steps.length).filter(i -> first.whole[i]).toArray();
        double[] steps = IntStream.of(at).mapToDouble(i -> first.steps[i]).toArray();
        double[][][] scores = all.stream().map(one -> Arrays.stream(one.scores)
                .map(run -> IntStream.of(at).mapToDouble(i -> run[i]).toArray()).toArray(double[][]::new)).toArray(double[][][]::new);
        return new Progression(steps, names, scores);
    }
}
