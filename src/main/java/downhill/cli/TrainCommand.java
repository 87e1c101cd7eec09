package downhill.cli;

import downhill.race.document.Experiment;
import downhill.store.ExperimentStore;
import downhill.store.OpenedExperiment;
import downhill.words.Said;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Repeats an experiment. */
@Command(name = "train", description = "Run an experiment from its document; the same document gives the same history.")
final class TrainCommand implements Callable<Integer> {
    private final Tools tools;

    @Spec
    private CommandSpec spec;

    @Mixin
    private HelpOption help;

    @Parameters(paramLabel = "EXPERIMENT", description = "An experiment, as the window or compare --out saves it.")
    private Path file;

    @Option(names = "--out", required = true, paramLabel = "DIR",
            description = "Folder for experiment.json, history.csv, summary.json, loss.png "
            + "and the models.")
    private Path out;

    @Option(names = "--data", paramLabel = "FILES", description = "With --on: learn from the rows of these files instead, a folder "
            + "or a pattern such as 'parts/*.csv', each read by a worker, as if they were one file.")
    private String data;

    @Mixin
    private WorkersOption on;

    @Mixin
    private AveragingOption average;

    @Mixin
    private ScheduleOption schedule;

    TrainCommand(Tools tools) {
        this.tools = tools;
    }

    @Override
    public Integer call() {
        schedule.check();
        average.check(on);
        if (data != null && !on.asked()) {
            throw new InputException(Said.of("cli.data.on"));
        }
        OpenedExperiment opened = ExperimentStore.read(file);
        opened.notices().forEach(spec.commandLine().getErr()::println);
        if (opened.experiment().contenders().isEmpty()) {
            throw new InputException(Said.of("cli.contenders.none", file));
        }
        Experiment experiment = schedule.apply(opened.experiment(), spec.commandLine().getErr());
        ResultNames.of(experiment).check(out, Stream.concat(Stream.of(file), opened.dataFile().stream()).toList());
        if (!on.asked()) {
            return new RaceJob(tools, spec, experiment, opened.folder(), out).run(null);
        }
        Experiment spread = SpreadJob.on(experiment, data);
        return new SpreadJob(spec, on, data == null ? opened.folder() : Path.of("")).run(SpreadJob.data(spread), false,
                table -> new RaceJob(tools, spec, spread, opened.folder(), out).spread(table, average.steps()).run(table.rows()));
    }
}
