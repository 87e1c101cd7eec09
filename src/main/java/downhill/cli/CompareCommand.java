package downhill.cli;

import downhill.data.DataSpec;
import downhill.data.source.DataSources;
import downhill.data.source.LoadedRows;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.words.Said;
import java.nio.file.Path;
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
    "  downhill compare digits --model mlp --optimizer adam:from=trained.downhill-model,head=new,freeze=dense1 --optimizer adam",
    "  downhill compare air-passengers --model lstm --optimizers adam,mine.rule"})
final class CompareCommand implements Callable<Integer> {
    private final Tools tools;

    @Spec
    private CommandSpec spec;

    @Mixin
    private HelpOption help;

    @Parameters(paramLabel = "CSV", description = "A CSV file, or the name of a bundled sample such as iris; with --on a folder of "
            + "files, or a pattern such as 'parts/*.csv'.")
    private String csv;

    @Mixin
    private ContenderOptions contenders;

    @Mixin
    private WorkersOption on;

    @Mixin
    private AveragingOption average;

    @Option(names = "--out", paramLabel = "DIR",
            description = "Folder for experiment.json, history.csv, summary.json, loss.png and the models; with --seeds also seeds.csv.")
    private Path out;

    CompareCommand(Tools tools) {
        this.tools = tools;
    }

    @Override
    public Integer call() {
        contenders.check();
        average.check(on);
        List<ContenderSpec> specs = contenders.contenders();
        if (out != null) {
            new ResultNames(specs, true).pretrained(contenders.pretrains()).check(out, contenders.inputs(csv));
        }
        if (on.asked()) {
            return spread(specs);
        }
        LoadedRows rows = load(contenders.data(csv));
        Experiment experiment = contenders.experiment(csv, rows, specs, spec.commandLine().getErr());
        return new RaceJob(tools, spec, experiment, Path.of(""), out).pretrained(contenders.pretrained()).run(rows);
    }

    private int spread(List<ContenderSpec> specs) {
        if (contenders.pretrains()) {
            throw new InputException(Said.of("cli.on.pretrain"));
        }
        return new SpreadJob(spec, on, Path.of("")).run(contenders.data(csv), contenders.progress(), table -> {
            Experiment experiment = contenders.experiment(csv, table.rows(), specs, spec.commandLine().getErr());
            return new RaceJob(tools, spec, experiment, Path.of(""), out).spread(table, average.steps()).run(table.rows());
        });
    }

    private LoadedRows load(DataSpec wanted) {
        try (Job job = new Job(Said.of("cli.job.reading"), spec, contenders.progress())) {
            return DataSources.rows(wanted, Path.of(""), job);
        }
    }
}
