package downhill.cli;

import downhill.data.DataSpec;
import downhill.data.prepare.FoldedRows;
import downhill.data.prepare.Preparation;
import downhill.data.prepare.Prepared;
import downhill.data.source.LoadedRows;
import downhill.data.split.FoldSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.setting.Chosen;
import downhill.study.Judging;
import downhill.study.StudySettings;
import downhill.words.Said;
import picocli.CommandLine.Option;

/** By which rows the trials of a search are judged. */
final class JudgingOptions {
    @Option(names = "--groups", paramLabel = "COLUMN", description = "With --folds: rows with the same value there stay in one fold; the "
            + "column is not learned from.")
    private String groups;

    @Option(names = "--rolling", description = "With --folds: hold out stretches of rows in their order; a series is always divided so.")
    private boolean rolling;

    /** Refuses what could not be, before data are read. */
    void check(Chosen chosen) {
        if (chosen.has(StudySettings.OUTER) && groups != null) {
            throw new InputException(Said.of("tune.outer.groups"));
        }
        if (!chosen.has(StudySettings.FOLDS) && (groups != null || rolling || chosen.has(StudySettings.REPEATS))) {
            throw new InputException(Said.of("tune.folds"));
        }
    }

    /** With the rows under seal that no trial is to be judged by. */
    DataSpec keepingAside(Chosen chosen, DataSpec data) {
        if (!chosen.has(StudySettings.OUTER)) {
            return data;
        }
        if (data.split().sealedShare() > 0) {
            throw new InputException(Said.of("tune.outer.seal"));
        }
        return data.withSplit(data.split().withSealed(chosen.get(StudySettings.OUTER)));
    }

    /** How rows are divided into folds; null where trials are judged by one split. */
    private FoldSpec folds(Chosen chosen, DataSpec data) {
        if (!chosen.has(StudySettings.FOLDS)) {
            return null;
        }
        return new FoldSpec(chosen.whole(StudySettings.FOLDS), chosen.whole(StudySettings.REPEATS), groups,
                rolling || data.sequence() != null);
    }

    /** How trials of an experiment are judged. */
    Judging judging(Chosen chosen, Experiment experiment, LoadedRows rows) {
        Judging inner = inner(chosen, experiment, rows);
        return chosen.has(StudySettings.OUTER) ? inner.keepingAside(data -> FoldedRows.sealed(rows.imported().table(), data)) : inner;
    }

    private Judging inner(Chosen chosen, Experiment experiment, LoadedRows rows) {
        FoldSpec folds = folds(chosen, data(experiment));
        if (folds != null) {
            Judging judging = Judging.byFolds(data -> FoldedRows.of(rows.imported().table(), data, folds),
                    Judging.metric(rows.prepared().task()));
            FoldedRows.of(rows.imported().table(), data(experiment), folds); // refused before anything is written down
            return judging;
        }
        if (rows.prepared().validation().count() == 0) {
            throw new InputException(Said.of("tune.validation"));
        }
        return Judging.bySplit(data -> rows(experiment, rows, data));
    }

    /** Rows of a specification of the same table. */
    static Prepared rows(Experiment experiment, LoadedRows rows, DataSpec data) {
        return data.equals(data(experiment)) ? rows.prepared() : Preparation.prepare(rows.imported().table(), data);
    }

    private static DataSpec data(Experiment experiment) {
        return ((Problem.Learning) experiment.problem()).data();
    }

    /** What trials of one study have in common beside their experiment; empty for one split. */
    String mark(Chosen chosen, Experiment experiment) {
        FoldSpec folds = folds(chosen, data(experiment));
        return folds == null ? "" : " " + folds;
    }
}
