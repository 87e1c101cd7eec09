package downhill.cli;

import downhill.data.Prepared;
import downhill.data.source.DataSources;
import downhill.optim.RuleLibrary;
import downhill.race.DataLoader;
import downhill.race.Experiment;
import downhill.race.Outcome;
import downhill.race.Problem;
import downhill.race.Race;
import downhill.race.RaceOptions;
import downhill.race.RaceResult;
import downhill.race.RaceRunner;
import downhill.store.HistoryCsv;
import downhill.store.ResultsStore;
import downhill.store.SeedsCsv;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;

/** Runs an experiment to its end, tells how it went and writes what is asked for. */
final class RaceJob {
    private final Tools tools;
    private final CommandSpec spec;
    private final Experiment experiment;
    private final Path dataFolder;
    private final Path out;

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

    /** @param prepared the data where they are at hand already, else null */
    int run(Prepared prepared) {
        try (Job job = new Job("Training", spec)) {
            Prepared data = prepared == null && experiment.problem() instanceof Problem.Learning learning
                    ? DataSources.prepare(learning.data(), dataFolder, job) : prepared;
            if (out == null) {
                return race(data, job, null, null, null);
            }
            ResultsStore store = new ResultsStore(out);
            store.experiment(experiment, dataFolder);
            boolean several = experiment.contenders().stream().anyMatch(each -> each.seeds() > 1);
            return store.growing("history.csv", history -> several
                    ? store.growing("seeds.csv", seeds -> recorded(data, job, store, history, seeds)) : recorded(data, job, store, history, null));
        }
    }

    /** Both files take their names only when the race and all that is made of it are done. */
    private int recorded(Prepared data, Job job, ResultsStore store, Path historyFile, Path seedsFile) {
        try (HistoryCsv history = new HistoryCsv(historyFile); SeedsCsv seeds = seedsFile == null ? null : new SeedsCsv(seedsFile)) {
            return race(data, job, store, history, seeds);
        }
    }

    private int race(Prepared data, Job job, ResultsStore store, HistoryCsv history, SeedsCsv seeds) {
        int rows = data == null ? 0 : data.training().count();
        HistoryWriter writer = history == null ? null : new HistoryWriter(history, seeds, experiment, rows);
        DataLoader loader = (ignored, progress) -> data;
        try (Race race = Race.open(experiment, loader, RuleLibrary.complete(), RaceOptions.alone().withSink(writer))) {
            RaceResult result = RaceRunner.run(race, job);
            job.quiet();
            PrintWriter printer = spec.commandLine().getOut();
            new ResultsTable(result).print(printer);
            if (store != null) {
                writer.finish();
                new ResultFiles(store, result, race, tools.charts()).write();
                printer.println("The results are in " + out + ".");
            }
            return verdict(result, job);
        }
    }

    private int verdict(RaceResult result, Job job) {
        PrintWriter err = spec.commandLine().getErr();
        for (RaceResult.Finish finish : result.contenders()) {
            if (finish.outcome() == Outcome.FAILED) {
                err.println(finish.name() + " failed: " + finish.outcomeWhat());
            }
        }
        if (job.cancelled()) {
            err.println("Cancelled before the end.");
        }
        boolean allWell = result.contenders().stream().noneMatch(each -> each.outcome() == Outcome.DIVERGED
                || each.outcome() == Outcome.FAILED);
        return allWell && !job.cancelled() ? ExitCode.DONE : ExitCode.FELL_SHORT;
    }
}
