package downhill.study;

import downhill.data.DataSpec;
import downhill.data.Table;
import downhill.data.TaskKind;
import downhill.data.prepare.FoldedRows;
import downhill.data.prepare.Prepared;
import downhill.data.split.FoldSpec;
import downhill.race.document.Experiment;
import downhill.setting.Chosen;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.util.function.Function;

/** By which rows of a table the trials of a search are judged, as it was chosen. */
public final class JudgedRows {
    private JudgedRows() {
    }

    /**
     * With the rows under seal that no trial is to be judged by.
     *
     * @throws RefusedException where rows are under seal already
     */
    public static DataSpec keepingAside(Chosen chosen, DataSpec data) {
        if (!chosen.has(StudySettings.OUTER)) {
            return data;
        }
        if (data.split().sealedShare() > 0) {
            throw new RefusedException(Said.of("tune.outer.seal"));
        }
        return data.withSplit(data.split().withSealed(chosen.get(StudySettings.OUTER)));
    }

    /**
     * How trials of an experiment are judged.
     *
     * @param experiment what is kept aside is under seal in it already
     * @param split      rows of a specification of the table
     * @throws RefusedException of one sentence where the rows cannot be divided so
     */
    public static Judging judging(Chosen chosen, Experiment experiment, Table table, TaskKind task, Function<DataSpec, Prepared> split) {
        DataSpec own = PartSlot.learning(experiment).data();
        Judging inner = inner(FoldChoice.of(chosen, own.sequence() != null), own, table, task, split);
        return chosen.has(StudySettings.OUTER) ? inner.keepingAside(data -> FoldedRows.sealed(table, data)) : inner;
    }

    private static Judging inner(FoldSpec folds, DataSpec own, Table table, TaskKind task, Function<DataSpec, Prepared> split) {
        if (folds != null) {
            FoldedRows.of(table, own, folds); // refused before anything is written down
            return Judging.byFolds(data -> FoldedRows.of(table, data, folds), Judging.metric(task));
        }
        if (split.apply(own).validation().count() == 0) {
            throw new RefusedException(Said.of("tune.validation"));
        }
        return Judging.bySplit(split);
    }

    /** What trials of one study have in common beside their experiment; empty for one split. */
    public static String mark(Chosen chosen, Experiment experiment) {
        FoldSpec folds = FoldChoice.of(chosen, PartSlot.learning(experiment).data().sequence() != null);
        return folds == null ? "" : " " + folds;
    }
}
