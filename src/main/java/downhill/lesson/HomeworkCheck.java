package downhill.lesson;

import downhill.words.Said;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What records cannot say of an assignment by their types. */
public final class HomeworkCheck {
    private static final int MOST_TASKS = 100;

    private final List<LessonCheck.Fault> faults = new ArrayList<>();

    private HomeworkCheck() {
    }

    /** All that is wrong, with the path of the field. */
    public static List<LessonCheck.Fault> faults(Homework assignment) {
        HomeworkCheck check = new HomeworkCheck();
        check.all(assignment);
        return check.faults;
    }

    private void all(Homework assignment) {
        for (String lock : assignment.locked()) {
            require(Homework.LOCKS.contains(lock), "locked", "lesson.unknown", lock, String.join(", ", Homework.LOCKS));
        }
        long budget = assignment.experiment().training().steps();
        require(assignment.run() >= 1 && assignment.run() <= budget, "run", "lesson.run", budget);
        List<Homework.Task> tasks = assignment.tasks();
        require(!tasks.isEmpty() && tasks.size() <= MOST_TASKS, "tasks", "grade.tasks", MOST_TASKS);
        PromptCheck conditions = new PromptCheck(assignment.experiment(), this::require);
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < tasks.size(); i++) {
            Homework.Task task = tasks.get(i);
            String path = "tasks[" + i + "]";
            require(task.id().matches(LessonCheck.ID), path + ".id", "lesson.id", task.id());
            require(ids.add(task.id()), path + ".id", "grade.twice", task.id());
            require(task.marks() > 0 && task.marks() < Double.POSITIVE_INFINITY, path + ".marks", "grade.marks");
            conditions.condition(task.check(), path + ".check");
        }
    }

    private void require(boolean holds, String path, String key, Object... arguments) {
        if (!holds) {
            faults.add(new LessonCheck.Fault(path, Said.of(key, arguments)));
        }
    }
}
