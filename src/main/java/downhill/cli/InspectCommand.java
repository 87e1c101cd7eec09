package downhill.cli;

import downhill.data.ColumnSpec;
import downhill.data.ColumnType;
import downhill.data.DataSource;
import downhill.data.DataSpec;
import downhill.data.csv.ImportReport;
import downhill.data.csv.Imported;
import downhill.data.csv.InspectReport;
import downhill.data.csv.ProblemList;
import downhill.data.source.DataSources;
import downhill.store.AtomicFiles;
import downhill.store.FileKind;
import downhill.store.JsonOutput;
import downhill.store.Outputs;
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
        try (Job job = new Job("Reading", spec, reading.progress())) {
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
                print(report, out);
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

    private static void print(InspectReport report, PrintWriter out) {
        out.println(report.file() + ": " + report.rows() + " rows, " + report.columns().size() + " columns, " + report.encoding()
                + ", delimiter " + shown(report.delimiter()) + (report.header() ? ", with header" : ", without header"));
        if (report.sample() != null) {
            out.println("A sample: " + report.sample().rows() + " of " + report.sample().of() + " rows, drawn with seed " + report.sample()
                    .seed() + ".");
        }
        report.decisions().stream().filter(decision -> !decision.sure()).forEach(decision ->
                out.println(ImportWords.doubt(decision.what(), decision.value(), decision.reason())));
        TextTable table = new TextTable("column", "type", "missing", "distinct");
        report.columns().forEach(column -> table.row(column.name(), column.type(), String.valueOf(column.missing()),
                String.valueOf(column.distinct())));
        table.print(out);
        report.columns().stream().filter(column -> !column.suggestedRole().isEmpty()).forEach(column -> out.println("\"" + column.name()
                + "\" may say how much each row counts. If it does, give it the role weight (--weight on the command line)."));
        report.problems().stream().limit(SHOWN).forEach(problem -> out.println(problem.message()));
        if (report.problems().size() > SHOWN) {
            out.println("… and " + (report.problems().size() - SHOWN) + " more; --json lists them all.");
        }
    }

    private static String shown(String delimiter) {
        return delimiter.equals("\t") ? "tab" : "'" + delimiter + "'";
    }
}
