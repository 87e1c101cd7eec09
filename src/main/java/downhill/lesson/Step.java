package downhill.lesson;

import java.util.List;
import java.util.stream.Stream;

/**
 * A step of a lesson. Parts that are null are not there.
 *
 * @param id       unique in the lesson; its words stand under it
 * @param open     what is raced from here on; without it the race of the step before stays
 * @param views    ids of the views that can be seen, the first at once; null: as before
 * @param controls ids of what the learner may change; null: nothing
 * @param predict  what the learner says before it runs
 * @param run      step that the race is brought to when it runs
 * @param task     what the learner is to bring about
 */
public record Step(String id, Setup open, List<String> views, List<String> controls, Prompt predict, Long run, Exercise task) {
    /** What can be seen. */
    public static final List<String> VIEWS = List.of("landscape", "race", "fit", "metrics", "parameters", "state", "curvature", "workers");
    /** What can be given into the learner's hands. */
    public static final List<String> CONTROLS = List.of("contenders", "data", "model", "training");
    /** Part of its words that stands before the answers. */
    public static final String QUESTION = "question";
    public static final String HINT = "hint";
    /** Part that is shown once it has run. */
    public static final String REVEAL = "reveal";
    /** Part that says what is to be brought about. */
    public static final String TASK = "task";

    public Step {
        views = views == null ? null : List.copyOf(views);
        controls = controls == null ? List.of() : List.copyOf(controls);
    }

    /** The same with another id. */
    public Step withId(String now) {
        return new Step(now, open, views, controls, predict, run, task);
    }

    /** The same over another race, or over that of the step before where it is null. */
    public Step withOpen(Setup now) {
        return new Step(id, now, views, controls, predict, run, task);
    }

    /** The same with other views; null for those of the step before. */
    public Step withViews(List<String> now) {
        return new Step(id, open, now, controls, predict, run, task);
    }

    /** The same with these given into the learner's hands. */
    public Step withControls(List<String> now) {
        return new Step(id, open, views, now, predict, run, task);
    }

    /** The same that asks this, or nothing where it is null. */
    public Step withPredict(Prompt now) {
        return new Step(id, open, views, controls, now, run, task);
    }

    /** The same that is run to this step, or not at all where it is null. */
    public Step withRun(Long now) {
        return new Step(id, open, views, controls, predict, now, task);
    }

    /** The same with this to be brought about, or nothing where it is null. */
    public Step withTask(Exercise now) {
        return new Step(id, open, views, controls, predict, run, now);
    }

    /** Whether there is something to run. */
    public boolean runs() {
        return run != null;
    }

    /** Whether something is given into the learner's hands and nothing is asked: it runs as often as it is changed. */
    public boolean isFree() {
        return predict == null && task == null && runs() && !controls.isEmpty();
    }

    /** All that it opens: what is raced, and the ways of its task. */
    public Stream<Setup> openings() {
        Stream<Setup> ways = task == null ? Stream.empty() : Stream.concat(task.passes().stream(), task.fails().stream());
        return Stream.concat(Stream.ofNullable(open), ways);
    }

    /** The part of its words that an answer of a choice has. */
    public static String answer(String id) {
        return "answer " + id;
    }

    /** The part that says what a contender of the experiment that the step opens is called in the language of the text. */
    public static String called(String id) {
        return "called " + id;
    }

    /** The part that says, once it has run, why somebody who chose that answer is right or wrong. */
    public static String because(String id) {
        return "because " + id;
    }
}
