package downhill.lesson.draft;

import downhill.lesson.Lesson;
import downhill.lesson.Setup;
import downhill.lesson.Step;
import downhill.lesson.text.LessonMarkdown;
import downhill.lesson.text.LessonText;
import downhill.lesson.text.WrittenLesson;
import downhill.lesson.text.WrittenStep;
import downhill.race.document.Experiment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A lesson while it is written: as a {@link Lesson}, but words are as they are typed, and nothing has to be right yet.
 *
 * @param head      title and summary, by language
 * @param documents by the name of their file
 */
public record LessonDraft(String id, int minutes, List<Lesson.Source> sources, Map<String, WrittenStep> head, List<DraftStep> steps,
                          Map<String, Experiment> documents) {
    private static final int MINUTES = 15;

    public LessonDraft {
        sources = List.copyOf(sources);
        head = new TreeMap<>(head);
        for (String language : Lesson.LANGUAGES) {
            head.putIfAbsent(language, WrittenStep.NONE);
        }
        steps = List.copyOf(steps);
        documents = new TreeMap<>(documents);
    }

    /** Nothing yet. */
    public static LessonDraft begun() {
        return new LessonDraft("my-lesson", MINUTES, List.of(), Map.of(), List.of(), Map.of());
    }

    /** All words in a language. */
    public WrittenLesson written(String language) {
        Map<String, WrittenStep> all = new LinkedHashMap<>();
        steps.forEach(one -> all.put(one.step().id(), one.words().get(language)));
        return new WrittenLesson(head.get(language), all);
    }

    /**
     * The lesson as it stands.
     *
     * @throws downhill.lesson.text.TextFault where its words cannot be read
     */
    public Lesson lesson() {
        Map<String, LessonText> texts = new TreeMap<>();
        Lesson.LANGUAGES.forEach(language -> texts.put(language, LessonMarkdown.read(written(language).markdown())));
        return lesson(texts);
    }

    Lesson lesson(Map<String, LessonText> texts) {
        return new Lesson(id, minutes, sources, steps.stream().map(DraftStep::step).toList(), texts, opened());
    }

    /** The documents that a step opens. */
    public Map<String, Experiment> opened() {
        Set<String> named = steps.stream().map(DraftStep::step).flatMap(Step::openings).map(Setup::document).collect(Collectors.toSet());
        Map<String, Experiment> used = new TreeMap<>(documents);
        used.keySet().retainAll(named);
        return used;
    }

    /** What is raced at a step: what it opens, or what the last step before it opened; null where there is nothing. */
    public Experiment racedAt(int step) {
        for (int i = Math.min(step, steps.size() - 1); i >= 0; i--) {
            Setup open = steps.get(i).step().open();
            if (open != null && documents.containsKey(open.document())) {
                return open.of(documents.get(open.document()));
            }
        }
        return null;
    }

    /** The same with another head. */
    public LessonDraft withHead(String newId, int newMinutes, List<Lesson.Source> newSources, Map<String, WrittenStep> newHead) {
        return new LessonDraft(newId, newMinutes, newSources, newHead, steps, documents);
    }

    /** The same with other steps. */
    public LessonDraft withSteps(List<DraftStep> now) {
        return new LessonDraft(id, minutes, sources, head, now, documents);
    }

    /** The same with another step in a place. */
    public LessonDraft withStep(int place, DraftStep now) {
        List<DraftStep> all = new ArrayList<>(steps);
        all.set(place, now);
        return withSteps(all);
    }

    /** The same with an empty step behind a place; −1 for the first. */
    public LessonDraft withNew(int behind, Step step) {
        List<DraftStep> all = new ArrayList<>(steps);
        all.add(behind + 1, new DraftStep(step, Map.of()).changed(same -> same));
        return withSteps(all);
    }

    /** The same with a document, under the name that an equal one has already or a new one. */
    public LessonDraft withDocument(Experiment experiment) {
        if (nameOf(experiment) != null) {
            return this;
        }
        int number = 1;
        while (documents.containsKey(name(number))) {
            number++;
        }
        Map<String, Experiment> all = new TreeMap<>(documents);
        all.put(name(number), experiment);
        return new LessonDraft(id, minutes, sources, head, steps, all);
    }

    private static String name(int number) {
        return "race-" + number + ".json";
    }

    /** Under which name an experiment is kept; null where it is not. */
    public String nameOf(Experiment experiment) {
        return documents.entrySet().stream().filter(one -> one.getValue().equals(experiment)).map(Map.Entry::getKey).findFirst()
                .orElse(null);
    }

    /** An id that no step has. */
    public String freeId() {
        Set<String> taken = steps.stream().map(one -> one.step().id()).collect(Collectors.toSet());
        int number = steps.size() + 1;
        while (taken.contains("step-" + number)) {
            number++;
        }
        return "step-" + number;
    }

    /**
     * The same with one step more, behind a place, that does what a person does now: it has this experiment open, shows these views, locks
     * all controls, and runs to where the race stands. Where the step before has the same experiment open and stood no further, the race
     * goes on in place of being opened anew.
     *
     * @param views names of what is in view, the first at once
     * @param at    updates done
     */
    public LessonDraft recorded(int behind, Experiment now, List<String> views, long at) {
        LessonDraft with = withDocument(now);
        boolean goesOn = now.equals(racedAt(behind)) && at > reached(behind);
        Setup open = goesOn ? null : new Setup(with.nameOf(now), null, null, null, null, null, null);
        return with.withNew(behind, new Step(freeId(), open, views, List.of(), null, at > 0 ? at : null, null));
    }

    /** How far the race of the steps up to a place has been run since it was opened. */
    private long reached(int place) {
        long reached = 0;
        for (DraftStep one : steps.subList(0, place + 1)) {
            reached = one.step().open() == null ? reached : 0;
            reached = one.step().run() == null ? reached : one.step().run();
        }
        return reached;
    }
}
