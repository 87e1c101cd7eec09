package downhill.ui.screen.lesson.write;

import downhill.lesson.Exercise;
import downhill.lesson.Prompt;
import downhill.lesson.ReadOff;
import downhill.lesson.StateCheck;
import downhill.lesson.Step;
import downhill.race.document.Experiment;
import java.util.List;
import java.util.Locale;

/** What a step asks of a learner. */
enum AskedKind {
    NOTHING, CHOICE, NUMBER, PLACE, DRAWING, TASK;

    private static final double BELOW = 0.1;
    private static final double NEAR = 0.1;
    private static final double POWERS = 0.5;

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static AskedKind of(Step step) {
        if (step.task() != null) {
            return TASK;
        } else if (step.predict() instanceof Prompt.Choice) {
            return CHOICE;
        } else if (step.predict() instanceof Prompt.Number) {
            return NUMBER;
        } else if (step.predict() instanceof Prompt.Place) {
            return PLACE;
        }
        return step.predict() instanceof Prompt.Drawing ? DRAWING : NOTHING;
    }

    /** A step that asks this, with something to begin from. */
    Step begun(Step step, Experiment raced) {
        String first = raced.contenders().get(0).id();
        Step bare = step.withPredict(null).withTask(null);
        long run = step.run() == null ? raced.training().steps() : step.run();
        return switch (this) {
            case NOTHING -> bare;
            case CHOICE -> bare.withRun(run).withPredict(new Prompt.Choice(List.of(new Prompt.Answer("a", true, null),
                    new Prompt.Answer("b", false, null))));
            case NUMBER -> bare.withRun(run).withPredict(new Prompt.Number(new ReadOff(ReadOff.What.LOSS, first, null), null, NEAR, true));
            case PLACE -> bare.withRun(run).withPredict(new Prompt.Place(first, NEAR));
            case DRAWING -> bare.withRun(run).withPredict(new Prompt.Drawing(first, POWERS));
            case TASK -> bare.withRun(null).withTask(new Exercise(List.of(new StateCheck.LossBelow(first, BELOW)), run, List.of(),
                    List.of()));
        };
    }
}
