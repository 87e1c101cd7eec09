package downhill.lesson;

import java.util.List;

/** What a learner is asked before it runs. */
public sealed interface Prompt {

    /** One of several answers; their words are the parts {@code answer ID} of the step. */
    record Choice(List<Answer> answers) implements Prompt {
        public Choice {
            answers = List.copyOf(answers);
        }

        /** The id of the right one. */
        public String right() {
            return answers.stream().filter(Answer::right).map(Answer::id).findFirst().orElseThrow();
        }
    }

    /**
     * An answer to choose.
     *
     * @param when holds of the race that has run where the answer is right and not where it is wrong, as {@code lesson check} proves; null
     *             where that cannot be said
     */
    record Answer(String id, boolean right, List<StateCheck> when) {
    }

    /**
     * A number.
     *
     * @param measure   what it is once it has run; null where {@code right} is known beforehand
     * @param right     the number; with a measure, what that will be within the tolerance
     * @param tolerance how far off is still right, above 0
     * @param relative  whether the tolerance is a part of the number
     */
    record Number(ReadOff measure, Double right, double tolerance, boolean relative) implements Prompt {
    }

    /**
     * The curve of a contender's training loss, drawn by hand over the steps of the run.
     *
     * @param tolerance mean distance of the drawn curve in powers of ten that is still right, above 0
     */
    record Drawing(String contender, double tolerance) implements Prompt {
    }

    /**
     * Where a contender will be on a surface.
     *
     * @param tolerance distance that is still right, in x and y, above 0
     */
    record Place(String contender, double tolerance) implements Prompt {
    }
}
