package downhill.analysis.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * All runs of one contender.
 *
 * @param id   of the contender
 * @param name as it is shown
 * @param runs fold by fold, seed by seed
 */
public record ContenderScores(String id, String name, List<FoldScore> runs) {
    public ContenderScores {
        runs = List.copyOf(runs);
    }

    /** The mean over the seeds of each fold, repeat by repeat; NaN where a seed diverged. */
    public double[] byFold() {
        return Arrays.stream(byRepeat()).flatMapToDouble(Arrays::stream).toArray();
    }

    /** The same, [repeat][fold]. */
    public double[][] byRepeat() {
        Map<Integer, Map<Integer, Double>> means = runs.stream().collect(Collectors.groupingBy(FoldScore::repeat, LinkedHashMap::new,
                Collectors.groupingBy(FoldScore::fold, LinkedHashMap::new, Collectors.averagingDouble(FoldScore::value))));
        List<double[]> repeats = new ArrayList<>();
        means.values().forEach(folds -> repeats.add(folds.values().stream().mapToDouble(each -> each).toArray()));
        return repeats.toArray(double[][]::new);
    }

    /** Folds in which a seed diverged. */
    public int diverged() {
        return (int) Arrays.stream(byFold()).filter(Double::isNaN).count();
    }
}
