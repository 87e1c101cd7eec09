package downhill.cli;

import downhill.cluster.Work;
import downhill.cluster.WorkerFiles;
import downhill.cluster.Workplace;
import downhill.data.ImportOptions;
import downhill.store.AtomicFiles;
import downhill.words.Said;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/**
 * Scores a file as {@code predict} does on one machine, into a file of its own.
 *
 * @param model, csv, out paths that the worker knows
 * @param options how the file is read
 * @param raw     whether texts that a spreadsheet would take for formulas stay as they are
 */
record FilePrediction(String model, String csv, String out, ImportOptions options, boolean raw) implements Work<FileScored> {
    @Override
    public FileScored done(Workplace place) {
        WorkerFiles.require(model);
        WorkerFiles.require(csv);
        RowModel answering = RowModel.of(Path.of(model), csv, new DialectOptions(), new OnnxOptions(), UnaryOperator.identity());
        FileScoring scoring = new FileScoring(answering, csv, options, false);
        try (ScoringNotes notes = new ScoringNotes(null); SaidLines lines = new SaidLines()) {
            ScoredRows rows = new ScoredRows(scoring.preprocessing(), !raw);
            WorkProgress progress = new WorkProgress(place);
            AtomicFiles.write(Path.of(out), file -> rows.write(file, receiver -> scoring.run(receiver, notes, progress)), false);
            notes.print(lines, Said.of("cli.rest.problems"));
            return new FileScored(notes.scoredRows(), notes.unscoredRows(), lines.lines(), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
