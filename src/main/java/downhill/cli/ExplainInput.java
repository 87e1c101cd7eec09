package downhill.cli;

import downhill.analysis.explain.Explained;
import downhill.analysis.explain.ExplainedRows;
import downhill.data.Progress;
import downhill.data.prepare.Applied;
import downhill.data.prepare.Preprocessing;
import downhill.model.TrainedEnsemble;
import downhill.words.Said;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.IntStream;

/** Reads what is to be explained. Closing it closes the model. */
final class ExplainInput implements AutoCloseable {
    private final String csv;
    private final String background;
    private final PrintWriter err;
    private final FileScoring file;
    /** Null where the rows that are explained are the background, too. */
    private final FileScoring compared;
    private final Explained model;
    private final ExplainPast past;

    /** @param background null where the rows of the file themselves are it */
    ExplainInput(ExplainSubject.Found found, String csv, String background, DialectOptions dialect, PrintWriter err) {
        TrainedEnsemble subject = found.model();
        this.past = found.past();
        this.csv = csv;
        this.background = background;
        this.err = err;
        this.file = new FileScoring(subject, csv, dialect, true);
        this.compared = background == null || background.equals(csv) ? null : new FileScoring(subject, background, dialect, true);
        this.model = Explained.of(subject);
    }

    /** @param rows as asked for; null for all */
    ExplainTask task(String rows, ExplainOptions options, Progress progress, List<Said> told) throws IOException {
        Explained asked = model.in(options.classScale());
        FileScoring.Whole whole = read(file, progress);
        ExplainedRows all = inside(asked.rows(whole.table()), whole);
        require(all, csv);
        file.told().ifPresent(told::add);
        ExplainedRows others = all;
        if (compared != null) {
            FileScoring.Whole read = read(compared, progress);
            others = inside(asked.rows(read.table()), read);
            require(others, background);
        }
        int[] numbers = IntStream.of(whole.rows()).map(row -> row + 1).toArray();
        ExplainedRows chosen = rows == null ? all : all.pick(chosen(RowNumbers.of(rows, csv, whole.table().rows()), numbers, all));
        ExplainTask task = new ExplainTask(asked, all, chosen, others, numbers,
                background == null ? Said.of("explain.shap.background", csv) : Said.NOTHING, options, past);
        if (asked.columns().size() == 1) {
            told.add(Said.of("explain.column.one", asked.columns().get(0).name()));
        }
        task.sameTarget().ifPresent(told::add);
        if (task.isConstant()) {
            told.add(Said.of("explain.constant"));
        }
        return task;
    }

    private FileScoring.Whole read(FileScoring scoring, Progress progress) throws IOException {
        try (ScoringNotes notes = new ScoringNotes(null)) {
            FileScoring.Whole whole = scoring.whole(notes, Progress.asking(() -> !progress.cancelled()));
            notes.prepared(scoring.preprocessing().apply(whole.table()));
            notes.print(err, Said.of("cli.rest.predict"));
            return whole;
        }
    }

    /** What a series foretells past its end is no row of the file. */
    private static ExplainedRows inside(ExplainedRows rows, FileScoring.Whole whole) {
        int[] own = IntStream.range(0, rows.count()).filter(row -> rows.sourceRows()[row] < whole.table().rows()).toArray();
        ExplainedRows picked = rows.pick(own);
        return new ExplainedRows(picked.count(), picked.size(), picked.values(), picked.sourceRows(), picked.targets(), picked.weights(),
                picked.table(), rows.unscored());
    }

    private static void require(ExplainedRows rows, String file) {
        if (rows.count() == 0) {
            throw new InputException(rows.unscored().isEmpty() ? Said.of("explain.rows.none", file)
                    : Said.of("explain.rows.unfit", file, rows.unscored().get(0).reason()));
        }
    }

    /** The places among {@code all} of rows of the file. */
    private int[] chosen(int[] wanted, int[] numbers, ExplainedRows all) {
        int[] byNumber = new int[numbers.length + 1];
        for (int row = 0; row < numbers.length; row++) {
            byNumber[numbers[row]] = row;
        }
        int[] places = new int[wanted.length];
        for (int i = 0; i < wanted.length; i++) {
            places[i] = all.of(byNumber[wanted[i]]);
            if (places[i] < 0) {
                throw new InputException(unfit(wanted[i], byNumber[wanted[i]], all));
            }
        }
        return places;
    }

    private Said unfit(int number, int row, ExplainedRows all) {
        Preprocessing steps = model.preprocessing();
        return all.unscored().stream().filter(each -> each.row() == row).map(Applied.Unscored::reason).findFirst()
                .map(reason -> Said.of("explain.row.unfit", number, reason))
                .orElseGet(() -> Said.of("explain.row.reach", number, steps.reach()));
    }

    @Override
    public void close() {
        model.close();
    }
}
