package downhill.cli;

import downhill.data.DataSpec;
import downhill.data.source.LoadedRows;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.history.Curve;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Contenders on a CSV file: who, for how long, on which rows, with which model. */
final class ContenderOptions {
    @Option(names = {"--optimizers", "--optimizer"}, defaultValue = "sgd,momentum,rmsprop,adam", paramLabel = "ID[:key=value,...][,ID...]",
            description = {
        "Ids as downhill rules lists them, or files of your own that end in .rule (default: ${DEFAULT-VALUE}). Each may have "
                + "settings of its own:",
        "  the hyperparameters that downhill rules ID lists", "  batch, seeds, l1, l2, clipNorm, clipValue, weightDecay, name",
        "  from=MODEL (or SESSION@NAME@STEP), head=new, freeze=LAYER+LAYER, pace.LAYER=FACTOR, ema=DECAY, swa=STEP, swaEvery=STEPS",
        "  pretrain=autoencoder|denoise|masked|next, pretrainSteps=STEPS, pretrainFile=CSV: learns from the "
                + "inputs first, of rows without a label, too",
        "  schedule, as --schedule has it, after all others",
        "Such as adam:learningRate=0.01,beta1=0.8,schedule=cosine. They go before the options for all; weightDecay acts through the "
                + "gradient where the rule has none of its own. May be repeated."})
    private List<String> optimizers;

    @Option(names = "--learning-rate", split = ",", paramLabel = "R",
            description = "One for all or one for each (default: each optimizer's own).")
    private List<Double> learningRates;

    @Mixin
    private ExperimentOptions experiment;

    private Map<String, Curve> pretrained = Map.of();

    /** Refuses what could not be raced, before data are read. */
    void check() {
        experiment.check();
    }

    private List<Entrant> entrants() {
        return optimizers.stream().flatMap(text -> Entrant.list(text).stream()).toList();
    }

    List<ContenderSpec> contenders() {
        return experiment.contenders(entrants(), learningRates);
    }

    /** The table and the rules of the user's own. */
    List<Path> inputs(String csv) {
        List<Path> files = new ArrayList<>();
        files.add(CsvArgument.file(csv));
        entrants().stream().map(each -> each.settings().get(EntrantPretraining.FILE)).filter(Objects::nonNull).map(CsvArgument::file)
                .forEach(files::add);
        entrants().stream().filter(Entrant::isFile).map(each -> Path.of(each.optimizer())).forEach(files::add);
        return files;
    }

    /** How the table is read and divided. */
    DataSpec data(String csv) {
        return experiment.data(csv);
    }

    /** Whether progress is to be told even where nobody watches a terminal. */
    boolean progress() {
        return experiment.progress();
    }

    /** The document, once it is known what the data are. */
    Experiment experiment(String csv, LoadedRows rows, List<ContenderSpec> contenders, PrintWriter err) {
        Experiment told = experiment.experiment(title(csv), data(csv), rows.prepared(), contenders, err);
        EntrantPretraining pretraining = new EntrantPretraining(rows, err);
        Experiment all = pretraining.apply(told, entrants());
        pretrained = pretraining.courses();
        return all;
    }

    /** Whether somebody learns from rows without labels first. */
    boolean pretrains() {
        return entrants().stream().anyMatch(each -> each.settings().keySet().stream().anyMatch(EntrantPretraining::has));
    }

    /** Losses of that, by contender, once the document is known. */
    Map<String, Curve> pretrained() {
        return pretrained;
    }

    private static String title(String csv) {
        Path name = Path.of(csv).getFileName();
        return name == null ? csv : name.toString();
    }
}
