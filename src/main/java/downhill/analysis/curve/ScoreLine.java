package downhill.analysis.curve;

import downhill.analysis.score.ContenderAnswers;
import downhill.analysis.score.ContenderScores;
import downhill.analysis.score.FoldScore;
import downhill.analysis.score.ScoreMetric;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A contender's score against something: rows learned from, or the value of a setting.
 *
 * @param name     of the contender
 * @param held     on the rows held out, a curve for each run
 * @param training on the rows learned from: far from {@code held}, a model learns what does not hold elsewhere
 */
public record ScoreLine(String name, CurveBand held, CurveBand training) {

    /** What came of one place. */
    record Place(List<ContenderAnswers> held, List<ContenderAnswers> training) {
    }

    /**
     * What is as good as the best score on the rows held out: what is negligible beside it, or its standard error where that is more
     * (Breiman et al. 1984).
     */
    public double tolerance(ScoreMetric metric) {
        double[] mean = held.mean();
        int best = IntStream.range(0, mean.length).filter(i -> Double.isFinite(mean[i])).boxed()
                .max(Comparator.comparingDouble(i -> metric.higherIsBetter() ? mean[i] : -mean[i])).orElse(-1);
        return best < 0 ? 0 : Math.max(metric.negligible(mean[best]), (held.high()[best] - mean[best]) / Math.sqrt(held.count(best)));
    }

    /** @param places in the order of {@code x}, of the same contenders and runs */
    static List<ScoreLine> of(ScoreMetric metric, double[] x, List<Place> places) {
        List<ScoreLine> lines = new ArrayList<>();
        for (int i = 0; i < places.get(0).held().size(); i++) {
            int contender = i;
            lines.add(new ScoreLine(places.get(0).held().get(i).name(),
                    band(x, places.stream().map(place -> place.held().get(contender).scores(metric)).toList()),
                    band(x, places.stream().map(place -> place.training().get(contender).scores(metric)).toList())));
        }
        return lines;
    }

    private static CurveBand band(double[] x, List<ContenderScores> scores) {
        int runs = scores.get(0).runs().size();
        return CurveBand.of(x, IntStream.range(0, runs).mapToObj(run -> scores.stream().map(each -> each.runs().get(run))
                .mapToDouble(FoldScore::value).toArray()).toList());
    }
}
