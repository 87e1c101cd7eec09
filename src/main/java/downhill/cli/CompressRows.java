package downhill.cli;

import downhill.compress.RowsApart;
import downhill.compress.SmallForm;
import downhill.compress.SmallerPlan;
import downhill.data.Examples;
import downhill.data.Progress;
import downhill.data.RowValues;
import downhill.data.prepare.Prepared;
import downhill.data.prepare.Preprocessing;
import downhill.model.TrainedEnsemble;
import downhill.words.Said;
import java.io.IOException;
import java.io.PrintWriter;

/** Reads the rows by which a model is made smaller and judged. */
final class CompressRows {
    /** Fewer do not judge. */
    private static final int FEWEST = 2;

    private final TrainedEnsemble model;
    private final DialectOptions dialect;
    private final PrintWriter err;

    CompressRows(TrainedEnsemble model, DialectOptions dialect, PrintWriter err) {
        this.model = model;
        this.dialect = dialect;
        this.err = err;
    }

    /**
     * Those to learn from and those that judge, and what is to be said of them.
     *
     * @param test  a file of rows that judge, or null: a part of those of {@code csv} where something is learned, else all
     * @param share of the rows that judges
     */
    Prepared read(String csv, String test, double share, SmallerPlan plan, boolean calibrated, Progress progress) throws IOException {
        Preprocessing steps = model.preprocessing();
        Examples all = known(csv, progress);
        boolean apart = plan.learns() || !calibrated && plan.forms().stream().anyMatch(SmallForm::calibrated);
        Prepared rows;
        if (test != null) {
            rows = RowsApart.of(steps, all, known(test, progress));
        } else {
            rows = apart ? RowsApart.split(steps, all, share, plan.seed()) : RowsApart.of(steps, all, all);
        }
        if (rows.training().count() < 1 || rows.validation().count() < FEWEST) {
            throw new InputException(Said.of("compress.rows.few", csv, rows.training().count(), rows.validation().count()));
        }
        err.println(test != null || apart ? Said.of("compress.rows.apart", rows.training().count(), rows.validation().count())
                : Said.of("compress.rows.all", rows.validation().count()));
        return rows;
    }

    /** Prepared inputs of a file, whatever its targets. */
    RowValues inputs(String csv, Progress progress) throws IOException {
        Examples rows = RowsApart.complete(examples(csv, false, progress));
        if (rows.count() == 0) {
            throw new InputException(Said.of("compress.calibrate.none", csv));
        }
        return rows.values();
    }

    private Examples known(String csv, Progress progress) throws IOException {
        Examples rows = examples(csv, true, progress);
        Examples known = RowsApart.known(rows);
        if (known.count() == 0) {
            throw new InputException(Said.of("cli.target.unknown", csv, model.preprocessing().target().column()));
        }
        if (known.count() < rows.count()) {
            err.println(Said.of("compress.rows.left", csv, rows.count() - known.count()));
        }
        return known;
    }

    private Examples examples(String csv, boolean labelled, Progress progress) throws IOException {
        FileScoring scoring = new FileScoring(model, csv, dialect, labelled);
        try (ScoringNotes notes = new ScoringNotes(null)) {
            FileScoring.Whole whole = scoring.whole(notes, Progress.asking(() -> !progress.cancelled()));
            Examples rows = scoring.preprocessing().apply(whole.table()).inputs();
            notes.print(err, Said.of("cli.rest.predict"));
            return rows;
        }
    }
}
