package downhill.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a learner has done of a lesson; kept with the session.
 *
 * @param lesson  its id
 * @param content SHA-256 of the lesson as it was, so that answers to another one are not taken for answers to this
 * @param at      id of the step in view
 * @param answers in the order in which they were given, one a step
 */
public record LessonWork(String lesson, String content, String at, List<Answered> answers) {
    public LessonWork {
        answers = List.copyOf(answers);
    }

    /**
     * What was done of a step.
     *
     * @param step    its id
     * @param given   the prediction; null where none was asked or it was passed over
     * @param right   whether it was right, or the task done; null until it has run
     * @param hint    whether the hint was read before
     * @param skipped whether the step was passed over
     */
    public record Answered(String step, Given given, Boolean right, boolean hint, boolean skipped) {
    }

    /** Nothing done yet. */
    public static LessonWork begun(String lesson, String content, String first) {
        return new LessonWork(lesson, content, first, List.of());
    }

    /** What was done of a step. */
    public Optional<Answered> of(String step) {
        return answers.stream().filter(one -> one.step().equals(step)).findFirst();
    }

    /** With this of a step, in place of what was there. */
    public LessonWork with(Answered done) {
        List<Answered> all = new ArrayList<>(answers);
        all.removeIf(one -> one.step().equals(done.step()));
        all.add(done);
        return new LessonWork(lesson, content, at, all);
    }

    /** At another step. */
    public LessonWork at(String step) {
        return new LessonWork(lesson, content, step, answers);
    }

    /** Predictions and tasks that were right so far. */
    public long right() {
        return answers.stream().filter(one -> Boolean.TRUE.equals(one.right())).count();
    }

    /** Predictions and tasks that were judged so far. */
    public long judged() {
        return answers.stream().filter(one -> one.right() != null).count();
    }
}
