package downhill.analysis.score;

import downhill.data.Progress;
import java.util.List;
import java.util.function.Consumer;

/** Contenders judged some folds at a time, so that it can be watched, and given up with what was finished by then. */
public interface FoldRun {
    /** What is finished. */
    FoldLedger ledger();

    /**
     * Judges on the next folds; where that is given up or fails, what was finished before stays.
     *
     * @param progress told the part done of all folds
     * @param glances  told how these folds stand, some times where it can be watched, and at their end
     * @throws java.util.concurrent.CancellationException where {@code progress} said to give up
     * @throws downhill.words.RefusedException            where a contender or the metric does not fit, in a sentence
     */
    void advance(Progress progress, Consumer<Glance> glances);

    /** Folds in all. */
    default int folds() {
        return ledger().folds();
    }

    /** Folds that are finished. */
    default int done() {
        return ledger().done();
    }

    /** Whether all folds are. */
    default boolean isDone() {
        return done() == folds();
    }

    /** Scores of the folds that are finished. */
    default CrossScores scores() {
        return ledger().scores();
    }

    /** The same by another metric that fits what is learned; NaN also where it is not defined on the rows of a fold. */
    default CrossScores scores(ScoreMetric measured) {
        return ledger().scores(measured);
    }

    /** What was said of the rows held out in the folds of the first repeat that are finished, in the order of the document. */
    default List<ContenderAnswers> answers() {
        return ledger().answers();
    }
}
