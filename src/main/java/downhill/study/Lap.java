package downhill.study;

import downhill.study.trial.Trial;
import downhill.study.trial.TrialScores;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Trials that are trained side by side. */
public interface Lap extends AutoCloseable {
    /** Begins laps. */
    interface Starter {
        /** Nothing is trained yet. */
        Lap begin(List<Trial> trials);
    }

    /**
     * Trains all that have not left up to a step.
     *
     * @param go asked now and then
     * @return what each has come to there, by number; NaN for one that diverged or cannot be trained. Null where {@code go} said no
     */
    Map<Integer, Double> advance(long step, BooleanSupplier go);

    /**
     * Says what {@link #advance} will be asked for next, one step after the other, whatever comes of it: none of those who do well leaves
     * in between. Who trains elsewhere need not wait then.
     */
    default void ahead(List<Long> steps) {
        // Nobody waits.
    }

    /** What else is known of those that have not left, where they stand; none where that is nothing. */
    default Map<Integer, TrialScores> scores() {
        return Map.of();
    }

    /** Takes trials out. */
    void leave(Collection<Integer> numbers);

    @Override
    void close();
}
