package downhill.cli;

import downhill.cluster.Work;
import downhill.cluster.WorkerFiles;
import downhill.cluster.Workplace;
import downhill.data.ImportOptions;
import downhill.data.prepare.Preprocessing;
import downhill.words.Said;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * Measures a model on a file.
 *
 * @param steps   as {@code evaluate} treats rows, weights that were asked for included
 * @param asked   column of weights that must be there, or null
 */
record FileMeasurement(String model, String csv, ImportOptions options, Preprocessing steps, String asked) implements Work<FileScored> {
    @Override
    public FileScored done(Workplace place) {
        WorkerFiles.require(model);
        WorkerFiles.require(csv);
        RowModel answering = RowModel.of(Path.of(model), csv, new DialectOptions(), new OnnxOptions(),
                own -> own.withWeight(steps.weight()));
        FileScoring scoring = new FileScoring(answering, csv, options, true);
        MeasuredRows measured = new MeasuredRows(csv, scoring.preprocessing(), asked);
        try (ScoringNotes notes = new ScoringNotes(null); SaidLines lines = new SaidLines()) {
            scoring.run(measured, notes, new WorkProgress(place));
            notes.print(lines, Said.of("cli.rest.predict"));
            return new FileScored(notes.scoredRows(), notes.unscoredRows(), lines.lines(), measured);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
