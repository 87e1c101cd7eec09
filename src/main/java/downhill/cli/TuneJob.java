package downhill.cli;

import downhill.data.DataSpec;
import downhill.data.prepare.Prepared;
import downhill.optim.RuleLibrary;
import downhill.setting.Chosen;
import downhill.store.JsonOutput;
import downhill.study.Recipe;
import downhill.study.Study;
import downhill.study.StudySettings;
import downhill.study.importance.Importance;
import downhill.study.sample.GridSampler;
import downhill.study.sample.Sampler;
import downhill.study.space.Knob;
import downhill.study.space.NumberRange;
import downhill.study.space.ValueText;
import downhill.study.trial.Ledger;
import downhill.study.trial.Trial;
import downhill.study.trial.TrialOrder;
import downhill.study.trial.TrialState;
import downhill.words.Said;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/** Runs a study to its end, shows how far it is, and tells what came of it. */
final class TuneJob {
    /** As it is printed in JSON. */
    public record Best(int number, double value, Map<String, Object> params) {
    }

    private final CommandSpec spec;
    private final Recipe recipe;
    private final Ledger ledger;
    private final Chosen chosen;
    private final Function<DataSpec, Prepared> rows;

    TuneJob(CommandSpec spec, Recipe recipe, Ledger ledger, Chosen chosen, Function<DataSpec, Prepared> rows) {
        this.spec = spec;
        this.recipe = recipe;
        this.ledger = ledger;
        this.chosen = chosen;
        this.rows = rows;
    }

    int run(boolean json) {
        Sampler sampler = chosen.get(StudySettings.SAMPLER).sampler(recipe.base().seed());
        Study study = new Study(recipe, ledger, sampler, chosen.get(StudySettings.PRUNER).pruner(), rows, RuleLibrary.complete(),
                Runtime.getRuntime().availableProcessors());
        tellGrid(sampler);
        int most = chosen.whole(StudySettings.TRIALS);
        boolean ended;
        try (Job job = new Job(Said.of("tune.job"), spec)) {
            ended = study.run(most, go(job), trials -> show(job, trials, most));
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
        return value instanceof Double number ? number(number) : ValueText.of(value);
    }

    private void show(Job job, List<Trial> trials, int most) {
        long budget = recipe.base().training().steps();
        double done = trials.stream().mapToDouble(trial -> done(trial, budget)).sum();
        long ended = trials.stream().filter(trial -> trial.state().ended()).count();
        Said so = TrialOrder.best(trials).map(trial -> Said.of("tune.so.best", ended, most, number(trial.loss()), trial.number()))
                .orElse(Said.of("tune.so", ended, most));
        job.done(done / most, HarmlessPrinter.text(spec.commandLine().getErr(), so));
    }

    private static double done(Trial trial, long budget) {
        if (trial.state().ended()) {
            return 1;
        }
        return trial.reports().isEmpty() ? 0 : (double) trial.reports().lastKey() / budget;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.5g", value);
    }

    private int told(boolean json, boolean ended, boolean cancelled) {
        List<Trial> trials = ledger.trials();
        Optional<Trial> best = TrialOrder.best(trials);
        Importance importance = Importance.of(recipe.space(), trials);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.print(JsonOutput.ordered(fields(trials, best, importance)));
        } else {
            print(out, trials, best, importance);
        }
        out.flush();
        PrintWriter err = spec.commandLine().getErr();
        if (best.isEmpty()) {
            err.println(Said.of("tune.none", count(trials, TrialState.FAILED)));
        }
        if (!ended) {
            err.println(Said.of(cancelled ? "tune.cancelled" : "tune.time", count(trials, TrialState.RUNNING)));
        }
        return cancelled || best.isEmpty() ? ExitCode.FELL_SHORT : ExitCode.DONE;
    }

    private static long count(List<Trial> trials, TrialState state) {
        return trials.stream().filter(trial -> trial.state() == state).count();
    }

    private Map<String, Object> fields(List<Trial> trials, Optional<Trial> best, Importance importance) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("trials", trials.size());
        fields.put("pruned", count(trials, TrialState.PRUNED));
        fields.put("best", best.map(trial -> new Best(trial.number(), trial.loss(), ordered(trial))).orElse(null));
        fields.put("importance", importance.shares());
        return fields;
    }

    /** In the order in which they are searched over, whoever wrote the trial down. */
    private Map<String, Object> ordered(Trial trial) {
        Map<String, Object> values = new LinkedHashMap<>();
        recipe.space().knobs().stream().map(Knob::name).filter(trial.values()::containsKey)
                .forEach(name -> values.put(name, trial.values().get(name)));
        trial.values().forEach(values::putIfAbsent);
        return values;
    }

    private void print(PrintWriter out, List<Trial> trials, Optional<Trial> best, Importance importance) {
        out.println(Said.of("tune.trials", trials.size(), count(trials, TrialState.COMPLETE), count(trials, TrialState.PRUNED),
                count(trials, TrialState.FAILED)));
        best.ifPresent(trial -> out.println(Said.of("tune.best", trial.number(), number(trial.loss()))));
        TextTable table = new TextTable(Said.of("tune.head.setting"), Said.of("tune.head.best"), Said.of("tune.head.importance"));
        recipe.space().knobs().stream().map(Knob::name).forEach(name -> table.row(name,
                best.map(trial -> trial.values().get(name)).map(ValueText::of).orElse("-"), share(importance, name)));
        table.print(out);
        if (!importance.shares().isEmpty()) {
            out.println(Said.of(importance.few() ? "tune.importance.few" : "tune.importance"));
        }
    }

    private static String share(Importance importance, String name) {
        return importance.shares().containsKey(name) ? Math.round(100 * importance.shares().get(name)) + " %" : "";
    }
}
