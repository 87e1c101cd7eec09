package downhill.cli;

import downhill.data.DataSpec;
import downhill.data.source.DataSources;
import downhill.data.source.LoadedRows;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Problem;
import downhill.store.ExperimentStore;
import downhill.store.OpenedExperiment;
import downhill.store.ReportFile;
import downhill.words.Said;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;

/** Opens what is judged fold by fold: a table with contenders as the options say, or a document. */
final class CrossInput {
    private final CommandSpec spec;
    private final ContenderOptions contenders;
    private final Set<String> own;

    /** @param own options that a document does not say itself */
    CrossInput(CommandSpec spec, ContenderOptions contenders, Set<String> own) {
        this.spec = spec;
        this.contenders = contenders;
        this.own = own;
    }

    Opened open(String input) {
        boolean report = CsvArgument.sample(input).isEmpty() && ReportFile.isReport(CsvArgument.file(input));
        return report || input.toLowerCase(Locale.ROOT).endsWith(".json") ? document(input) : table(input);
    }

    private Opened table(String input) {
        contenders.check();
        List<ContenderSpec> specs = contenders.contenders();
        LoadedRows rows = load(contenders.data(input), Path.of(""));
        return new Opened(contenders.experiment(input, rows, specs, spec.commandLine().getErr()), rows, Path.of(""),
                contenders.inputs(input));
    }

    private Opened document(String input) {
        List<String> others = spec.commandLine().getParseResult().matchedOptions().stream().map(option -> option.longestName())
                .filter(name -> !own.contains(name)).toList();
        if (!others.isEmpty()) {
            throw new InputException(Said.of("cli.experiment.options", others.get(0)));
        }
        Path file = CsvArgument.file(input);
        OpenedExperiment opened = ExperimentStore.read(file);
        opened.notices().forEach(spec.commandLine().getErr()::println);
        if (opened.experiment().contenders().isEmpty()) {
            throw new InputException(Said.of("cli.contenders.none", file));
        }
        if (!(opened.experiment().problem() instanceof Problem.Learning learning)) {
            throw new InputException(Said.of("cli.folds.surface", file));
        }
        List<Path> inputs = new ArrayList<>(List.of(file));
        opened.dataFile().ifPresent(inputs::add);
        return new Opened(opened.experiment(), load(learning.data(), opened.folder()), opened.folder(), inputs);
    }

    private LoadedRows load(DataSpec wanted, Path folder) {
        try (Job job = new Job(Said.of("cli.job.reading"), spec, contenders.progress())) {
            return DataSources.rows(wanted, folder, job);
        }
    }
}
