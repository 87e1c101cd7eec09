package downhill.cli;

import downhill.data.DataSpec;
import downhill.data.prepare.Prepared;
import downhill.data.source.DataSources;
import downhill.data.source.LoadedRows;
import downhill.model.InputShape;
import downhill.model.ModelSpec;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.words.Said;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Races optimizers on a CSV file. */
@Command(name = "compare", description = "Race optimizers on a CSV file.", sortOptions = false, footerHeading = "%nExamples:%n", footer = {
    "  downhill compare iris",
    "  downhill compare houses.csv --target price --model mlp --hidden 32,32 --optimizers adam,rmsprop --steps 2000 --out race",
    "  downhill compare iris --optimizers sgd,adam --learning-rate 0.1,0.01 --schedule linear-warmup:steps=100,then=cosine",
    "  downhill compare iris --optimizer adam:beta1=0.8,l2=0.01 --optimizer sgd:learningRate=0.1,schedule=cosine",
    "  downhill compare air-passengers --model lstm --optimizers adam,mine.rule"})
final class CompareCommand implements Callable<Integer> {
    private final Tools tools;

    @Spec
    private CommandSpec spec;

    @Mixin
    private HelpOption help;

    @Parameters(paramLabel = "CSV", description = "A CSV file, or the name of a bundled sample such as iris.")
    private String csv;

    @Option(names = {"--optimizers", "--optimizer"}, defaultValue = "sgd,momentum,rmsprop,adam", paramLabel = "ID[:key=value,...][,ID...]",
            description = {
        "Ids as downhill rules lists them, or files of your own that end in .rule (default: ${DEFAULT-VALUE}). Each may have "
                + "settings of its own:",
        "  the hyperparameters that downhill rules ID lists", "  batch, seeds, l1, l2, clipNorm, clipValue, weightDecay, name",
        "  schedule, as --schedule has it, after all others",
        "Such as adam:learningRate=0.01,beta1=0.8,schedule=cosine. They go before the options for all; weightDecay acts through the "
                + "gradient where the "
            + "rule has none of its own. May be repeated."})
    private List<String> optimizers;

    @Option(names = "--learning-rate", split = ",", paramLabel = "R",
            description = "One for all or one for each (default: each optimizer's own).")
    private List<Double> learningRates;

    @Mixin
    private ScheduleOption schedule;

    @Option(names = "--out", paramLabel = "DIR",
            description = "Folder for experiment.json, history.csv, summary.json, loss.png and the models; with --seeds also seeds.csv.")
    private Path out;

    @Mixin
    private TrainingOptions training;

    @Mixin
    private DataOptions data;

    @Mixin
    private ReadingOptions reading;

    @Mixin
    private ModelOptions model;

    CompareCommand(Tools tools) {
        this.tools = tools;
    }

    @Override
    public Integer call() {
        training.check();
        data.check();
        model.check();
        schedule.check();
        List<Entrant> entrants = optimizers.stream().flatMap(text -> Entrant.list(text).stream()).toList();
        List<ContenderSpec> contenders = Entrants.of(entrants, learningRates, schedule.schedule(training.steps()), training);
        if (out != null) {
            new ResultNames(contenders, true).check(out, inputs(entrants));
        }
        DataSpec wanted = data.apply(reading.apply(CsvArgument.spec(csv)), model.task());
        wanted = wanted.withSplit(wanted.split().withSeed(training.seed()));
        LoadedRows rows = load(wanted);
        Prepared prepared = rows.prepared();
        DataSpec settled = wanted.withTarget(prepared.targetName()).withTask(prepared.task());
        Problem problem = new Problem.Learning(settled, modelSpec(prepared));
        Experiment experiment = new Experiment(title(), problem, training.spec(settled, prepared), contenders, training.seed(),
                training.precision());
        ScheduleOption.check(experiment, spec.commandLine().getErr());
        return new RaceJob(tools, spec, experiment, Path.of(""), out).run(rows);
    }

    /** The table and the rules of the user's own. */
    private List<Path> inputs(List<Entrant> entrants) {
        List<Path> files = new ArrayList<>();
        files.add(CsvArgument.file(csv));
        entrants.stream().filter(Entrant::isFile).map(each -> Path.of(each.optimizer())).forEach(files::add);
        return files;
    }

    private LoadedRows load(DataSpec wanted) {
        try (Job job = new Job(Said.of("cli.job.reading"), spec, reading.progress())) {
            return DataSources.rows(wanted, Path.of(""), job);
        }
    }

    private String title() {
        Path name = Path.of(csv).getFileName();
        return name == null ? csv : name.toString();
    }

    private ModelSpec modelSpec(Prepared prepared) {
        ModelSpec spec = model.model(InputShape.of(prepared.inputShape()), prepared.task());
        if (!spec.loss().measures(prepared.task())) {
            throw new InputException(Said.of("cli.target.number", prepared.targetName()));
        }
        return spec;
    }
}
