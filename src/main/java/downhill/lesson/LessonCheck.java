package downhill.lesson;

import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What records cannot say by their types: names that must be known, steps that need something opened before. */
public final class LessonCheck {
    static final String ID = "[a-z0-9][a-z0-9-]{0,39}";
    private static final int MOST_MINUTES = 600;
    private static final int MOST_STEPS = 60;

    private final Lesson lesson;
    private final Function<Experiment, Optional<Said>> valid;
    private final List<Fault> faults = new ArrayList<>();
    private Experiment now;

    /**
     * Something wrong.
     *
     * @param path of the field in {@code lesson.json}, such as {@code steps[2].open}
     * @param what a sentence without the place
     */
    public record Fault(String path, Said what) {
    }

    private LessonCheck(Lesson lesson, Function<Experiment, Optional<Said>> valid) {
        this.lesson = lesson;
        this.valid = valid;
    }

    /**
     * All that is wrong with the steps, in their order; that of the words is for {@link LessonWords}.
     *
     * @param valid says what is wrong with an experiment
     */
    public static List<Fault> faults(Lesson lesson, Function<Experiment, Optional<Said>> valid) {
        return new LessonCheck(lesson, valid).all();
    }

    private List<Fault> all() {
        require(lesson.id().matches(ID), "id", "lesson.id", lesson.id());
        require(lesson.minutes() >= 1 && lesson.minutes() <= MOST_MINUTES, "minutes", "lesson.minutes", MOST_MINUTES);
        require(!lesson.steps().isEmpty() && lesson.steps().size() <= MOST_STEPS, "steps", "lesson.steps", MOST_STEPS);
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < lesson.steps().size(); i++) {
            Step step = lesson.steps().get(i);
            String path = "steps[" + i + "]";
            require(step.id().matches(ID), path + ".id", "lesson.id", step.id());
            require(ids.add(step.id()), path + ".id", "lesson.id.twice", step.id());
            step(step, path);
        }
        return faults;
    }

    private void step(Step step, String path) {
        known(step.views() == null ? List.of() : step.views(), Step.VIEWS, path + ".views");
        known(step.controls(), Step.CONTROLS, path + ".controls");
        if (step.open() != null) {
            now = opened(step.open(), path + ".open");
        }
        if (step.open() == null && now == null) {
            require(!step.runs() && step.predict() == null && step.task() == null, path, "lesson.open.before");
            return;
        }
        if (now == null) {
            return; // it is said already
        }
        require(step.run() == null || isWithin(step.run()), path + ".run", "lesson.run", now.training().steps());
        if (step.predict() != null) {
            require(step.runs(), path, "lesson.predict.run");
            new PromptCheck(now, this::require).check(step.predict(), path + ".predict");
        }
        if (step.task() != null) {
            task(step.task(), path + ".task");
        }
    }

    private boolean isWithin(long run) {
        return run >= 1 && run <= now.training().steps();
    }

    private void task(Exercise task, String path) {
        require(isWithin(task.run()), path + ".run", "lesson.run", now.training().steps());
        require(!task.checks().isEmpty(), path + ".checks", "lesson.task.checks");
        require(!task.passes().isEmpty() && !task.fails().isEmpty(), path, "lesson.task.ways");
        new PromptCheck(now, this::require).conditions(task.checks(), path + ".checks");
        for (int i = 0; i < task.passes().size(); i++) {
            opened(task.passes().get(i), path + ".passes[" + i + "]");
        }
        for (int i = 0; i < task.fails().size(); i++) {
            opened(task.fails().get(i), path + ".fails[" + i + "]");
        }
    }

    /** What it opens; null where it cannot. */
    private Experiment opened(Setup opening, String path) {
        Experiment base = lesson.documents().get(opening.document());
        int before = faults.size();
        if (base == null) {
            require(false, path + ".document", "lesson.document", opening.document());
            return null;
        }
        List<String> there = base.contenders().stream().map(ContenderSpec::id).toList();
        known(opening.contenders() == null ? List.of() : opening.contenders(), there, path + ".contenders");
        known(opening.hyperparameters() == null ? List.of() : opening.hyperparameters().keySet(), there, path + ".hyperparameters");
        require(opening.start() == null || opening.start().size() == 2 && base.problem() instanceof Problem.Surface, path + ".start",
                "lesson.start");
        if (faults.size() > before) {
            return null;
        }
        Experiment opened = opening.of(base);
        valid.apply(opened).ifPresent(wrong -> faults.add(new Fault(path, Said.of("lesson.opened", opening.document(), wrong))));
        return faults.size() > before ? null : opened;
    }

    private void known(Iterable<String> names, List<String> there, String path) {
        for (String name : names) {
            require(there.contains(name), path, "lesson.unknown", name, String.join(", ", there));
        }
    }

    private void require(boolean holds, String path, String key, Object... arguments) {
        if (!holds) {
            faults.add(new Fault(path, Said.of(key, arguments)));
        }
    }
}
