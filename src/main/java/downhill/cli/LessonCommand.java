package downhill.cli;

import downhill.lesson.Lesson;
import downhill.lesson.LessonTrial;
import downhill.store.JsonOutput;
import downhill.lesson.page.Handout;
import downhill.lesson.page.Quiz;
import downhill.store.AtomicFiles;
import downhill.store.FileKind;
import downhill.lesson.draft.LessonDraft;
import downhill.store.LessonDrafts;
import downhill.store.LessonLibrary;
import downhill.store.LessonStore;
import downhill.store.Outputs;
import downhill.store.QuizFile;
import downhill.store.RoomFile;
import downhill.words.Said;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Opens lessons, lists those that come with the program, proves that lessons are as they declare, and takes them elsewhere. */
@Command(name = "lesson", description = "Open a lesson in the window; list, check, print lessons, or make quizzes of them.",
        sortOptions = false, footerHeading = "%n", footer = {"check runs every step without a window: each document opens, "
                + "the right answer of each prediction is right and the wrong ones wrong, each task passes and fails as declared. "
                + "Exit code 1 where one does not. "
                + "docs/lessons.md tells how a lesson is written. quiz writes its questions for a learning platform, "
                + "handout a page to print, both in the language that is spoken; room all that a room needs, "
                + "in one zip and both languages.",
            "%nExamples:%n  downhill lesson momentum%n  downhill lesson list%n  downhill lesson check my-lesson/",
            "  downhill lesson quiz momentum --format moodle --out momentum.xml",
            "  downhill lesson handout momentum --answers --out momentum.html",
            "  downhill lesson room momentum gradient-descent --out room.zip"})
final class LessonCommand implements Callable<Integer> {
    private static final String LIST = "list";
    private static final String CHECK = "check";
    private static final String QUIZ = "quiz";
    private static final String HANDOUT = "handout";
    private static final String ROOM = "room";

    private final Tools tools;

    @Spec
    private CommandSpec spec;

    @Mixin
    private HelpOption help;

    @Parameters(index = "0", paramLabel = "WHAT",
            description = "list; check; quiz; handout; room; or a lesson to open: a file, a folder, or the name of a bundled one.")
    private String what;

    @Parameters(index = "1..*", paramLabel = "FILE",
            description = "Lessons to check: files, folders or names (default: all bundled ones). For quiz and handout one.")
    private List<String> lessons = new ArrayList<>();

    @Option(names = "--format", paramLabel = "FORMAT", description = "quiz: ${COMPLETION-CANDIDATES}; QTI is version 2.1, a zip.")
    private QuizFile.Format format;

    @Option(names = "--out", paramLabel = "FILE", description = "quiz, handout, room: the file to write.")
    private Path out;

    @Option(names = "--answers", description = "handout: with what is right and what is revealed, on sheets at the end.")
    private boolean answers;

    @Option(names = "--assignment", paramLabel = "FILE", description = "room: an assignment to hand out, as grade takes it.")
    private Path assignment;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    LessonCommand(Tools tools) {
        this.tools = tools;
    }

    @Override
    public Integer call() {
        if (what.equals(LIST)) {
            return list();
        } else if (what.equals(CHECK)) {
            return check(lessons.isEmpty() ? LessonLibrary.ids() : lessons);
        } else if (what.equals(QUIZ) || what.equals(HANDOUT)) {
            return written();
        } else if (what.equals(ROOM)) {
            return room();
        }
        opened(what); // what is wrong with it is said here, not in a window
        return tools.window().lesson(what, spec.commandLine().getOut());
    }

    /** The file of a lesson; null where it is the name of a bundled one. */
    private static Path named(String lesson) {
        Path file = PathWords.path(lesson);
        if (Files.exists(file)) {
            return file;
        }
        if (!LessonLibrary.ids().contains(lesson)) {
            throw new InputException(Said.of("cli.lesson.none", lesson, String.join(", ", LessonLibrary.ids())));
        }
        return null;
    }

