package downhill.cli;

import downhill.lesson.Grading;
import downhill.lesson.Homework;
import downhill.race.Checkpoint;
import downhill.store.FileKind;
import downhill.store.HomeworkStore;
import downhill.store.JsonOutput;
import downhill.store.MarksCsv;
import downhill.store.Outputs;
import downhill.store.SessionStore;
import downhill.words.Said;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Gives marks to sessions that are handed in. */
@Command(name = "grade", description = "Give marks to sessions that are handed in for an assignment.", sortOptions = false,
        footerHeading = "%n", footer = {"Each session is raced again from its document and that race is judged; a history that the "
                + "document does not give is found. A file that cannot be read has a line with its fault and ends nothing. Exit code 1 "
                + "where a file was not judged. docs/homework.md tells how an assignment is written.",
            "%nExample:%n  downhill grade handed-in/ --assignment valley.json --out marks.csv"})
final class GradeCommand implements Callable<Integer> {
    /** What is said of a file alone, where only another one helps. */
    private static final Set<String> OF_FILE = Set.of("store.damaged", "session.foreign", "session.foreign.has", "session.numbers",
            "session.when");

    @Spec
    private CommandSpec spec;

    @Mixin
    private HelpOption help;

    @Parameters(index = "0..*", arity = "1..*", paramLabel = "FILE",
            description = "Sessions, by any name; of a folder all *.downhill in it.")
    private List<String> files;

    @Option(names = "--assignment", required = true, paramLabel = "FILE", description = "What was asked.")
    private Path asked;

    @Option(names = "--out", paramLabel = "FILE", description = "Write the marks to a CSV file, a row for each session.")
    private Path out;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public Integer call() {
        Homework assignment = HomeworkStore.read(asked);
        List<String> names = files.stream().flatMap(GradeCommand::handIns).distinct().toList();
        Outputs outputs = new Outputs().reading(asked).writing("--out", out, FileKind.MARKS);
        outputs.check();
        Map<String, Grading.Result> results = new LinkedHashMap<>();
        try (Job job = new Job(Said.of("cli.job.grade"), spec, false)) {
            for (String name : names) {
                results.put(name, result(name, new Grading(assignment, job)));
            }
        }
        if (out != null) {
            MarksCsv.write(out, assignment, results);
        }
        PrintWriter printer = spec.commandLine().getOut();
        GradeReport report = new GradeReport(assignment, results);
        if (json) {
            printer.print(JsonOutput.ordered(report.told()));
        } else {
            report.print(printer);
        }
        return results.values().stream().allMatch(one -> one.standing() == Grading.Standing.JUDGED) ? ExitCode.DONE : ExitCode.FELL_SHORT;
    }

    /** A folder stands for the sessions in it, in the order of their names. */
    private static Stream<String> handIns(String name) {
        Path folder = PathWords.path(name);
        if (!Files.isDirectory(folder)) {
            return Stream.of(name);
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(Path::toString).filter(each -> each.endsWith(SessionStore.ENDING)).sorted().toList().stream();
        } catch (IOException e) {
            throw new InputException(Said.of("cli.grade.folder", name));
        }
    }

    /** Whatever is wrong with one ends nothing: others wait for their marks. */
    private static Grading.Result result(String name, Grading grading) {
        try {
            Path file = PathWords.path(name);
            if (!Files.exists(file)) {
                return Grading.Result.not(Grading.Standing.DAMAGED, Said.of("cli.grade.none"));
            }
            if (Files.isRegularFile(file) && Files.size(file) == 0) {
                return Grading.Result.not(Grading.Standing.DAMAGED, Said.of("cli.grade.empty"));
            }
            if (!SessionStore.isSession(file)) {
                return Grading.Result.not(Grading.Standing.DAMAGED, Said.of("cli.grade.session"));
            }
            Checkpoint read = SessionStore.read(file).checkpoint();
            return SessionStore.isWhole(file) ? grading.of(read) : Grading.Result.not(Grading.Standing.DAMAGED, Said.of("cli.grade.cut"));
        } catch (CancellationException stopped) {
            throw stopped;
        } catch (RuntimeException | IOException e) {
            Said why = Said.message(e);
            boolean another = OF_FILE.contains(why.key());
            return Grading.Result.not(Grading.Standing.DAMAGED, another ? Said.sentences(why, Said.of("cli.grade.again")) : why);
        } catch (OutOfMemoryError | StackOverflowError e) {
            return Grading.Result.not(Grading.Standing.DAMAGED, Said.of("cli.grade.large"));
        }
    }
}
