package downhill.store;

import downhill.lesson.Lesson;
import downhill.lesson.LessonCheck;
import downhill.lesson.LessonWords;
import downhill.lesson.Setup;
import downhill.lesson.Step;
import downhill.lesson.text.LessonMarkdown;
import downhill.lesson.text.LessonText;
import downhill.lesson.text.TextFault;
import downhill.race.document.Experiment;
import downhill.words.Said;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Lessons in files: a folder, or a zip of one, with {@code lesson.json}, {@code en.md} and {@code zh.md}, and the experiments that are
 * opened. {@code docs/lessons.md} describes them. Nothing is unpacked to a disk, and nothing outside is read.
 */
public final class LessonStore {
    /** Ending of a lesson in one file. */
    public static final String ENDING = ".lesson";
    /** What a lesson is known by. */
    static final String HEAD = "lesson.json";
    /** Ending of its words in each language. */
    static final String WORDS = ".md";
    static final String FORMAT = "downhill-lesson";
    static final int VERSION = 1;

    record LessonHead(String format, int version, String application, String id, int minutes, List<Lesson.Source> sources,
                      List<Step> steps) {
    }

    /**
     * A lesson that was read.
     *
     * @param content SHA-256 of its steps and experiments; its words may change
     * @param name    of the file or folder, to tell a person
     */
    public record Opened(Lesson lesson, String content, String name) {
    }

    private final LessonFiles files;
    private final String name;

    private LessonStore(LessonFiles files, String name) {
        this.files = files;
        this.name = name;
    }

    /** Whether a file is a lesson by its name: a zip of one, or what stands in its folder. */
    public static boolean isNamedSo(Path file) {
        return isZip(file) || String.valueOf(file.getFileName()).equals(HEAD);
    }

    /** Whether a file is a lesson in one file by its name. */
    public static boolean isZip(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(ENDING);
    }

    /**
     * Reads a lesson: its folder, the {@code lesson.json} in it, or a zip.
     *
     * @throws StoreException with one sentence: file, step or line, and what to do
     */
    public static Opened read(Path file) {
        Path place = place(file);
        return new LessonStore(files(place), place.toString()).read();
    }

    /** The folder or zip of a lesson that is named by what stands in it, too. */
    static Path place(Path file) {
        boolean head = String.valueOf(file.getFileName()).equals(HEAD);
        return head ? file.toAbsolutePath().getParent() : file;
    }

    static LessonFiles files(Path place) {
        return Files.isDirectory(place) ? LessonFiles.folder(place) : LessonFiles.zip(place);
    }

    /** One that comes with the program, by its id. */
    static Opened bundled(String id) {
        return new LessonStore(LessonFiles.bundled(id), id).read();
    }

    private Opened read() {
        byte[] json = files.bytes(HEAD);
        String place = in(HEAD);
        LessonHead head = head(json, place);
        Map<String, LessonText> texts = new LinkedHashMap<>();
        Lesson.LANGUAGES.forEach(language -> texts.put(language, text(language + WORDS)));
        Lesson lesson = new Lesson(head.id(), head.minutes(), head.sources(), head.steps(), texts, documents(head.steps()));
        LessonCheck.faults(lesson, ExperimentCheck::problem).stream().findFirst().ifPresent(fault -> {
            throw new MalformedException(JsonPlace.said(place, json, fault.path(),
                    Said.of("lesson.at", step(head.steps(), fault.path()), fault.what())));
        });
        Lesson.LANGUAGES.forEach(language -> words(lesson, language));
        return new Opened(lesson, files.hash(), name);
    }

    static LessonHead head(byte[] json, String place) {
        JsonNode tree = Json.parse(json, place);
        Versions.of(tree, place, FORMAT, Said.of("kind.lesson"), VERSION);
        return new RecordReader(place, json).read(LessonHead.class, (ObjectNode) tree, "");
    }

    /** Which step a path is in, as a person counts. */
    private static Said step(List<Step> steps, String path) {
        if (!path.startsWith("steps[")) {
            return Said.plain(path);
        }
        int step = Integer.parseInt(path.substring("steps[".length(), path.indexOf(']')));
        return Said.of("lesson.at.step", step + 1, steps.get(step).id(), path.substring(path.indexOf(']') + 1).replaceFirst("^\\.", ""));
    }

    private String in(String file) {
        return name + " (" + file + ")";
    }

    private LessonText text(String file) {
        try {
            return LessonMarkdown.read(files.text(file));
        } catch (TextFault fault) {
            throw new MalformedException(Said.of("document.at.line", in(file), fault.line(), fault.said()), fault);
        }
    }

    private void words(Lesson lesson, String language) {
        LessonWords.faults(lesson, lesson.text(language)).stream().findFirst().ifPresent(fault -> {
            String file = in(language + WORDS);
            throw new MalformedException(fault.line() > 0 ? Said.of("document.at.line", file, fault.line(), fault.what())
                    : Said.of("document.at", file, fault.what()));
        });
    }

    private Map<String, Experiment> documents(List<Step> steps) {
        return documents(steps, files, name);
    }

    /** All that steps open, by the name of its file. */
    static Map<String, Experiment> documents(List<Step> steps, LessonFiles files, String name) {
        Map<String, Experiment> documents = new LinkedHashMap<>();
        steps.stream().flatMap(Step::openings).map(Setup::document).distinct()
                .forEach(file -> documents.put(file, document(files, file, name + " (" + file + ")")));
        return documents;
    }

    /** Its data are bundled, made, or written in it: a lesson reads no other file. */
    private static Experiment document(LessonFiles files, String file, String told) {
        Experiment experiment = ExperimentStore.alone(files.bytes(file), told);
        if (DataFiles.csv(experiment).isPresent()) {
            throw new StoreException(Said.of("lesson.csv", told));
        }
        return experiment;
    }
}
