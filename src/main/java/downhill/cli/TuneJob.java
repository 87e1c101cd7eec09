package downhill.cli;

import downhill.cluster.SpreadSearch;
import downhill.cluster.Workforce;
import downhill.optim.RuleLibrary;
import downhill.setting.Chosen;
import downhill.study.Judging;
import downhill.study.Recipe;
import downhill.study.Study;
import downhill.study.StudySettings;
import downhill.study.sample.GridSampler;
import downhill.study.sample.Sampler;
import downhill.study.space.NumberRange;
import downhill.study.space.ValueText;
import downhill.study.trial.Ledger;
import downhill.study.trial.Trial;
import downhill.study.trial.TrialOrder;
import downhill.study.trial.TrialState;
import downhill.words.Said;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/** Runs a study to its end, shows how far it is, and tells what came of it. */
final class TuneJob {
    private final CommandSpec spec;
    private final Recipe recipe;
    private final Ledger ledger;
    private final Chosen chosen;
    private final Judging judging;

    TuneJob(CommandSpec spec, Recipe recipe, Ledger ledger, Chosen chosen, Judging judging) {
        this.spec = spec;
        this.recipe = recipe;
        this.ledger = ledger;
        this.chosen = chosen;
        this.judging = judging;
    }

    /** Who goes through the trials, as {@link Study#run} does. */
    private interface Search {
        boolean run(int most, BooleanSupplier go, Consumer<List<Trial>> watcher);
    }

    /** @param folder where a relative path of the data's file starts */
    int run(WorkersOption on, Path folder, boolean json) {
        Sampler sampler = chosen.get(StudySettings.SAMPLER).sampler(recipe.base().seed());
        Study study = new Study(recipe, ledger, sampler, chosen.get(StudySettings.PRUNER).pruner(), judging, RuleLibrary.complete(),
                Runtime.getRuntime().availableProcessors());
        tellGrid(sampler);
        if (!on.asked()) {
            return run(study::run, json);
        }
        try (Workforce workers = on.open()) {
            SpreadSearch crew = new SpreadSearch(workers, recipe, folder, judging, ledger, chosen);
            int code = run(crew::run, json);
            on.tell(spec, workers, crew.pace());
            return code;
        }
    }

    private int run(Search search, boolean json) {
        int most = chosen.whole(StudySettings.TRIALS);
        try (Job job = new Job(Said.of("tune.job"), spec)) {
            boolean ended = search.run(most, go(job), trials -> show(job, trials, most));
            job.quiet();
            return told(json, ended, job.cancelled());
        }
    }

    private BooleanSupplier go(Job job) {
        double minutes = chosen.has(StudySettings.MINUTES) ? chosen.get(StudySettings.MINUTES) : Double.POSITIVE_INFINITY;
        long begin = System.nanoTime();
        double nanos = minutes * TimeUnit.MINUTES.toNanos(1);
        return () -> !job.cancelled() && System.nanoTime() - begin < nanos;
    }

    /** What a grid takes of a range is nobody's to guess. */
    private void tellGrid(Sampler sampler) {
        if (!(sampler instanceof GridSampler)) {
            return;
        }
        recipe.space().knobs().stream().filter(knob -> knob.extent() instanceof NumberRange).forEach(knob -> spec.commandLine().getErr()
                .println(Said.of("tune.grid", knob.name(), GridSampler.places(knob).stream().map(TuneJob::shown)
                        .collect(Collectors.joining(", ")))));
    }

    private static String shown(Object value) {
        return value instanceof Double number ? StudyReport.number(number) : ValueText.of(value);
    }

    private void show(Job job, List<Trial> trials, int most) {
        long budget = recipe.base().training().steps();
        double done = trials.stream().mapToDouble(trial -> done(trial, budget)).sum();
        long ended = trials.stream().filter(trial -> trial.state().ended()).count();
        Said so = TrialOrder.best(trials).map(trial -> Said.of("tune.so.best", ended, most, StudyReport.number(trial.loss()),
                trial.number())).orElse(Said.of("tune.so", ended, most));
        job.done(done / most, HarmlessPrinter.text(spec.commandLine().getErr(), so));
    }

    private static double done(Trial trial, long budget) {
        if (trial.state().ended()) {
            return 1;
        }
        return trial.reports().isEmpty() ? 0 : (double) trial.reports().lastKey() / budget;
    }

    private int told(boolean json, boolean ended, boolean cancelled) {
        StudyReport report = new StudyReport(recipe, judging, ledger.trials());
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.print(report.json());
        } else {
            report.print(out);
        }
        out.flush();
        PrintWriter err = spec.commandLine().getErr();
        if (report.best().isEmpty()) {
            err.println(Said.of("tune.none", report.count(TrialState.FAILED)));
        }
        if (!ended) {
            err.println(Said.of(cancelled ? "tune.cancelled" : "tune.time", report.count(TrialState.RUNNING)));
        }
        return cancelled || report.best().isEmpty() ? ExitCode.FELL_SHORT : ExitCode.DONE;
    }
}
