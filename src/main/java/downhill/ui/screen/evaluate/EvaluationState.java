package downhill.ui.screen.evaluate;

import downhill.analysis.score.ContenderAnswers;
import downhill.analysis.score.CrossScores;
import downhill.analysis.score.CrossVerdict;
import downhill.analysis.score.ScoreMetric;
import downhill.data.prepare.FoldedRows;
import downhill.study.Tuned;
import java.util.List;
import java.util.function.Supplier;

/**
 * How an evaluation stands. Immutable.
 *
 * @param phase    what it does
 * @param hearing   what is hearing, and how
 * @param metric   what is measured; null as long as that is not known
 * @param rows     how they are divided; null as long as they are not
 * @param done     folds that are finished
 * @param fraction part done of all, 0 to 1
 * @param seconds  that it took until now
 * @param verdict  of the folds that are finished; null before the first
 * @param finished all else about them; null before the first
 * @param courses  scores on the way, in the order of the contenders; empty before the first
 * @param problem  says why it failed; null where it did not
 */
record EvaluationState(Phase phase, Hearing hearing, ScoreMetric metric, FoldedRows rows, int done, double fraction, double seconds,
                       CrossVerdict verdict, Finished finished, List<ScoreCourse> courses, Supplier<String> problem) {
    /** What an evaluation does. */
    enum Phase {
        /** Nobody asked for one. */
        NONE,
        /** On its way. */
        RUNNING,
        /** All folds are finished. */
        DONE,
        /** Given up by a person; what was finished is kept. */
        STOPPED,
        /** A sentence says why. */
        FAILED
    }

    /**
     * What is known of the folds that are finished, beside the verdict.
     *
     * @param scores  by every metric that fits, the one that was chosen first
     * @param answers what was said of the rows held out in the first repeat, where each is held out once
     * @param tuned   what was tuned within the folds
     */
    record Finished(List<CrossScores> scores, List<ContenderAnswers> answers, Tuned tuned) {
        Finished {
            scores = List.copyOf(scores);
            answers = List.copyOf(answers);
        }
    }

    /** Nothing yet. */
    static final EvaluationState NONE = new EvaluationState(Phase.NONE, null, null, null, 0, 0, 0, null, null, List.of(), null);

    EvaluationState {
        courses = List.copyOf(courses);
    }

    boolean running() {
        return phase == Phase.RUNNING;
    }

    /** Folds in all; 0 as long as that is not known. */
    int folds() {
        return rows == null ? 0 : rows.folds().size();
    }

    /** Seconds that are left, about; NaN where nothing tells. */
    double left() {
        return running() && fraction > 0 ? seconds * (1 - fraction) / fraction : Double.NaN;
    }
}
