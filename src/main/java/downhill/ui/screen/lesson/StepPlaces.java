package downhill.ui.screen.lesson;

import downhill.lesson.Given;
import downhill.lesson.Marking;
import downhill.lesson.Situation;
import downhill.lesson.StateChecks;
import downhill.lesson.Step;
import java.util.List;

/** What follows from a lesson alone: where the race of a step began and how far it has come there, what is right. */
final class StepPlaces {
    private StepPlaces() {
    }

    /** Whether what was said or done is right now that it has run; null where nothing was asked. */
    static Boolean right(Step step, Given given, Situation there, long first) {
        if (step.task() != null) {
            return new StateChecks(there).all(step.task().checks());
        }
        return step.predict() == null ? null : (Boolean) Marking.right(step.predict(), given, there, first, step.run());
    }

    /** The last step up to {@code at} that opened a race; −1 where none did. */
    static int opener(List<Step> steps, int at) {
        int from = at;
        while (from >= 0 && steps.get(from).open() == null) {
            from--;
        }
        return from;
    }

    /** How far the steps from {@code from} on, up to {@code to} without it, have run it. */
    static long reached(List<Step> steps, int from, int to) {
        return steps.subList(from, to).stream().filter(Step::runs).map(Step::run).reduce(0L, (before, run) -> run);
    }
}
