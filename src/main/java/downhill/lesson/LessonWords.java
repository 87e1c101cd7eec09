package downhill.lesson;

import downhill.lesson.text.LessonText;
import downhill.lesson.text.StepText;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.List;

/** Whether a lesson has words for all that it shows, in one language. */
public final class LessonWords {
    private LessonWords() {
    }

    /**
     * Something wrong.
     *
     * @param line in the file, from 1; 0 where it is not there
     */
    public record Fault(int line, Said what) {
    }

    /** All that is wrong, in the order of the steps. */
    public static List<Fault> faults(Lesson lesson, LessonText text) {
        List<Fault> faults = new ArrayList<>();
        List<String> ids = lesson.steps().stream().map(Step::id).toList();
        text.steps().forEach((id, words) -> {
            if (!ids.contains(id)) {
                faults.add(new Fault(words.line(), Said.of("lesson.words.step", id, String.join(", ", ids))));
            }
        });
        for (Step step : lesson.steps()) {
            StepText words = text.steps().get(step.id());
            if (words == null) {
                faults.add(new Fault(0, Said.of("lesson.words.none", step.id())));
            } else {
                parts(lesson, step, words, faults);
            }
        }
        return faults;
    }

    private static void parts(Lesson lesson, Step step, StepText words, List<Fault> faults) {
        List<String> needed = needed(step);
        List<String> known = new ArrayList<>(needed);
        known.addAll(List.of(Step.HINT, Step.REVEAL));
        if (step.predict() instanceof Prompt.Choice choice) {
            choice.answers().forEach(answer -> known.add(Step.because(answer.id())));
        }
        if (step.open() != null && lesson.documents().containsKey(step.open().document())) {
            lesson.documents().get(step.open().document()).contenders().forEach(one -> known.add(Step.called(one.id())));
        }
        needed.stream().filter(key -> words.part(key).filter(part -> !part.isEmpty()).isEmpty())
                .forEach(key -> faults.add(new Fault(words.line(), Said.of("lesson.words.part", step.id(), key))));
        words.parts().keySet().stream().filter(key -> !known.contains(key))
                .forEach(key -> faults.add(new Fault(words.line(), Said.of("lesson.words.unknown", step.id(), key,
                        String.join(", ", known)))));
    }

    /** The parts that a step must have, by their keys. */
    public static List<String> needed(Step step) {
        List<String> needed = new ArrayList<>();
        if (step.predict() != null) {
            needed.add(Step.QUESTION);
            needed.add(Step.REVEAL);
        }
        if (step.predict() instanceof Prompt.Choice choice) {
            choice.answers().forEach(answer -> needed.add(Step.answer(answer.id())));
        }
        if (step.task() != null) {
            needed.add(Step.TASK);
        }
        return needed;
    }
}
