package downhill.lesson;

import java.util.List;

/**
 * What a learner is to bring about with the controls of the step, and how it is seen that it came about.
 *
 * @param checks all of them hold once it is done
 * @param run    step to which the learner's race is brought before it is judged
 * @param passes ways to do it, at least one; {@code lesson check} proves that they pass
 * @param fails  ways that do not, at least one; {@code lesson check} proves that they fail
 */
public record Exercise(List<StateCheck> checks, long run, List<Setup> passes, List<Setup> fails) {
    public Exercise {
        checks = List.copyOf(checks);
        passes = List.copyOf(passes);
        fails = List.copyOf(fails);
    }
}
