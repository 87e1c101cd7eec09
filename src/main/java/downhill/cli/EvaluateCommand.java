package downhill.cli;

import downhill.analysis.metric.ClassificationMetrics;
import downhill.analysis.metric.Metrics;
import downhill.analysis.metric.RegressionMetrics;
import downhill.analysis.predict.Judgement;
import downhill.data.prepare.Preprocessing;
import downhill.data.source.PartPaths;
import downhill.words.Said;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures a trained model on labelled rows. */
@Command(name = "evaluate", description = "Measure a trained model on a CSV file that holds the target.", sortOptions = false,
        footerHeading = "%n", footer = {
    "Numbers: mean squared error, its root, mean absolute error (in the target's own unit; of dates in days), R². Classes: "
            + "accuracy, balanced accuracy, macro F1, "
            + "log loss (nats), area under the ROC curve, one class against the rest, mean over the classes that occur. What is not "
            + "defined, "
            + "such as R² of a constant target, is null in JSON and - in text.",
    "%nExamples:%n  downhill evaluate race/model-adam.downhill-model labelled.csv --json",
    "  downhill evaluate race/experiment.json --open-seal"})
final class EvaluateCommand implements Callable<Integer> {
    private static final int MOST_NAMES = 8;
    /** Of the names of measures, at least. */
    private static final int PLACES = 18;

    @Spec
    private CommandSpec spec;

    @Mixin
    private HelpOption help;

    @Parameters(index = "0", paramLabel = "MODEL", description = "A trained model (*.downhill-model), or an ONNX file; with --open-seal "
            + "an experiment.")
    private Path modelFile;

    @Parameters(index = "1", arity = "0..1", paramLabel = "CSV", description = "Rows with features and target; with --on a folder of "
            + "files, or a pattern such as 'parts/*.csv', measured together.")
    private String csv;

    @Option(names = "--open-seal", description = "Of an experiment (*.json) some rows of which are under seal (--seal): train its "
            + "contenders and measure them on these rows. The document counts each look.")
    private boolean openSeal;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Mixin
    private WorkersOption on;

    @Mixin
    private MetricWeights weights;

    @Mixin
    private OnnxOptions untold;

    @Mixin
    private DialectOptions dialect;

    @Override
    public Integer call() throws IOException {
        boolean experiment = modelFile.toString().toLowerCase(Locale.ROOT).endsWith(".json");
        if (openSeal || experiment) {
            return sealed(experiment);
        }
        if (csv == null) {
            throw new InputException(Said.of("cli.evaluate.rows", modelFile));
        }
        if (on.asked()) {
            return spread();
        }
        try (Job job = new Job(Said.of("cli.job.scoring"), spec, dialect.progress()); ScoringNotes notes = new ScoringNotes(null)) {
            FileScoring scoring = new FileScoring(RowModel.of(modelFile, csv, dialect, untold, weights::in), csv, dialect, true);
            Preprocessing preprocessing = scoring.preprocessing();
            MeasuredRows receiver = new MeasuredRows(csv, preprocessing, weights.asked());
            scoring.run(receiver, notes, job);
            job.quiet();
            PrintWriter err = spec.commandLine().getErr();
            scoring.told().ifPresent(err::println);
            notes.print(err, Said.of("cli.rest.predict"));
            tell(receiver, notes.unscoredRows(), preprocessing, err);
        }
        return ExitCode.DONE;
    }

    private int sealed(boolean experiment) {
        if (!experiment || csv != null) {
            throw new InputException(Said.of(experiment ? "cli.seal.rows" : "cli.seal.model", experiment ? csv : modelFile));
        }
        if (!openSeal) {
            throw new InputException(Said.of("cli.seal.unasked", modelFile));
        }
        return new SealOpening(spec, modelFile, dialect.progress()).run(json);
    }

    private int spread() {
        List<Path> files = PartPaths.of(csv, Path.of(""));
        RowModel model = RowModel.of(modelFile, files.get(0).toString(), dialect, untold, weights::in);
        FileScored all = new FolderScoring(spec, on, dialect.progress()).measured(modelFile, files,
                FileScoring.options(model.preprocessing().reading(), dialect), model.preprocessing(), weights.asked());
        PrintWriter err = spec.commandLine().getErr();
        model.told().ifPresent(err::println);
        tell(all.measured(), all.unscored(), model.preprocessing(), err);
        return ExitCode.DONE;
    }

    private void tell(MeasuredRows rows, long unscored, Preprocessing preprocessing, PrintWriter err) {
        rows.print(err);
        weights.print(rows.judgement(), preprocessing, err);
        print(measures(rows.judgement(), unscored, preprocessing, err));
    }

    private NamedFacts measures(Judgement judgement, long notScored, Preprocessing preprocessing, PrintWriter err) {
        String target = preprocessing.target().column();
        if (judgement.rows() == 0 && judgement.uncounted() > 0) {
            throw new InputException(Said.of("cli.weights.nothing", csv, preprocessing.weight()));
        }
        if (judgement.rows() == 0) {
            throw new InputException(Said.of("cli.target.unknown", csv, target));
        }
        Metrics metrics = judgement.metrics();
        NamedFacts measures = new NamedFacts();
        measures.put("measure.rows", metrics.rows());
        measures.put("measure.unlabelled", judgement.unlabelled());
        measures.put("measure.notScored", notScored);
        weights.put(judgement, preprocessing, measures);
        if (metrics instanceof ClassificationMetrics classes) {
            measures.put("measure.accuracy", classes.accuracy());
            measures.put("measure.balancedAccuracy", classes.balancedAccuracy());
            measures.put("measure.macroF1", classes.macroF1());
            measures.put("measure.logLoss", classes.logLoss());
            measures.put("measure.rocAuc", classes.macroAuc());
            absent(classes, preprocessing, err);
        } else if (metrics instanceof RegressionMetrics numbers) {
            measures.put("measure.mse", numbers.mse());
            measures.put("measure.rmse", numbers.rmse());
            measures.put("measure.mae", numbers.mae());
            measures.put("measure.r2", numbers.r2());
            days(measures, preprocessing);
            if (judgement.constantTarget()) {
                err.println(metrics.rows() == 1 ? Said.of("cli.r2.one", target) : Said.of("cli.r2.same", metrics.rows(), target));
            }
        }
        if (metrics instanceof RegressionMetrics numbers && Double.isInfinite(numbers.mse())) {
            err.println(Said.of("cli.mse.large"));
        }
        if (metrics.unusable() > 0) {
            err.println(Said.of("cli.outputs.infinite", metrics.unusable()));
        }
        return measures;
    }

    private void days(NamedFacts measures, Preprocessing preprocessing) {
        if (preprocessing.predictsDates()) {
            spec.commandLine().getErr().println(Said.of("cli.target.date", preprocessing.target().column()));
            measures.unit("measure.mse", Said.of("unit.days2"));
            measures.unit("measure.rmse", Said.of("unit.days"));
            measures.unit("measure.mae", Said.of("unit.days"));
        }
    }

    private void absent(ClassificationMetrics metrics, Preprocessing preprocessing, PrintWriter err) {
        if (!metrics.absent().isEmpty()) {
            Said names = Said.list(metrics.absent().stream().map(preprocessing.classNames()::get).limit(MOST_NAMES).map(Said::plain)
                    .toList());
            err.println(Said.of(metrics.absent().size() == 1 ? "cli.class.absent.one" : "cli.class.absent", names));
        }
    }

    private void print(NamedFacts measures) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.print(measures.json());
        } else {
            measures.print(out, PLACES);
        }
    }
}
