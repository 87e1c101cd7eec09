package downhill.study;

import downhill.study.trial.TrialScores;
import java.util.Collection;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Trials of one experiment that differ in their contender alone, trained side by side. Contenders are called by the trials' numbers. */
interface Course extends AutoCloseable {
    /**
     * Trains all that have not left up to a step.
     *
     * @return false where {@code go} said no before
     */
    boolean advance(long step, BooleanSupplier go);

    /** What each has come to where it stands; NaN for one that diverged or cannot be trained. */
    Map<Integer, Double> values();

    /** What else is known where they stand. */
    Map<Integer, TrialScores> scores();

    /** Takes trials out; those that are not here are let be. */
    void leave(Collection<Integer> numbers);

    @Override
    void close();
}
