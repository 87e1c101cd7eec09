package downhill.cli;

import downhill.analysis.score.ContenderAnswers;
import downhill.analysis.score.CrossValidation;
import downhill.analysis.score.HeldOut;
import downhill.analysis.score.ScoreMetric;
import downhill.data.TaskKind;
import downhill.data.prepare.FoldedRows;
import downhill.data.source.DataSources;
import downhill.data.source.LoadedRows;
import downhill.optim.RuleLibrary;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.store.ExperimentStore;
import downhill.store.FileStamp;
import downhill.store.Looks;
import downhill.store.OpenedExperiment;
import downhill.store.SealJson;
import downhill.words.Said;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;

/**
 * A look at the rows under seal: the contenders of a document are trained as it says and measured on rows that nothing was learned from and
 * nothing was chosen by. The look is written into the document before anybody sees what came of it.
 */
final class SealOpening {
    private final CommandSpec spec;
    private final Path file;
    private final boolean progress;

    SealOpening(CommandSpec spec, Path file, boolean progress) {
        this.spec = spec;
        this.file = file;
        this.progress = progress;
    }

    int run(boolean json) {
        FileStamp before = FileStamp.of(file);
        OpenedExperiment opened = ExperimentStore.read(file);
        Experiment experiment = opened.experiment();
        if (experiment.contenders().isEmpty()) {
            throw new InputException(Said.of("cli.contenders.none", file));
        }
        if (!(experiment.problem() instanceof Problem.Learning learning)) {
            throw new InputException(Said.of("cli.folds.surface", file));
        }
        opened.notices().forEach(spec.commandLine().getErr()::println);
        LoadedRows loaded = load(learning, opened.folder());
        FoldedRows rows = FoldedRows.sealed(loaded.imported().table(), learning.data());
        List<ContenderAnswers> answers = answers(experiment, rows, ScoreMetric.usual(loaded.prepared().task()));
        if (before == null || before.isOutdated(file)) {
            throw new InputException(Said.of("cli.seal.changed", file));
        }
        Experiment looked = experiment.looked(Looks.now(experiment, opened.folder()));
        ExperimentStore.write(file, looked, opened.folder());
        print(json, experiment, looked, opened.folder(), answers, loaded.prepared().task());
        return answers.stream().flatMap(each -> each.runs().stream()).anyMatch(run -> run.predictions() == null)
                ? ExitCode.FELL_SHORT : ExitCode.DONE;
    }

    private LoadedRows load(Problem.Learning learning, Path folder) {
        try (Job job = new Job(Said.of("cli.job.reading"), spec, progress)) {
            return DataSources.rows(learning.data(), folder, job);
        }
    }

    private List<ContenderAnswers> answers(Experiment experiment, FoldedRows rows, ScoreMetric metric) {
        try (Job job = new Job(Said.of("cli.job.training"), spec, progress)) {
            return CrossValidation.answers(experiment, rows, metric, RuleLibrary.complete(), Runtime.getRuntime().availableProcessors(),
                    job);
        }
    }

    private void print(boolean json, Experiment before, Experiment after, Path folder, List<ContenderAnswers> answers, TaskKind task) {
        PrintWriter out = spec.commandLine().getOut();
        List<ScoreMetric> metrics = ScoreMetric.fitting(task);
        int looks = after.looks().size();
        Said told = looks == 1 ? Said.of("seal.look.first", file) : Said.of("seal.look", looks, file);
        if (json) {
            out.print(SealJson.text(answers, metrics, looks, Looks.since(before, folder), told.toString()));
            return;
        }
        TextTable table = new TextTable(Stream.concat(Stream.of(Said.of("cli.head.contender"), Said.of("cli.head.seed")),
                metrics.stream().map(ScoreMetric::said)).toArray());
        answers.forEach(each -> each.runs().forEach(run -> table.row(row(each, run, metrics))));
        table.print(out);
        out.println();
        out.println(told);
    }

    private static Object[] row(ContenderAnswers each, HeldOut run, List<ScoreMetric> metrics) {
        return Stream.concat(Stream.of(each.name(), Long.toString(run.seed())), metrics.stream().map(metric -> number(run, metric)))
                .toArray();
    }

    private static String number(HeldOut run, ScoreMetric metric) {
        double value = run.score(metric).value();
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.4g", value);
    }
}
