package downhill.lesson;

import downhill.lesson.text.LessonText;
import downhill.lesson.text.Passage;
import downhill.race.document.Experiment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A lesson: steps, their texts in every language, and the experiments that they open.
 *
 * @param id        small letters, digits and hyphens; answers are kept under it
 * @param minutes   it takes, about
 * @param sources   where the same is taught
 * @param steps     in their order, at least one
 * @param texts     by language, {@code en} and {@code zh}; each has words for all steps
 * @param documents by the name of their file within the lesson
 */
public record Lesson(String id, int minutes, List<Source> sources, List<Step> steps, Map<String, LessonText> texts,
                     Map<String, Experiment> documents) {
    /** Languages that every lesson has. */
    public static final List<String> LANGUAGES = List.of("en", "zh");

    public Lesson {
        sources = List.copyOf(sources);
        steps = List.copyOf(steps);
        texts = new TreeMap<>(texts);
        documents = Map.copyOf(documents);
    }

    /** Its words in a language; English where it has none of that. */
    public LessonText text(String language) {
        return texts.getOrDefault(language, texts.get(LANGUAGES.get(0)));
    }

    /** What a step opens: its document, changed as it says. */
    public Experiment opened(Setup opening) {
        return opening.of(documents.get(opening.document()));
    }

    /** What is opened by its steps, in their order. */
    public Stream<Setup> openings() {
        return steps.stream().map(Step::open).filter(Objects::nonNull);
    }

    /** What contenders of an opening are called in a language, by their ids; who is not there has the name of the document. */
    public Map<String, String> called(Setup opening, String language) {
        Map<String, String> called = new HashMap<>();
        steps.stream().filter(step -> step.open() != null && step.open().document().equals(opening.document()))
                .map(step -> text(language).steps().get(step.id())).filter(Objects::nonNull)
                .forEach(words -> documents.get(opening.document()).contenders().forEach(one -> words.part(Step.called(one.id()))
                        .ifPresent(name -> called.put(one.id(), Passage.words(name)))));
        return called;
    }

    /**
     * Where the same is taught.
     *
     * @param course  such as {@code D2L}
     * @param section in the words of the course
     * @param address of the page; it is shown, never opened
     */
    public record Source(String course, String section, String address) {
    }
}
