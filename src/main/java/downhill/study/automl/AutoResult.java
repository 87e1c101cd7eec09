package downhill.study.automl;

import downhill.analysis.ensemble.EnsembleKind;
import downhill.analysis.ensemble.Estimate;
import downhill.analysis.score.ScoreMetric;
import downhill.model.TrainedEnsemble;
import downhill.model.TrainedModel;
import downhill.race.document.Experiment;
import downhill.words.Said;
import java.util.List;
import java.util.Map;

/**
 * What came of AutoML.
 *
 * @param metric      what is measured
 * @param tally       what was tried
 * @param baseline    what anybody could say without a model
 * @param leaderboard baseline, trials and ensembles, the best by validation first
 * @param chosen      way of mixing that is delivered
 * @param delivered   its line of the leaderboard
 * @param best        the best trial's line; null where none came to its end
 * @param outer       the metric on the outer rows of what is delivered
 * @param gain        how much better it is there than the baseline, above 0 where it is
 * @param ensemble    what is delivered; null where only a baseline that is no model is
 * @param single      the best trial as a model of its own; null where none came to its end
 * @param experiment  the best trial as a document; null where none came to its end
 */
public record AutoResult(ScoreMetric metric, Tally tally, BoardLine baseline, List<BoardLine> leaderboard, EnsembleKind chosen,
                         BoardLine delivered, BoardLine best, Estimate outer, Estimate gain, TrainedEnsemble ensemble, TrainedModel single,
                         Experiment experiment) {
    public AutoResult {
        leaderboard = List.copyOf(leaderboard);
    }

    /**
     * What was tried.
     *
     * @param trials     in all
     * @param complete   that came to their end
     * @param pruned     given up early
     * @param failed     that diverged or could not be trained
     * @param families   how many trials of each
     * @param troubles   of each family of which one failed, what came of it
     * @param importance share of each knob in how complete trials differ
     * @param innerRows  all was chosen by
     * @param outerRows  nothing was chosen by
     * @param folds      that each trial was judged by
     * @param seconds    in all
     * @param ended      whether it came to its end, neither the time nor a person having ended it
     * @param cancelled  whether a person ended it
     */
    public record Tally(int trials, int complete, int pruned, int failed, Map<String, Integer> families, List<Trouble> troubles,
                        Map<String, Double> importance, int innerRows, int outerRows, int folds, double seconds, boolean ended,
                        boolean cancelled) {
        /** Trials that were neither at their end nor given up when the time, or a person, ended the search. */
        public int underWay() {
            return trials - complete - pruned - failed;
        }
    }

    /**
     * Trials of a family that failed; all others went on.
     *
     * @param failed how many
     * @param why    the first of them did
     */
    public record Trouble(String family, int failed, Said why) {
    }

    /** Whether nothing came to its end for all of it failed, so that more time would not help. */
    public boolean allFailed() {
        return tally.trials() > 0 && tally.failed() == tally.trials();
    }

    /** Whether what is delivered is better than the baseline on the outer rows, as far as they tell. */
    public boolean beatsBaseline() {
        return gain.isAboveZero();
    }
}
