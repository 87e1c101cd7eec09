package downhill.cli;

import downhill.data.DataSpec;
import downhill.data.prepare.Prepared;
import downhill.model.InputShape;
import downhill.model.ModelSpec;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.words.Said;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Contenders on a CSV file: who, for how long, on which rows, with which model. */
final class ContenderOptions {
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

    @Mixin
    private TrainingOptions training;

    @Mixin
    private DataOptions data;

    @Mixin
    private ReadingOptions reading;

    @Mixin
    private ModelOptions model;

    /** Refuses what could not be raced, before data are read. */
    void check() {
        training.check();
        data.check();
        model.check();
        schedule.check();
    }

    private List<Entrant> entrants() {
        return optimizers.stream().flatMap(text -> Entrant.list(text).stream()).toList();
    }

    List<ContenderSpec> contenders() {
        return Entrants.of(entrants(), learningRates, schedule.schedule(training.steps()), training);
    }

    /** The table and the rules of the user's own. */
    List<Path> inputs(String csv) {
        List<Path> files = new ArrayList<>();
        files.add(CsvArgument.file(csv));
        entrants().stream().filter(Entrant::isFile).map(each -> Path.of(each.optimizer())).forEach(files::add);
        return files;
    }

    /** How the table is read and divided. */
    DataSpec data(String csv) {
        DataSpec wanted = data.apply(reading.apply(CsvArgument.spec(csv)), model.task());
        return wanted.withSplit(wanted.split().withSeed(training.seed()));
    }

    /** Whether progress is to be told even where nobody watches a terminal. */
    boolean progress() {
        return reading.progress();
    }

    /** The document, once it is known what the data are. */
    Experiment experiment(String csv, Prepared prepared, List<ContenderSpec> contenders, PrintWriter err) {
        DataSpec settled = data(csv).withTarget(prepared.targetName()).withTask(prepared.task());
        Problem problem = new Problem.Learning(settled, modelSpec(prepared));
        Experiment experiment = new Experiment(title(csv), problem, training.spec(settled, prepared), contenders, training.seed(),
                training.precision());
        ScheduleOption.check(experiment, err);
        return experiment;
    }

    private static String title(String csv) {
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
