package downhill.store;

import downhill.data.DataSource;
import downhill.data.source.SampleData;
import downhill.lesson.Lesson;
import downhill.lesson.draft.LessonDraft;
import downhill.lesson.page.Handout;
import downhill.lesson.page.Quiz;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.words.Said;
import downhill.words.Words;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All that a room needs, in one zip: lessons, handouts with and without answers, quizzes in every form, an assignment, the experiments and
 * the tables behind them. All words stand in it in both languages.
 */
public final class RoomFile {
    private static final String ASSIGNMENT = "assignment/";
    private static final Map<QuizFile.Format, String> ENDINGS = new TreeMap<>(Map.of(QuizFile.Format.GIFT, ".gift", QuizFile.Format.MOODLE,
            ".xml", QuizFile.Format.QTI, "-qti.zip"));

    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    private RoomFile() {
    }

    /**
     * Writes it whole or not at all.
     *
     * @param lessons    each without faults
     * @param assignment of homework; null where there is none
     * @return the names of what is in it, in its order
     * @throws StoreException where the assignment cannot be read, two lessons have one id, or the file cannot be written
     */
    public static List<String> write(Path file, List<LessonDraft> lessons, Path assignment) {
        RoomFile room = new RoomFile();
        Map<String, byte[]> about = new LinkedHashMap<>();
        lessons.forEach(room::add);
        if (assignment != null) {
            room.assign(assignment);
        }
        for (String language : Lesson.LANGUAGES) {
            String name = "README-" + language + ".txt";
            about.put(name, room.about(words(language), lessons, language, assignment != null).getBytes(StandardCharsets.UTF_8));
        }
        about.putAll(room.entries);
        AtomicFiles.write(file, ZipBytes.of(about), false);
        return List.copyOf(about.keySet());
    }

    private static Words words(String language) {
        return language.equals("zh") ? Words.of(Locale.SIMPLIFIED_CHINESE) : Words.ENGLISH;
    }

    private void add(LessonDraft draft) {
        String id = draft.id();
        if (entries.put("lessons/" + id + LessonStore.ENDING, LessonDrafts.bytes(draft)) != null) {
            throw new StoreException(Said.of("room.twice", id));
        }
        Lesson lesson = draft.lesson();
        for (String language : Lesson.LANGUAGES) {
            String name = id + "-" + language;
            text("handouts/" + name + ".html", Handout.of(lesson, language, words(language), false));
            text("for-the-lecturer/" + name + "-answers.html", Handout.of(lesson, language, words(language), true));
            Quiz quiz = Quiz.of(lesson, language);
            ENDINGS.forEach((format, ending) -> entries.put("quizzes/" + name + ending, QuizFile.bytes(quiz, format)));
        }
        draft.opened().forEach((name, experiment) -> {
            text("experiments/" + id + "/" + name, ExperimentStore.portable(experiment));
            table(experiment).ifPresent(sample -> entries.put("data/" + sample.name() + ".csv", bytes(sample)));
        });
    }

    private static Optional<SampleData> table(Experiment experiment) {
        return experiment.problem() instanceof Problem.Learning learning && learning.data().source() instanceof DataSource.Sample sample
                ? Optional.of(SampleData.of(sample.name())) : Optional.empty();
    }

    private static byte[] bytes(SampleData sample) {
        try (InputStream in = sample.open()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new StoreException(Said.of("file.cannot", sample.name(), IoReason.of(e)), e);
        }
    }

    private void assign(Path file) {
        HomeworkStore.read(file); // what is handed out can be handed in
        try {
            entries.put(ASSIGNMENT + file.getFileName(), Files.readAllBytes(file));
            Path document = HomeworkStore.document(file);
            entries.put(ASSIGNMENT + document.getFileName(), Files.readAllBytes(document));
        } catch (IOException e) {
            throw new StoreException(Said.of("file.cannot", file, IoReason.of(e)), e);
        }
    }

    private void text(String name, String text) {
        entries.put(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private String about(Words words, List<LessonDraft> lessons, String language, boolean assigned) {
        StringBuilder all = new StringBuilder(words.say(Said.of("room.head"))).append("\n\n");
        lessons.forEach(lesson -> all.append("- ").append(lesson.head().get(language).title()).append(": lessons/").append(lesson.id())
                .append(LessonStore.ENDING).append('\n'));
        all.append('\n').append(words.say(Said.of("room.parts"))).append('\n');
        if (assigned) {
            all.append(words.say(Said.of("room.assignment"))).append('\n');
        }
        return all.toString();
    }
}
