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
 * @param polls   shows of hands, one a step; none where there is no such field
 */
public record LessonWork(String lesson, String content, String at, List<Answered> answers, List<Poll> polls) {
    public LessonWork {
        answers = List.copyOf(answers);
        polls = polls == null ? List.of() : List.copyOf(polls);
    }

    /**
     * How many in a room were for each answer of a choice.
     *
     * @param step  its id
     * @param votes of the answers for which somebody was
     */
    public record Poll(String step, List<Vote> votes) {
        public Poll {
            votes = List.copyOf(votes);
        }

        /** For an answer. */
        public int of(String answer) {
            return votes.stream().filter(vote -> vote.answer().equals(answer)).mapToInt(Vote::count).sum();
        }

        /** For any. */
        public int all() {
            return votes.stream().mapToInt(Vote::count).sum();
        }

        /** The answer that most were for, the first of several; empty where nobody was for any. */
        public Optional<String> first() {
            return votes.stream().filter(vote -> vote.count() > 0).reduce((one, other) -> other.count() > one.count() ? other : one)
                    .map(Vote::answer);
        }
    }

    /** Those who were for an answer, at least 0. */
    public record Vote(String answer, int count) {
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
        return new LessonWork(lesson, content, first, List.of(), List.of());
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
        return new LessonWork(lesson, content, at, all, polls);
    }

    /** What a room said at a step; nobody for anything where it was not asked. */
    public Poll poll(String step) {
        return polls.stream().filter(one -> one.step().equals(step)).findFirst().orElse(new Poll(step, List.of()));
    }

    /** With this of a step, in place of what was there. */
    public LessonWork with(Poll poll) {
        List<Poll> all = new ArrayList<>(polls);
        all.removeIf(one -> one.step().equals(poll.step()));
        if (poll.all() > 0) {
            all.add(poll);
        }
        return new LessonWork(lesson, content, at, answers, all);
    }

    /** At another step. */
    public LessonWork at(String step) {
        return new LessonWork(lesson, content, step, answers, polls);
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
