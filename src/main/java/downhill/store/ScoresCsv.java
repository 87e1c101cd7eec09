package downhill.store;

import downhill.analysis.score.ContenderScores;
import downhill.analysis.score.CrossScores;
import downhill.analysis.score.FoldScore;
import java.nio.file.Path;
import java.util.Locale;

/** Scores of held out rows as CSV: one row for each run, contender by contender, repeat by repeat, fold by fold, seed by seed. */
public final class ScoresCsv {
    private ScoresCsv() {
    }

    /** Replaces a file that is there; repeats and folds count from 1, and one that diverged has no score. */
    public static void write(Path file, CrossScores scores) {
        AtomicFiles.write(file, part -> {
            try (CsvRows rows = new CsvRows(part, "contender", "repeat", "fold", "seed", "metric", "score", "outcome", "steps")) {
                scores.contenders().forEach(each -> each.runs().forEach(run -> row(rows, scores, each, run)));
            }
        }, false);
    }

    private static void row(CsvRows rows, CrossScores scores, ContenderScores contender, FoldScore run) {
        rows.row(contender.name(), Integer.toString(run.repeat() + 1), Integer.toString(run.fold() + 1), Long.toString(run.seed()),
                scores.metric().key(), CsvRows.number(run.value()),
                run.diverged() ? "diverged" : run.outcome().name().toLowerCase(Locale.ROOT), Long.toString(run.steps()));
    }
}
