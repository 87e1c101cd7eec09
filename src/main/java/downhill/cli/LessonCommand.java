package downhill.cli;

import downhill.lesson.Lesson;
import downhill.lesson.LessonTrial;
import downhill.store.JsonOutput;
import downhill.store.LessonLibrary;
import downhill.store.LessonStore;
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

/** Opens lessons, lists those that come with the program, and proves that lessons are as they declare. */
@Command(name = "lesson", description = "Open a lesson in the window, list the bundled ones, or check lessons.", sortOptions = false,
        footerHeading = "%n", footer = {"check runs every step without a window: each document opens, the right answer of each prediction "
                + "is right and the wrong ones wrong, each task passes and fails as declared. Exit code 1 where one does not. "
                + "docs/lessons.md tells how a lesson is written.",
            "%nExamples:%n  downhill lesson momentum%n  downhill lesson list%n  downhill lesson check my-lesson/"})
final class LessonCommand implements Callable<Integer> {
    private static final String LIST = "list";
    private static final String CHECK = "check";

    private final Tools tools;

    @Spec
    private CommandSpec spec;

    @Mixin
    private HelpOption help;

    @Parameters(index = "0", paramLabel = "WHAT",
            description = "list; check; or a lesson to open: a file, a folder, or the name of a bundled one.")
    private String what;

    @Parameters(index = "1..*", paramLabel = "FILE", description = "Lessons to check: files, folders or names (default: all bundled ones).")
    private List<String> lessons = new ArrayList<>();

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
        TextTable table = new TextTable(Said.of("cli.head.name"), Said.of("cli.head.title"), Said.of("cli.head.steps"),
                Said.of("cli.head.minutes"));
        all.forEach(one -> table.row(one.id(), title(one), one.steps().size(), one.minutes()));
        table.print(out);
        return ExitCode.DONE;
    }

    private String title(Lesson lesson) {
        return lesson.text(HarmlessPrinter.speaksEnglish(spec.commandLine().getOut()) ? "en" : "zh").title();
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
