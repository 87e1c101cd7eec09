package downhill.cli;

import downhill.cluster.DataParallel;
import downhill.cluster.SpreadTable;
import downhill.data.prepare.Prepared;
import downhill.data.source.DataSources;
import downhill.data.source.LoadedRows;
import downhill.optim.RuleLibrary;
import downhill.race.Outcome;
import downhill.race.Race;
import downhill.race.RaceOptions;
import downhill.race.RaceResult;
import downhill.race.RaceRunner;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.race.history.Curve;
import downhill.store.ExperimentStore;
import downhill.store.HistoryCsv;
import downhill.store.PretrainingCsv;
import downhill.store.ResultsStore;
import downhill.store.SeedsCsv;
import downhill.store.StoreException;
import downhill.words.Said;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/** Runs an experiment to its end, tells how it went and writes what is asked for. */
final class RaceJob {
    /** A race that has come to its end, still open: its curves and models are to be written. */
    private record Ended(Race race, RaceResult result) {
    }

    private final Tools tools;
    private final CommandSpec spec;
    private final Experiment experiment;
    private final Path dataFolder;
    private final Path out;
    private final List<RuntimeException> failures = new ArrayList<>();
    private Map<String, Curve> pretrained = Map.of();
    private Ended ended;
    /** Null where the rows are here. */
    private SpreadTable table;
    private DataParallel far;
    private int local = 1;
    /** Null where nothing is written. */
    private ResultsStore store;
    /** Null on a surface. */
    private LoadedRows rows;

    /**
     * @param dataFolder paths of data files are relative to it
     * @param out        folder for the results, or null for none
     */
    RaceJob(Tools tools, CommandSpec spec, Experiment experiment, Path dataFolder, Path out) {
        this.tools = tools;
        this.spec = spec;
        this.experiment = experiment;
        this.dataFolder = dataFolder;
        this.out = out;
    }

    /** With the losses of what contenders learned before, by name. */
    RaceJob pretrained(Map<String, Curve> courses) {
        pretrained = courses;
        return this;
    }

    /** On rows that workers have, who take so many steps of their own before they are averaged. */
    RaceJob spread(SpreadTable rowsElsewhere, int localSteps) {
        table = rowsElsewhere;
        local = localSteps;
        return this;
    }

    /** @param loaded the data where they are at hand already; else null */
    int run(LoadedRows loaded) {
        store = out == null ? null : new ResultsStore(out);
        try (Job job = new Job(Said.of("cli.job.training"), spec)) {
            rows = loaded == null && experiment.problem() instanceof Problem.Learning learning ? load(learning, job) : loaded;
            race(rows == null ? null : rows.prepared(), job);
            return told(job);
        } finally {
            if (ended != null) {
                ended.race().close();
            }
            if (far != null) {
                far.close();
            }
        }
    }

    private LoadedRows load(Problem.Learning learning, Job job) {
        return DataSources.rows(learning.data(), dataFolder, job);
    }

    private void race(Prepared data, Job job) {
        if (store == null) {
            race(data, job, (HistoryWriter) null);
            return;
        }
        try {
            record(data, job);
        } catch (StoreException e) {
            keep(e);
        }
    }

    /** What is computed is not lost because a table of it is. */
    private void keep(StoreException e) {
        if (ended == null) {
            throw e;
        }
        failures.add(e);
    }

    /** Both files take their names when the race has ended, whatever becomes of what is made of it. */
    private void record(Prepared data, Job job) {
        boolean several = experiment.contenders().stream().anyMatch(each -> each.seeds() > 1);
        store.growing(ResultNames.HISTORY, history -> several
                ? store.growing(ResultNames.SEEDS, seeds -> record(data, job, history, seeds)) : record(data, job, history, null));
    }

