package downhill.study.sample;

import downhill.study.space.SearchSpace;
import downhill.study.trial.Trial;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Chooses what is tried next. What it chooses depends on its seed, the number of the trial and the trials before it alone, so that a study
 * that was interrupted goes on with the same trials.
 */
public interface Sampler {
    /**
     * Refuses a space that it cannot search.
     *
     * @throws downhill.words.RefusedException of one sentence
     */
    default void check(SearchSpace space) {
    }

    /** How many trials it likes to choose together, at least 1. */
    int together(SearchSpace space);

    /** Whether what it chooses depends on the trials before; where it does not, it is the same in whatever order trials are run. */
    default boolean learns() {
        return true;
    }

    /** How many different trials there are; empty where there is no end. */
    default OptionalInt most(SearchSpace space) {
        return OptionalInt.empty();
    }

    /**
     * Values of each knob that matters.
     *
     * @param before trials that ended before those chosen together with this one were begun, by number
     * @param number of the trial, from 0; below {@link #most}
     */
    Map<String, Object> next(SearchSpace space, List<Trial> before, int number);
}
