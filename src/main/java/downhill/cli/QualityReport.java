package downhill.cli;

import downhill.cli.bench.Quality;
import downhill.cli.bench.QualityCase;
import downhill.cli.bench.QualityFigure;
import downhill.store.JsonOutput;
import downhill.words.Said;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/** Measures what networks reach and prints it. */
final class QualityReport {
    /** What they are called, by their names in JSON. */
    private static final Map<String, String> THRESHOLDS = Map.of("least accuracy", "bench.least", "last value", "bench.last",
            "seasonal naive", "bench.seasonal");

    private final CommandSpec spec;
    private final boolean json;

    QualityReport(CommandSpec spec, boolean json) {
        this.spec = spec;
        this.json = json;
    }

    /** @return the exit code: {@link ExitCode#FELL_SHORT} where a case does not pass */
    int run(List<QualityCase> cases) {
        List<QualityFigure> figures = measure(cases);
        print(figures, spec.commandLine().getOut());
        return figures.stream().allMatch(QualityFigure::pass) ? ExitCode.DONE : ExitCode.FELL_SHORT;
    }

    private List<QualityFigure> measure(List<QualityCase> cases) {
        List<QualityFigure> figures = new ArrayList<>();
        try (Job job = new Job(Said.of("cli.job.training"), spec)) {
            for (QualityCase each : cases) {
                figures.add(Quality.measure(each, Quality.SEEDS, job));
            }
            job.quiet();
        }
        return figures;
    }

    private void print(List<QualityFigure> figures, PrintWriter out) {
        if (json) {
            out.print(JsonOutput.list(figures));
            return;
        }
        TextTable table = new TextTable(Said.of("bench.case"), Said.of("bench.measure"), Said.of("bench.seeds"), Said.of("bench.asked"),
                Said.of("bench.pass"), Said.of("bench.seconds"));
        figures.forEach(each -> table.row(each.name(), Said.of("measure." + each.measure()),
                each.reached().stream().map(QualityReport::shown).collect(Collectors.joining(" ")), asked(each),
                Said.of(each.pass() ? "bench.yes" : "bench.no"), String.format(Locale.ROOT, "%.1f", each.seconds())));
        table.print(out);
        out.println(Said.of("bench.quality"));
    }

    private static Said asked(QualityFigure figure) {
        String sign = figure.measure().equals("accuracy") ? "≥ " : "< ";
        return Said.list(figure.thresholds().stream().map(each -> Said.of("bench.must", sign + shown(each.value()),
                Said.of(THRESHOLDS.get(each.name())))).toList());
    }

    private static String shown(double value) {
        return String.format(Locale.ROOT, "%.4g", value);
    }
}
