package downhill.cli;

import downhill.cluster.SpreadAuto;
import downhill.cluster.Workforce;
import downhill.data.Progress;
import downhill.data.Table;
import downhill.optim.RuleLibrary;
import downhill.store.AutoJson;
import downhill.study.automl.AutoPlan;
import downhill.study.automl.AutoReport;
import downhill.study.automl.AutoResult;
import downhill.study.automl.AutoSearch;
import downhill.study.trial.Trial;
import downhill.study.trial.TrialOrder;
import downhill.words.Said;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;

/** Runs AutoML to its end, shows how far it is, and tells what came of it. */
final class AutomlJob {
    private final CommandSpec spec;
    private final AutoPlan plan;
    private final Table table;
    private final AutomlFiles files;
    private final long begun = System.nanoTime();

    /** @param files null where nothing is kept */
    AutomlJob(CommandSpec spec, AutoPlan plan, Table table, AutomlFiles files) {
        this.spec = spec;
        this.plan = plan;
        this.table = table;
        this.files = files;
    }

    int run(WorkersOption on, boolean json) {
        if (!on.asked()) {
            return run((search, go, watcher, last) -> search.run(go, watcher, last), json);
        }
        try (Workforce workers = on.open()) {
            SpreadAuto crew = new SpreadAuto(workers, plan, Path.of(""));
            int code = run((search, go, watcher, last) -> search.run(crew, go, watcher, last), json);
            on.tell(spec, workers, crew.pace());
            return code;
        }
    }

    /** Who goes through the trials. */
    private interface Searching {
        AutoResult run(AutoSearch search, BooleanSupplier go, Consumer<List<Trial>> watcher, Progress last);
    }

    private int run(Searching searching, boolean json) {
        AutoResult result;
        try (Job job = new Job(Said.of("automl.job"), spec)) {
            AutoSearch search = new AutoSearch(plan, table, RuleLibrary.complete(),
                    text -> ScheduleText.schedule("schedule", text, plan.experiment().training().steps()),
                    Runtime.getRuntime().availableProcessors());
            result = searching.run(search, () -> !job.cancelled(), trials -> show(job, trials), job::done);
        }
        AutoReport report = new AutoReport(plan, result);
        if (files != null) {
            files.write(result, report.markdown(this::text, AutomlFiles.MODEL));
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.print(AutoJson.text(result, report.markdown(this::text, AutomlFiles.MODEL)));
        } else {
            print(out, report);
        }
        out.flush();
        if (json) {
            report.fellShort().ifPresent(spec.commandLine().getErr()::println);
        }
        return report.fellShort().isPresent() ? ExitCode.FELL_SHORT : ExitCode.DONE;
    }

    private String text(Said said) {
        return HarmlessPrinter.text(spec.commandLine().getErr(), said);
    }

    /** As far as trials, or the time, have gone. */
    private void show(Job job, List<Trial> trials) {
        long ended = trials.stream().filter(trial -> trial.state().ended()).count();
        double passed = (System.nanoTime() - begun) * 1e-9 / plan.seconds();
        Said so = TrialOrder.best(trials).map(trial -> Said.of("automl.so.best", ended, plan.metric().said(), score(trial.loss())))
                .orElse(Said.of("automl.so", ended));
        job.done(Math.min(1, Math.max(passed, (double) ended / plan.trials())), text(so));
    }

    /** A study makes its numbers small; people read the metric as it is. */
    private String score(double loss) {
        return String.format(Locale.ROOT, "%.4g", plan.metric().higherIsBetter() ? -loss : loss);
    }

    private void print(PrintWriter out, AutoReport report) {
        TextTable table = new TextTable(report.head().toArray());
        report.lines().forEach(line -> table.row(line.toArray()));
        table.print(out);
        out.println();
        report.sentences().forEach(out::println);
        if (files != null) {
            out.println(Said.of("cli.results", files.folder()));
        }
    }
}
