package downhill.lesson;

import downhill.data.Progress;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.List;

/** Runs all steps of a lesson without a window and proves what it declares: what is right is right, what is wrong is wrong. */
public final class LessonTrial implements AutoCloseable {
    private final Lesson lesson;
    private final Progress progress;
    private final List<Found> found = new ArrayList<>();
    private LessonRace walk;

    /**
     * What came of a step.
     *
     * @param step   its id
     * @param faults what is not as it is declared; empty where all is
     */
    public record Found(String step, List<Said> faults) {
        public Found {
            faults = List.copyOf(faults);
        }
    }

    private LessonTrial(Lesson lesson, Progress progress) {
        this.lesson = lesson;
        this.progress = progress;
    }

    /** Runs it; one for each step, in their order. */
    public static List<Found> run(Lesson lesson, Progress progress) {
        try (LessonTrial trial = new LessonTrial(lesson, progress)) {
            for (Step step : lesson.steps()) {
                trial.found.add(new Found(step.id(), trial.step(step)));
                progress.done((double) trial.found.size() / lesson.steps().size());
            }
            return List.copyOf(trial.found);
        }
    }

    private List<Said> step(Step step) {
        List<Said> faults = new ArrayList<>();
        if (step.open() != null) {
            close();
            walk = new LessonRace(lesson.opened(step.open()), progress);
        }
        if (step.runs()) {
            long first = walk.step();
            Situation there = walk.to(step.run());
            if (step.predict() != null) {
                new PromptTrial(step.predict(), there, first, step.run()).faults(faults);
            }
        }
        if (step.task() != null) {
            ways(step.task(), step.task().passes(), true, faults);
            ways(step.task(), step.task().fails(), false, faults);
        }
        return faults;
    }

    private void ways(Exercise task, List<Setup> ways, boolean passes, List<Said> faults) {
        for (int i = 0; i < ways.size(); i++) {
            try (LessonRace way = new LessonRace(lesson.opened(ways.get(i)), progress)) {
                if (new StateChecks(way.to(task.run())).all(task.checks()) != passes) {
                    faults.add(Said.of(passes ? "lesson.trial.passes" : "lesson.trial.fails", i));
                }
            }
        }
    }

    @Override
    public void close() {
        if (walk != null) {
            walk.close();
        }
    }
}
