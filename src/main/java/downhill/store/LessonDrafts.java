package downhill.store;

import downhill.data.DataSource;
import downhill.lesson.Lesson;
import downhill.lesson.draft.DraftCheck;
import downhill.lesson.draft.DraftFault;
import downhill.lesson.draft.DraftStep;
import downhill.lesson.draft.LessonDraft;
import downhill.lesson.text.WrittenLesson;
import downhill.lesson.text.WrittenStep;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.words.Said;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Lessons that are being written, in the files of lessons; here they may be half done. */
public final class LessonDrafts {
    private LessonDrafts() {
    }

    /**
     * Opens a lesson to be written on, whether it is right or not.
     *
     * @throws StoreException where a file of it cannot be read at all
     */
    public static LessonDraft read(Path file) {
        Path place = LessonStore.place(file);
        return read(LessonStore.files(place), place.toString());
    }

    /** One that comes with the program, to begin with. */
    public static LessonDraft bundled(String id) {
        return read(LessonFiles.bundled(id), id);
    }

    private static LessonDraft read(LessonFiles files, String name) {
        LessonStore.LessonHead head = LessonStore.head(files.bytes(LessonStore.HEAD), name + " (" + LessonStore.HEAD + ")");
        Map<String, WrittenLesson> words = new TreeMap<>();
        Map<String, WrittenStep> titles = new TreeMap<>();
        for (String language : Lesson.LANGUAGES) {
            WrittenLesson written = WrittenLesson.of(files.text(language + ".md"));
            words.put(language, written);
            titles.put(language, written.head());
        }
        List<DraftStep> steps = head.steps().stream().map(step -> {
            Map<String, WrittenStep> own = new TreeMap<>();
            words.forEach((language, written) -> own.put(language, written.steps().getOrDefault(step.id(), WrittenStep.NONE)));
            return new DraftStep(step, own);
        }).toList();
        return new LessonDraft(head.id(), head.minutes(), head.sources(), titles, steps,
                LessonStore.documents(head.steps(), files, name));
    }

    /**
     * Writes it into one file, whole or not at all, as it stands; what was there before is kept beside it.
     *
     * @throws StoreException where it cannot be written
     */
    public static void write(Path file, LessonDraft draft) {
        AtomicFiles.write(file, bytes(draft), true);
    }

    /** The zip. */
    static byte[] bytes(LessonDraft draft) {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put(LessonStore.HEAD, Json.text(RecordWriter.tree(new LessonStore.LessonHead(LessonStore.FORMAT, LessonStore.VERSION,
                Application.version(), draft.id(), draft.minutes(), draft.sources(),
                draft.steps().stream().map(DraftStep::step).toList()))));
        Lesson.LANGUAGES.forEach(language -> entries.put(language + ".md", draft.written(language).markdown()));
        draft.opened().forEach((name, experiment) -> entries.put(name, ExperimentStore.portable(experiment)));
        return ZipBytes.ofTexts(entries);
    }

    /** All that can be said of it without running it. */
    public static List<DraftFault> faults(LessonDraft draft) {
        return DraftCheck.faults(draft, ExperimentCheck::problem);
    }

    /** As it would be opened; it must be without faults. */
    public static LessonStore.Opened opened(LessonDraft draft) {
        return new LessonStore.Opened(draft.lesson(), FileHash.of(bytes(draft)), draft.id());
    }

    /**
     * An experiment that needs no file: rows of a table of its own are written into it.
     *
     * @param folder paths of data files are relative to it
     * @throws StoreException where its file cannot be read; {@link downhill.data.DataException} where it has too many rows for that
     */
    public static Experiment portable(Experiment experiment, Path folder) {
        DataSource.CsvFile csv = DataFiles.csv(experiment).orElse(null);
        if (csv == null) {
            return experiment;
        }
        Path file = DataFiles.path(csv.path(), folder).orElse(Path.of(csv.path()));
        Problem.Learning learning = (Problem.Learning) experiment.problem();
        try {
            PlainFile.require(file);
            DataSource.Written rows = new DataSource.Written(String.valueOf(file.getFileName()), text(file), csv.options());
            return experiment.withProblem(new Problem.Learning(learning.data().withSource(rows), learning.model()));
        } catch (IOException e) {
            throw new StoreException(Said.of("file.cannot", file, IoReason.of(e)), e);
        }
    }

    private static String text(Path file) throws IOException {
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new StoreException(Said.of("lesson.draft.utf", file), e);
        }
    }
}
