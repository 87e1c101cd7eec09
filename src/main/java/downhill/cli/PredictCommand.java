package downhill.cli;

import downhill.data.ImportOptions;
import downhill.data.source.PartPaths;
import downhill.store.AtomicFiles;
import downhill.store.FileKind;
import downhill.store.Outputs;
import downhill.words.Said;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Scores a file with a trained model, piece by piece, so that its size does not matter. */
@Command(name = "predict", description = "Score the rows of a CSV file with a trained model.", sortOptions = false, footerHeading = "%n",
        footer = {
    "FILE holds the columns of the input as they are, then the prediction and, for classes, the probability of each. Columns may "
            + "come in any "
            + "order; those that the model does not know are passed on. A row that cannot be scored keeps its place with an empty "
            + "prediction "
            + "and the reason in a last column. A model of a time series predicts each row from those before it, and the rows after "
            + "the last; "
            + "rows that are not in the order of their dates, which training had, are put in it, here and in FILE.",
    "%nExample:%n  downhill predict race/model-adam.downhill-model new.csv --out scored.csv --problems problems.csv"})
final class PredictCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HelpOption help;

    @Parameters(index = "0", paramLabel = "MODEL",
            description = "A trained model (*.downhill-model), as train and compare --out save it; or "
            + "an ONNX file, of export or of another program.")
    private Path modelFile;

    @Parameters(index = "1", paramLabel = "CSV", description = "Rows with the columns that the model was trained on; "
            + "with --on a folder of files, or a pattern such as 'parts/*.csv'.")
    private String csv;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "CSV with the columns of the input and the predictions; "
            + "with --on a folder for one such file for each.")
    private Path out;

    @Mixin
    private WorkersOption on;

    @Option(names = "--problems", paramLabel = "FILE",
            description = "CSV with each line that was not scored, or only with a cell taken as missing: "
            + "line, scored, reason.")
    private Path problems;

    @Option(names = "--raw",
            description = "Leave texts that a spreadsheet would take for formulas as they are. Without it they get an apostrophe.")
    private boolean raw;

    @Mixin
    private OnnxOptions untold;

    @Mixin
    private DialectOptions dialect;

    @Override
    public Integer call() throws IOException {
        if (on.asked()) {
            return spread();
        }
        new Outputs().reading(modelFile).reading(CsvArgument.file(csv)).writing("--out", out, FileKind.TABLE)
                .writing("--problems", problems, FileKind.TABLE).check();
        try (Job job = new Job(Said.of("cli.job.scoring"), spec, dialect.progress())) {
            RowModel model = RowModel.of(modelFile, csv, dialect, untold, UnaryOperator.identity());
            FileScoring scoring = new FileScoring(model, csv, dialect, false);
            if (problems == null) {
                score(scoring, null, job);
            } else {
                AtomicFiles.write(problems, list -> score(scoring, list, job), false);
            }
        }
        return ExitCode.DONE;
    }

    private int spread() throws IOException {
        if (problems != null) {
            throw new InputException(Said.of("cli.on.problems"));
        }
        List<Path> files = PartPaths.of(csv, Path.of(""));
        RowModel model = RowModel.of(modelFile, files.get(0).toString(), dialect, untold, UnaryOperator.identity());
        ImportOptions options = FileScoring.options(model.preprocessing().reading(), dialect);
        return new FolderScoring(spec, on, dialect.progress()).predict(modelFile, files, out, options, raw);
    }

    private void score(FileScoring scoring, Path list, Job job) throws IOException {
        try (ScoringNotes notes = new ScoringNotes(list)) {
            ScoredRows rows = new ScoredRows(scoring.preprocessing(), !raw);
            AtomicFiles.write(out, file -> rows.write(file, receiver -> scoring.run(receiver, notes, job)), false);
            job.quiet();
            scoring.told().ifPresent(spec.commandLine().getErr()::println);
            report(notes, rows);
        }
    }

    private void report(ScoringNotes notes, ScoredRows rows) {
        PrintWriter err = spec.commandLine().getErr();
        notes.print(err, problems == null ? Said.of("cli.rest.problems") : Said.of("cli.rest.in", problems));
        rows.notes().forEach(err::println);
        spec.commandLine().getOut().println(Said.of(notes.scoredRows() == 1 ? "cli.scored.one" : "cli.scored", notes.scoredRows(),
                notes.unscoredRows(), out));
    }
}
