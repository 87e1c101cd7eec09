package downhill.analysis.curve;

import downhill.analysis.score.ContenderAnswers;
import downhill.analysis.score.FoldScoring;
import downhill.analysis.score.ScoreMetric;
import downhill.data.Progress;
import downhill.data.prepare.FoldedRows;
import downhill.data.split.Fold;
import downhill.optim.RuleLibrary;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Trains contenders on the same folds again and again, with something set otherwise, for a curve of their scores. */
public final class ScoreLines {
    /** Shares of the training rows at which a learning curve is taken, those of scikit-learn. */
    public static final double[] SHARES = {0.1, 0.325, 0.55, 0.775, 1};

    private final FoldedRows rows;
    private final ScoreMetric metric;
    private final RuleLibrary library;
    private final int threads;

    /** @param threads that may compute, at least 1 */
    public ScoreLines(FoldedRows rows, ScoreMetric metric, RuleLibrary library, int threads) {
        this.rows = rows;
        this.metric = metric;
        this.library = library;
        this.threads = threads;
    }

    /**
     * Learning curve: the score by how many rows are learned from, all with the same number of steps.
     *
     * @param shares of each fold's training rows, rising, above 0 and at most 1
     * @return of each contender; x is the mean number of rows learned from
     * @throws java.util.concurrent.CancellationException where the progress said to give up
     */
    public List<ScoreLine> byRows(Experiment experiment, double[] shares, Progress progress) {
        List<ScoreLine.Place> places = new ArrayList<>();
        double[] x = new double[shares.length];
        for (int i = 0; i < shares.length; i++) {
            FoldedRows part = rows.learningFrom(shares[i]);
            x[i] = part.folds().stream().map(Fold::training).mapToInt(each -> each.length).average().orElse(0);
            places.add(place(experiment, part, progress.stretch((double) i / shares.length, (i + 1.0) / shares.length)));
        }
        return ScoreLine.of(metric, x, places);
    }

    /**
     * Validation curve: the score by the value of a setting.
     *
     * @param settings of the same contenders by their ids, one experiment for each value; those that differ in contenders alone are trained
     *                 as rows of one stack
     * @param x        the values
     * @throws java.util.concurrent.CancellationException where the progress said to give up
     */
    public List<ScoreLine> bySetting(List<Experiment> settings, double[] x, Progress progress) {
        Map<Experiment, List<Integer>> alike = new LinkedHashMap<>();
        IntStream.range(0, settings.size()).forEach(i -> alike.computeIfAbsent(settings.get(i).withContenders(List.of()),
                unused -> new ArrayList<>()).add(i));
        ScoreLine.Place[] places = new ScoreLine.Place[x.length];
        double done = 0;
        for (Map.Entry<Experiment, List<Integer>> each : alike.entrySet()) {
            List<Integer> together = each.getValue();
            ScoreLine.Place all = place(whole(each.getKey(), settings, together), rows, progress.stretch(done / x.length,
                    (done + together.size()) / x.length));
            done += together.size();
            together.forEach(i -> places[i] = new ScoreLine.Place(own(all.held(), i), own(all.training(), i)));
        }
        return ScoreLine.of(metric, x, Arrays.asList(places));
    }

    private static Experiment whole(Experiment without, List<Experiment> settings, List<Integer> together) {
        List<ContenderSpec> all = new ArrayList<>();
        together.forEach(i -> settings.get(i).contenders().forEach(one -> all.add(one.copy(i + "/" + one.id(), one.name(), one.style(),
                one.fork()))));
        return without.withContenders(all);
    }

    private static List<ContenderAnswers> own(List<ContenderAnswers> all, int place) {
        return all.stream().filter(each -> each.id().startsWith(place + "/")).toList();
    }

    private ScoreLine.Place place(Experiment experiment, FoldedRows folds, Progress progress) {
        int[] all = IntStream.range(0, folds.folds().size()).toArray();
        try (FoldScoring scoring = new FoldScoring(experiment, folds, all, metric, library, threads)) {
            scoring.advance(Long.MAX_VALUE, progress);
            return new ScoreLine.Place(scoring.answers(), scoring.answersOnTraining());
        }
    }
}
