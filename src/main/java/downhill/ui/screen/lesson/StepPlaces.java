package downhill.ui.screen.lesson;

import downhill.lesson.Step;
import java.util.List;

/** What follows from a lesson alone: where the race of a step began and how far it has come there. */
final class StepPlaces {
    private StepPlaces() {
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