    private static LessonStore.Opened opened(String lesson) {
        Path file = named(lesson);
        return file == null ? LessonLibrary.read(lesson) : LessonStore.read(file);
    }

    private int list() {
        List<Lesson> all = LessonLibrary.ids().stream().map(id -> LessonLibrary.read(id).lesson()).toList();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.print(JsonOutput.ordered(Map.of("lessons", all.stream().map(one -> Map.of("id", one.id(), "title", title(one), "minutes",
                    one.minutes(), "steps", one.steps().size())).toList())));
            return ExitCode.DONE;
        }
        TextTable table = new TextTable(Said.of("cli.head.name"), Said.of("cli.head.title"), Said.of("cli.head.part"),
                Said.of("cli.head.steps"), Said.of("cli.head.minutes"));
        all.forEach(one -> table.row(one.id(), title(one),
                Said.of(LessonLibrary.phenomena().contains(one.id()) ? "cli.lesson.phenomenon" : "cli.lesson.course"),
                one.steps().size(), one.minutes()));
        table.print(out);
        return ExitCode.DONE;
    }

    private int written() {
        boolean quiz = what.equals(QUIZ);
        if (lessons.size() != 1 || out == null || quiz == (format == null)) {
            throw new InputException(Said.of(quiz ? "cli.lesson.quiz.call" : "cli.lesson.handout.call"));
        }
        Lesson lesson = opened(lessons.get(0)).lesson();
        new Outputs().reading(named(lessons.get(0))).writing("--out", out, quiz ? FileKind.QUIZ : FileKind.HANDOUT).check();
        PrintWriter printer = spec.commandLine().getOut();
        if (quiz) {
            Quiz questions = Quiz.of(lesson, language());
            QuizFile.write(out, questions, format);
            printer.println(Said.of("cli.lesson.quiz", questions.questions().size(), out));
            if (!questions.leftOut().isEmpty()) {
                printer.println(Said.of("cli.lesson.quiz.left", String.join(", ", questions.leftOut())));
            }
        } else {
            AtomicFiles.write(out, Handout.of(lesson, language(), HarmlessPrinter.words(printer), answers), false);
            printer.println(Said.of("cli.lesson.handout", out));
        }
        return ExitCode.DONE;
    }

    /** The lesson with its words as they are written. */
    private static LessonDraft draft(String lesson) {
        opened(lesson); // only one without faults is for a room
        Path file = named(lesson);
        return file == null ? LessonDrafts.bundled(lesson) : LessonDrafts.read(file);
    }

    private int room() {
        if (lessons.isEmpty() || out == null) {
            throw new InputException(Said.of("cli.lesson.room.call"));
        }
        Outputs outputs = new Outputs().reading(assignment).writing("--out", out, FileKind.ROOM);
        lessons.forEach(lesson -> outputs.reading(named(lesson)));
        outputs.check();
        List<String> files = RoomFile.write(out, lessons.stream().map(LessonCommand::draft).toList(), assignment);
        spec.commandLine().getOut().println(Said.of("cli.lesson.room", files.size(), out));
        return ExitCode.DONE;
    }

    private String language() {
        return HarmlessPrinter.speaksEnglish(spec.commandLine().getOut()) ? "en" : "zh";
    }

    private String title(Lesson lesson) {
        return lesson.text(language()).title();
    }

    private int check(List<String> wanted) {
        List<LessonReport> reports = new ArrayList<>();
        try (Job job = new Job(Said.of("cli.job.lesson"), spec, false)) {
            for (String lesson : wanted) {
                LessonStore.Opened opened = opened(lesson);
                reports.add(new LessonReport(opened, LessonTrial.run(opened.lesson(), job)));
            }
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.print(JsonOutput.ordered(Map.of("lessons", reports.stream().map(LessonReport::told).toList())));
        } else {
            reports.forEach(report -> report.print(out));
        }
        return reports.stream().allMatch(LessonReport::isWell) ? ExitCode.DONE : ExitCode.FELL_SHORT;
    }
}
