package downhill.cli;

import downhill.data.csv.InspectReport;
import downhill.data.source.DataSources;
import downhill.store.JsonOutput;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what is in a CSV file. */
@Command(name = "inspect", description = "Say how a CSV file is read: dialect, columns, problems.")
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

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (ProgressBar bar = ProgressBar.of("Reading", spec)) {
            InspectReport report = InspectReport.of(DataSources.load(CsvArgument.spec(csv), null, bar));
            bar.close();
            if (json) {
                out.print(JsonOutput.inspect(report));
            } else {
                print(report, out);
            }
        }
        return ExitCode.DONE;
    }

    private static void print(InspectReport report, PrintWriter out) {
        out.println(report.file() + ": " + report.rows() + " rows, " + report.columns().size() + " columns, " + report.encoding()
                + ", delimiter " + shown(report.delimiter()) + (report.header() ? ", with header" : ", without header"));
        TextTable table = new TextTable("column", "type", "missing", "distinct");
        report.columns().forEach(column -> table.row(column.name(), column.type(), String.valueOf(column.missing()),
                String.valueOf(column.distinct())));
        table.print(out);
        report.problems().stream().limit(SHOWN).forEach(problem ->
                out.println((problem.line() > 0 ? "line " + problem.line() + ": " : "") + problem.message()));
        if (report.problems().size() > SHOWN) {
            out.println("… and " + (report.problems().size() - SHOWN) + " more; --json lists them all.");
        }
    }

    private static String shown(String delimiter) {
        return delimiter.equals("\t") ? "tab" : "'" + delimiter + "'";
    }
}
