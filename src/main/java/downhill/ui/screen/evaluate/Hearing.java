package downhill.ui.screen.evaluate;

import downhill.analysis.score.ScoreMetric;
import downhill.data.Column;
import downhill.data.ColumnType;
import downhill.data.Table;
import downhill.data.TaskKind;
import downhill.data.prepare.FoldedRows;
import downhill.data.split.FoldSpec;
import downhill.race.document.ContenderSpec;
import downhill.race.document.EvaluationSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.ui.chart.Marks;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.util.List;

/**
 * What an evaluation judges, as it was when it began.
 *
 * @param experiment with at least one contender, and learning from data
 * @param table      what is learned from
 * @param task       what is learned
 * @param classes    names of the classes; empty where numbers are learned
 * @param method     how
 */
record Hearing(Experiment experiment, Table table, TaskKind task, List<String> classes, EvaluationSpec method) {
    Hearing {
        classes = List.copyOf(classes);
    }

    Problem.Learning learning() {
        return (Problem.Learning) experiment.problem();
    }

    /** What the numbers of the target are. */
    Marks marks() {
        Column target = learning().data().target() == null ? table.columns().get(table.columns().size() - 1)
                : table.column(learning().data().target());
        return Marks.of(classes.isEmpty() && target.type() == ColumnType.DATE);
    }

    boolean series() {
        return learning().data().sequence() != null;
    }

    FoldSpec foldSpec() {
        return method.foldSpec(series());
    }

    /** As they are divided; may take a moment. */
    FoldedRows rows() {
        return FoldedRows.of(table, learning().data(), foldSpec());
    }

    /**
     * What is measured.
     *
     * @throws RefusedException where it is not defined on rows held out one by one
     */
    ScoreMetric metric() {
        ScoreMetric measured = method.metric() == null ? ScoreMetric.usual(task) : ScoreMetric.named(method.metric(), task);
        if (foldSpec().folds() == FoldSpec.EACH && !measured.ofOneRow()) {
            throw new RefusedException(Said.of("cli.metric.row", measured.key()));
        }
        return measured;
    }

    /** Whether the verdict on another would be the same: what it is called and who is muted is not judged. */
    boolean isSameAs(Experiment other, EvaluationSpec how) {
        return how.equals(method) && experiment.differsInContendersAlone(other) && unmuted(experiment).equals(unmuted(other));
    }

    private static List<ContenderSpec> unmuted(Experiment of) {
        return of.contenders().stream().map(one -> one.withMuted(false)).toList();
    }
}
