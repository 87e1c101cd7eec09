package downhill.lesson.draft;

import downhill.lesson.Lesson;
import downhill.lesson.LessonWords;
import downhill.lesson.Step;
import downhill.lesson.text.WrittenStep;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * A step while it is written.
 *
 * @param step  what it opens, asks and runs
 * @param words by language; of each that a lesson has
 */
public record DraftStep(Step step, Map<String, WrittenStep> words) {
    public DraftStep {
        words = new TreeMap<>(words);
        for (String language : Lesson.LANGUAGES) {
            words.putIfAbsent(language, WrittenStep.NONE);
        }
    }

    /** The same step with other words in a language. */
    public DraftStep written(String language, WrittenStep now) {
        Map<String, WrittenStep> all = new TreeMap<>(words);
        all.put(language, now);
        return new DraftStep(step, all);
    }

    /** Changed, with an empty part in each language for all words that it needs now. */
    public DraftStep changed(UnaryOperator<Step> change) {
        Step now = change.apply(step);
        Map<String, WrittenStep> all = new TreeMap<>(words);
        LessonWords.needed(now).forEach(key -> all.replaceAll((language, written) -> written.withPart(key)));
        return new DraftStep(now, all);
    }
}
