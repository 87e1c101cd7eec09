package downhill.ui.screen.lesson;

import downhill.lesson.Given;
import downhill.lesson.Marking;
import downhill.lesson.Situation;
import downhill.lesson.StateChecks;
import downhill.lesson.Step;
import downhill.race.Racing;
import java.util.List;

/**
 * What was found of a step where its race rests.
 *
 * @param there how the race stood
 * @param first the step at which the run began
 * @param right whether what was said or done is right; null where nothing was asked, or nothing was said
 * @param held  whether each check of its task holds, in their order; empty where there is none
 */
record StepOutcome(Situation there, long first, Boolean right, List<Boolean> held) {

    /**
     * Off the FX thread: a check may let rules walk, or measure curvature.
     *
     * @param given what was said; null where nothing was
     */
    static StepOutcome of(Racing racing, Step step, Given given, long first) {
        Situation there = Situation.of(racing);
        if (step.task() != null) {
            List<Boolean> held = step.task().checks().stream().map(new StateChecks(there)::hold).toList();
            return new StepOutcome(there, first, !held.contains(false), held);
        }
        boolean said = step.predict() != null && given != null;
        Boolean right = said ? Marking.right(step.predict(), given, there, first, step.run()) : null;
        return new StepOutcome(there, first, right, List.of());
    }
}
