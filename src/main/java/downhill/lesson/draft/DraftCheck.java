package downhill.lesson.draft;

import downhill.data.Progress;
import downhill.lesson.Lesson;
import downhill.lesson.LessonCheck;
import downhill.lesson.LessonTrial;
import downhill.lesson.LessonWords;
import downhill.lesson.text.LessonMarkdown;
import downhill.lesson.text.LessonText;
import downhill.lesson.text.TextFault;
import downhill.lesson.text.WrittenLesson;
import downhill.race.document.Experiment;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** What is wrong with a lesson that is being written: what can be seen at once, and what running it shows. */
public final class DraftCheck {
    private static final String STEPS = "steps[";

    private final LessonDraft draft;
    private final List<DraftFault> faults = new ArrayList<>();

    private DraftCheck(LessonDraft draft) {
        this.draft = draft;
    }

    /**
     * All that can be said without running it; empty where it can be run.
     *
     * @param valid says what is wrong with an experiment
     */
    public static List<DraftFault> faults(LessonDraft draft, Function<Experiment, Optional<Said>> valid) {
        DraftCheck check = new DraftCheck(draft);
        check.all(valid);
        return List.copyOf(check.faults);
    }

    /** Runs all steps of a lesson without faults: what is declared right is right, tasks pass and fail as declared. */
    public static List<DraftFault> tried(LessonDraft draft, Progress progress) {
        List<LessonTrial.Found> found = LessonTrial.run(draft.lesson(), progress);
        List<DraftFault> faults = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            int step = i;
            found.get(i).faults().forEach(fault -> faults.add(DraftFault.of(step, fault)));
        }
        return faults;
    }

    private void all(Function<Experiment, Optional<Said>> valid) {
        Map<String, LessonText> texts = new TreeMap<>();
        for (String language : Lesson.LANGUAGES) {
            WrittenLesson written = draft.written(language);
            try {
                texts.put(language, LessonMarkdown.read(written.markdown()));
            } catch (TextFault fault) {
                add(written, language, fault.line(), fault.said());
            }
        }
        Lesson lesson = draft.lesson(texts);
        LessonCheck.faults(lesson, valid).forEach(fault -> faults.add(DraftFault.of(step(fault.path()), told(fault))));
        texts.forEach((language, text) -> LessonWords.faults(lesson, text)
                .forEach(fault -> add(draft.written(language), language, fault.line(), fault.what())));
    }

    /** Which field of the step it is about stands before the sentence. */
    private static Said told(LessonCheck.Fault fault) {
        String field = fault.path().replaceFirst("^steps\\[\\d+]\\.?", "");
        return field.isEmpty() ? fault.what() : Said.of("lesson.draft.field", field, fault.what());
    }

    private static int step(String path) {
        return path.startsWith(STEPS) ? Integer.parseInt(path.substring(STEPS.length(), path.indexOf(']'))) : -1;
    }

    private void add(WrittenLesson written, String language, int line, Said what) {
        WrittenLesson.Place place = written.place(Math.max(1, line));
        int step = draft.steps().stream().map(one -> one.step().id()).toList().indexOf(place.step());
        faults.add(new DraftFault(line > 0 ? step : -1, language, line > 0 ? place.line() : 0, what));
    }
}
