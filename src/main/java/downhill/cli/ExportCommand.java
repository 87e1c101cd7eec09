package downhill.cli;

import downhill.analysis.predict.Scores;
import downhill.data.csv.Block;
import downhill.export.ExportFormat;
import downhill.export.MadeRows;
import downhill.export.StoredRow;
import downhill.export.StoredRows;
import downhill.export.torch.TorchScript;
import downhill.model.TrainedEnsemble;
import downhill.store.AtomicFiles;
import downhill.store.ExportProof;
import downhill.store.ExportStore;
import downhill.store.FileKind;
import downhill.store.Outputs;
import downhill.words.Said;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a trained model in the form of another program. */
@Command(name = "export", description = "Write a trained model in the form of another program, with its proof.", sortOptions = false,
        footerHeading = "%n", footer = {
    "The preparation is inside: columns go in by their names, a class with its probabilities or a number in the target's unit comes out. "
            + "Each file holds 20 rows with Downhill's answers and asks itself again: java Model.java --check, "
            + "python3 model.py --check, a page "
            + "when it is opened; an ONNX file is asked by an evaluator of Downhill's own.",
    "%nExamples:%n  downhill export race/model-adam.downhill-model --out model.onnx --check new.csv",
    "  downhill export race/model-adam.downhill-model --format html --out page.html"})
final class ExportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HelpOption help;

    @Parameters(index = "0", paramLabel = "MODEL",
            description = "A trained model (*.downhill-model), also of several that answer as one; or a session "
            + "(*.downhill) or an experiment (*.json, which is repeated): a PyTorch script of it goes on with "
            + "what the rule remembers, and a notebook (*.ipynb) repeats the whole race in PyTorch.")
    private Path modelFile;

    @Option(names = "--format", paramLabel = "FORMAT",
            description = "One of ${COMPLETION-CANDIDATES} (default: by the ending of FILE).")
    private ExportFormat format;

    @Option(names = "--out", required = true, paramLabel = "FILE",
            description = "What is written; the class of a Java source is named after it.")
    private Path out;

    @Option(names = "--contender", paramLabel = "NAME", description = "Of a session or experiment with several: which.")
    private String contender;

    @Option(names = "--check", paramLabel = "CSV", description = "Take the rows that are stored from this file, and have the exported file "
            + "answer them again: exit code 1 where that differs by more than rounding.")
    private String csv;

    @Mixin
    private DialectOptions dialect;

    @Override
    public Integer call() throws IOException {
        ExportFormat wanted = wanted();
        if (csv == null && dialect.isSaid()) {
            throw new InputException(Said.of("export.reading"));
        }
        new Outputs().reading(modelFile).reading(csv == null ? null : CsvArgument.file(csv)).writing("--out", out, FileKind.EXPORT).check();
        if (wanted == ExportFormat.NOTEBOOK) {
            return notebook();
        }
        ExportSubject subject = subject();
        TrainedEnsemble model = subject.model();
        subject.told().forEach(spec.commandLine().getErr()::println);
        List<StoredRow> rows = csv == null ? StoredRows.of(model, MadeRows.of(model.preprocessing())) : stored(model);
        byte[] content = wanted == ExportFormat.PYTORCH
                ? TorchScript.of(model, rows, subject.stands()).getBytes(StandardCharsets.UTF_8)
                : ExportStore.content(wanted, model, rows, name());
        AtomicFiles.write(out, file -> Files.write(file, content), false);
        PrintWriter print = spec.commandLine().getOut();
        print.println(Said.of(csv == null ? "export.done.made" : "export.done", out, wanted.id(), content.length, rows.size()));
        return csv == null ? ExitCode.DONE : check(wanted, wanted.bound(model), rows, print);
    }

    private int notebook() {
        if (csv != null || contender != null) {
            throw new InputException(Said.of("notebook.whole"));
        }
        List<Said> told = new ArrayList<>();
        byte[] content;
        try (Job job = new Job(Said.of("cli.job.training"), spec, dialect.progress())) {
            content = ExportedRace.notebook(modelFile, HarmlessPrinter.words(spec.commandLine().getErr()), told, job);
        }
        told.forEach(spec.commandLine().getErr()::println);
        AtomicFiles.write(out, file -> Files.write(file, content), false);
        spec.commandLine().getOut().println(Said.of("notebook.done", out, content.length));
        return ExitCode.DONE;
    }

    private ExportSubject subject() {
        try (Job job = new Job(Said.of("cli.job.training"), spec, dialect.progress())) {
            return ExportSubject.of(modelFile, contender, job);
        }
    }

    private ExportFormat wanted() {
        ExportFormat wanted = format != null ? format : ExportFormat.of(out.toString()).orElseThrow(() -> new InputException(
                Said.of("export.format", Arrays.stream(ExportFormat.values()).map(ExportFormat::ending).collect(Collectors.joining(", ")),
                        out)));
        if (wanted == ExportFormat.JAVA && !out.toString().endsWith(wanted.ending())) {
            throw new InputException(Said.of("export.java.ending", out));
        }
        return wanted;
    }

    /** Of the file, without its ending. */
    private String name() {
        return out.getFileName().toString().replaceFirst("\\.[^.]*$", "");
    }

    private int check(ExportFormat wanted, double bound, List<StoredRow> rows, PrintWriter print) throws IOException {
        ExportProof proof = ExportProof.of(wanted, bound, out, rows);
        print.println(proof.said());
        return proof.good() ? ExitCode.DONE : ExitCode.FELL_SHORT;
    }

    /** The first rows of the file that the model answers. */
    private List<StoredRow> stored(TrainedEnsemble model) throws IOException {
        try (Job job = new Job(Said.of("cli.job.exporting"), spec, dialect.progress()); ScoringNotes notes = new ScoringNotes(null)) {
            First first = new First();
            FileScoring scoring = new FileScoring(model, csv, dialect, false);
            try {
                scoring.run(first, notes, job);
            } catch (Enough rows) {
                job.quiet();
            }
            notes.print(spec.commandLine().getErr(), Said.of("cli.rest.predict"));
            if (first.block == null) {
                throw new InputException(Said.of("export.noRow"));
            }
            return StoredRows.of(first.block.table(), first.scores);
        }
    }

    /** The rest of the file need not be read. */
    private static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private Enough() {
            super(null, null, false, false);
        }
    }

    /** Keeps the first piece of a file that has answers, and ends the reading. */
    private static final class First implements FileScoring.Receiver {
        private Block block;
        private Scores scores;

        @Override
        public void begin(List<String> columns, Map<String, String> found) {
            block = null;
        }

        @Override
        public void scored(Block piece, Scores said) {
            if (said.count() > 0) {
                block = piece;
                scores = said;
                throw new Enough();
            }
        }
    }
}
