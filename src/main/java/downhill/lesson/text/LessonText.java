package downhill.lesson.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The words of a lesson in one language.
 *
 * @param title   of the lesson
 * @param summary what is learned
 * @param steps   by id, in the order of the file
 */
public record LessonText(String title, List<Passage> summary, Map<String, StepText> steps) {
    public LessonText {
        summary = List.copyOf(summary);
        steps = new LinkedHashMap<>(steps);
    }
}
