package downhill.lesson.page;

import downhill.lesson.Lesson;
import downhill.lesson.Prompt;
import downhill.lesson.Step;
import downhill.lesson.text.LessonText;
import downhill.lesson.text.Passage;
import downhill.lesson.text.StepText;
import java.util.ArrayList;
import java.util.List;

/**
 * The predictions of a lesson as questions for other programs, in one language. Curves and places are asked on a screen alone, and so is a
 * number that only the race tells: their steps are {@code leftOut}.
 *
 * @param id        of the lesson
 * @param title     of the lesson
 * @param language  {@code en} or {@code zh}
 * @param questions in the order of the steps
 * @param leftOut   ids of steps that ask what cannot be asked there
 */
public record Quiz(String id, String title, String language, List<Question> questions, List<String> leftOut) {
    public Quiz {
        questions = List.copyOf(questions);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * A question.
     *
     * @param id      of its step
     * @param title   of its step
     * @param asked   what is told and asked, XHTML of blocks
     * @param answers of a choice; empty where a number is asked
     * @param number  the right one; NaN where a choice is asked
     * @param within  how far off is still right
     * @param hint    XHTML of blocks; empty for none
     * @param reveal  told when it has been answered, XHTML of blocks
     */
    public record Question(String id, String title, String asked, List<Answer> answers, double number, double within, String hint,
                           String reveal) {
        public Question {
            answers = List.copyOf(answers);
        }

        boolean isChoice() {
            return !answers.isEmpty();
        }
    }

    /**
     * An answer to choose.
     *
     * @param words   XHTML without blocks
     * @param because why it is right or wrong, XHTML of blocks; empty for none
     */
    public record Answer(String id, boolean right, String words, String because) {
    }

    /** Of a lesson. */
    public static Quiz of(Lesson lesson, String language) {
        LessonText text = lesson.text(language);
        List<Question> questions = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        List<Passage> told = new ArrayList<>();
        for (Step step : lesson.steps()) {
            StepText words = text.steps().get(step.id());
            told.addAll(words.body());
            if (step.predict() instanceof Prompt.Choice || step.predict() instanceof Prompt.Number number && number.right() != null) {
                questions.add(question(step, words, told));
                told.clear();
            } else if (step.predict() != null) {
                leftOut.add(step.id());
            }
        }
        return new Quiz(lesson.id(), text.title(), language, questions, leftOut);
    }

    /** What was told on the steps before without a question belongs to it: in a quiz there are no pages between. */
    private static Question question(Step step, StepText words, List<Passage> told) {
        List<Passage> asked = new ArrayList<>(told);
        asked.addAll(words.parts().get(Step.QUESTION));
        List<Answer> answers = step.predict() instanceof Prompt.Choice choice
                ? choice.answers().stream().map(answer -> answer(answer, words)).toList()
                : List.of();
        Prompt.Number number = step.predict() instanceof Prompt.Number one ? one : null;
        double right = number == null ? Double.NaN : number.right();
        double unit = number != null && number.relative() ? Math.abs(right) : 1;
        double within = number == null ? Double.NaN : number.tolerance() * unit;
        return new Question(step.id(), words.title(), PassageMarkup.of(asked), answers, right, within,
                part(words, Step.HINT), part(words, Step.REVEAL));
    }

    private static Answer answer(Prompt.Answer answer, StepText words) {
        return new Answer(answer.id(), answer.right(), PassageMarkup.inline(words.parts().get(Step.answer(answer.id()))),
                part(words, Step.because(answer.id())));
    }

    private static String part(StepText words, String key) {
        return words.part(key).map(PassageMarkup::of).orElse("");
    }
}
