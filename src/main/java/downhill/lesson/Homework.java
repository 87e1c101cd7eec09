package downhill.lesson;

import downhill.race.document.Experiment;
import java.util.List;

/**
 * Homework: an experiment that is handed out, what of it must stay as it is, and what is to hold in the end.
 *
 * @param title      told with the marks
 * @param experiment that is handed out; its data, or its surface, are always locked
 * @param locked     what else must be as there, of {@link #LOCKS}
 * @param run        step at which tasks are judged, 1 to the budget
 * @param tasks      in the order of the marks
 */
public record Homework(String title, Experiment experiment, List<String> locked, long run, List<Task> tasks) {
    public static final String MODEL = "model";
    public static final String TRAINING = "training";
    public static final String SEED = "seed";
    public static final String PRECISION = "precision";
    public static final String CONTENDERS = "contenders";
    /** What can be locked beside the data. */
    public static final List<String> LOCKS = List.of(MODEL, TRAINING, SEED, PRECISION, CONTENDERS);

    public Homework {
        locked = List.copyOf(locked);
        tasks = List.copyOf(tasks);
    }

    /**
     * What is to hold.
     *
     * @param id    names it in the marks
     * @param marks given where it holds, above 0
     * @param check what is to hold at the step of the assignment
     */
    public record Task(String id, double marks, StateCheck check) {
    }

    /** Marks of all tasks. */
    public double of() {
        return tasks.stream().mapToDouble(Task::marks).sum();
    }
}
