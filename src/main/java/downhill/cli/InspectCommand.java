package downhill.cli;

import downhill.data.ColumnSpec;
import downhill.data.ColumnType;
import downhill.data.DataSource;
import downhill.data.DataSpec;
import downhill.data.csv.ImportProblem;
import downhill.data.csv.ImportReport;
import downhill.data.csv.Imported;
import downhill.data.csv.InspectReport;
import downhill.data.csv.ProblemList;
import downhill.data.source.DataSources;
import downhill.store.AtomicFiles;
import downhill.store.FileKind;
import downhill.store.JsonOutput;
import downhill.store.Outputs;
import downhill.words.Said;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what is in a CSV file. */
@Command(name = "inspect", description = "Say how a CSV file is read: dialect, columns, problems.", sortOptions = false)
final class InspectCommand implements Callable<Integer> {
    private static final int SHOWN = 20;
    /** More columns than anybody reads on a terminal. */
    private static final int SHOWN_COLUMNS = 200;

    @Spec
    private CommandSpec spec;

    @Mixin
    private HelpOption help;

    @Parameters(paramLabel = "CSV", description = "A CSV file, or the name of a bundled sample such as iris.")
    private String csv;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Option(names = "--problems", paramLabel = "FILE",
            description = "Write every problem to a CSV file: line, column, kind, text, message.")
    private Path problems;

    @Mixin
    private ReadingOptions reading;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        DataSpec data = reading.apply(CsvArgument.spec(csv));
        new Outputs().reading(CsvArgument.file(csv)).writing("--problems", problems, FileKind.TABLE).check();
        try (Job job = new Job(Said.of("cli.job.reading"), spec, reading.progress())) {
            Imported imported = DataSources.load(data, null, job);
            data.columns().forEach(column -> imported.table().column(column.name()));
            InspectReport report = InspectReport.of(imported);
            if (problems != null) {
                AtomicFiles.write(problems, file -> save(file, data, imported.report(), job), false);
            }
            job.quiet();
            if (json) {
                out.print(JsonOutput.inspect(report));
            } else {
                print(report, imported.report(), out);
            }
        }
        return ExitCode.DONE;
    }

    private static void save(Path target, DataSpec data, ImportReport report, Job job) throws IOException {
        boolean listed = report.problemCount() == report.problems().size();
        if (data.source() instanceof DataSource.CsvFile file && !listed) {
            Map<String, ColumnType> types = data.columns().stream().collect(Collectors.toMap(ColumnSpec::name, ColumnSpec::type));
            ProblemList.writeAll(target, Path.of(file.path()), file.options(), types, job);
        } else {
            ProblemList.write(target, report);
        }
    }

    private static void print(InspectReport report, ImportReport found, PrintWriter out) {
        out.println(Said.of(report.header() ? "cli.inspect.headed" : "cli.inspect.bare", report.file(), report.rows(),
                report.columns().size(), report.encoding(), ImportWords.mark(report.delimiter())));
        if (report.sample() != null) {
            out.println(Said.of("cli.inspect.sample", report.sample().rows(), report.sample().of(), report.sample().seed()));
        }
        found.decisions().stream().filter(decision -> !decision.sure()).map(ImportWords::doubt).forEach(out::println);
        TextTable table = new TextTable(Said.of("cli.head.column"), Said.of("cli.head.type"), Said.of("cli.head.missing"),
                Said.of("cli.head.distinct"));
        report.columns().stream().limit(SHOWN_COLUMNS)
                .forEach(column -> table.row(column.name(), column.type(), column.missing(), column.distinct()));
        table.print(out);
        if (report.columns().size() > SHOWN_COLUMNS) {
            out.println(Said.of("cli.inspect.more", report.columns().size() - SHOWN_COLUMNS));
        }
        report.columns().stream().filter(column -> !column.suggestedRole().isEmpty())
                .forEach(column -> out.println(Said.of("cli.inspect.weight", column.name())));
        found.problems().stream().limit(SHOWN).map(ImportProblem::said).forEach(out::println);
        if (found.problems().size() > SHOWN) {
            out.println(Said.of("cli.inspect.more", found.problems().size() - SHOWN));
        }
    }
}