    private Ended record(Prepared data, Job job, Path historyFile, Path seedsFile) {
        try (HistoryCsv history = new HistoryCsv(historyFile); SeedsCsv seeds = seedsFile == null ? null : new SeedsCsv(seedsFile)) {
            HistoryWriter writer = new HistoryWriter(history, seeds, experiment, data == null ? 0 : data.training().count(), local);
            race(data, job, writer);
            writer.finish();
            return ended;
        }
    }

    private void race(Prepared data, Job job, HistoryWriter writer) {
        Race race = open(data, RaceOptions.alone().withSink(writer));
        try {
            RaceRunner.prepare(race, job);
            begin(job);
            ended = new Ended(race, RaceRunner.run(race, job));
        } finally {
            if (ended == null) {
                race.close();
            }
        }
    }

    private Race open(Prepared data, RaceOptions options) {
        if (table == null) {
            return Race.open(experiment, data, RuleLibrary.complete(), options);
        }
        far = table.spread(((Problem.Learning) experiment.problem()).model(), experiment.precision());
        far.averagingEvery(local);
        rows = new LoadedRows(rows.imported(), AveragingOption.told(rows.prepared(), far));
        return Race.elsewhere(experiment, far, RuleLibrary.complete(), options);
    }

    /** Once it is sure that there is a race: what is refused is refused in one line, and leaves earlier results as they are. */
    private void begin(Job job) {
        job.quiet();
        PrintWriter err = spec.commandLine().getErr();
        if (store != null) {
            ResultNames names = ResultNames.of(experiment).pretrained(!pretrained.isEmpty());
            names.alreadyThere(out, () -> ExperimentStore.text(experiment, dataFolder, out)).forEach(err::println);
            store.experiment(experiment, dataFolder);
            if (!pretrained.isEmpty()) {
                PretrainingCsv.write(store.file(ResultNames.PRETRAINING), pretrained);
            }
        }
        if (rows != null) {
            new ImportWords(rows, experiment).print(err);
        }
    }

    private int told(Job job) {
        job.quiet();
        Validations validations = new Validations(ended.race(), ended.result());
        PrintWriter printer = spec.commandLine().getOut();
        new PrintedResults(ended.result(), validations).print(printer);
        if (store == null) {
            return verdict(ended.result(), validations, job);
        }
        failures.addAll(new ResultFiles(store, ended.result(), ended.race(), validations,
                rows == null ? null : new ImportWords(rows, experiment).summary(), tools.charts()).write());
        printer.println(Said.of(failures.isEmpty() ? "cli.results" : "cli.results.part", out));
        printer.flush();
        int verdict = verdict(ended.result(), validations, job);
        failures.forEach(this::tell);
        return failures.isEmpty() ? verdict : ExitCode.WRONG_INPUT;
    }

    /** One line for each file that could not be written; a fault of the program is for those above. */
    private void tell(RuntimeException failure) {
        if (!(failure instanceof StoreException)) {
            throw failure;
        }
        spec.commandLine().getErr().println(Said.message(failure));
    }

    private int verdict(RaceResult result, Validations validations, Job job) {
        PrintWriter err = spec.commandLine().getErr();
        for (RaceResult.Finish finish : result.contenders()) {
            if (finish.outcome() == Outcome.FAILED) {
                err.println(Said.of("cli.failed", finish.name(), finish.outcomeWhat()));
            } else if (finish.outcome() == Outcome.DIVERGED) {
                err.println(Said.of("cli.diverged", finish.name(), PrintedResults.reason(finish)));
            }
        }
        validations.findings().forEach(found -> err.println(rows == null ? found.said() : found.afterImport()));
        if (job.cancelled()) {
            err.println(Said.of("cli.cancelled.before"));
        }
        boolean allWell = result.contenders().stream().noneMatch(each -> each.outcome() == Outcome.DIVERGED
                || each.outcome() == Outcome.FAILED);
        return allWell && !job.cancelled() ? ExitCode.DONE : ExitCode.FELL_SHORT;
    }
}
