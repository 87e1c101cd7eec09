package downhill.analysis.score;

import downhill.data.Progress;
import downhill.data.prepare.FoldedRows;
import downhill.optim.RuleLibrary;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Trains contenders on folds to the end of their budget and scores them on the rows held out, some folds at a time. */
public final class CrossValidation {
    /** Runs of one stack beyond which more of them make no step cheaper. */
    private static final int RUNS = 128;
    /** Numbers of all training inputs that are kept at a time. */
    private static final long NUMBERS = 32L << 20;

    private CrossValidation() {
    }

    /**
     * Runs to the end.
     *
     * @param progress told the part done
     * @throws java.util.concurrent.CancellationException where it said to give up
     * @throws downhill.words.RefusedException            where a contender or the metric does not fit, in a sentence
     */
    public static CrossScores run(Experiment experiment, FoldedRows rows, ScoreMetric metric, RuleLibrary library, int threads,
                                  Progress progress) {
        return CrossScores.of(metric, rows, answers(experiment, rows, metric, library, threads, progress));
    }

    /**
     * The same with all that was said of the rows held out, for more than one score and for curves.
     *
     * @param metric that must be defined on each fold
     * @return in the order of the document
     */
    public static List<ContenderAnswers> answers(Experiment experiment, FoldedRows rows, ScoreMetric metric, RuleLibrary library,
                                                 int threads, Progress progress) {
        Map<String, List<HeldOut>> answers = new LinkedHashMap<>();
        int count = rows.folds().size();
        int width = 0;
        for (int from = 0; from < count; from += Math.max(1, width)) {
            width = Math.min(count - from, together(experiment, rows));
            try (FoldScoring scoring = new FoldScoring(experiment, rows, IntStream.range(from, from + width).toArray(), metric, library,
                    threads)) {
                scoring.advance(Long.MAX_VALUE, progress.stretch((double) from / count, (double) (from + width) / count));
                scoring.answers().forEach(each -> answers.computeIfAbsent(each.id(), unused -> new ArrayList<>()).addAll(each.runs()));
            }
        }
        return experiment.contenders().stream().map(each -> new ContenderAnswers(each.id(), each.name(), answers.get(each.id()))).toList();
    }

    /** How many folds go at a time. */
    static int together(Experiment experiment, FoldedRows rows) {
        int seeds = experiment.contenders().stream().mapToInt(ContenderSpec::seeds).sum();
        long numbers = (long) rows.count() * rows.width();
        return (int) Math.max(1, Math.min(RUNS / Math.max(1, seeds), NUMBERS / Math.max(1, numbers)));
    }
}
