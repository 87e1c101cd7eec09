package downhill.ui.screen.explain;

import downhill.analysis.explain.ExplainedRows;
import downhill.data.Progress;
import downhill.race.history.PathPoint;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

/**
 * What was said of one row at steps of the history.
 *
 * @param asked    which model
 * @param tableRow row of the table, from 0
 * @param actual   what is so; NaN where it is not known
 * @param steps    increasing
 * @param said     [outputs][steps]
 */
record RowCourse(Asked asked, int tableRow, double actual, double[] steps, double[][] said) {
    private static final int STEPS = 60;

    static RowCourse of(Question question, Engines engines, Progress progress) {
        Asked asked = question.asked();
        ExplainedRows row = engines.row(question);
        List<PathPoint> path = question.path();
        List<PathPoint> some = IntStream.of(Evenly.of(path.size(), STEPS)).mapToObj(path::get).toList();
        double[][] said = new double[asked.isOfClasses() ? asked.prepared().classNames().size() : 1][some.size()];
        for (int step = 0; step < some.size(); step++) {
            if (progress.cancelled()) {
                throw new CancellationException("another row is asked about");
            }
            double[] answers = engines.of(asked.with(some.get(step).answer())).answers(row.values());
            for (int output = 0; output < said.length; output++) {
                said[output][step] = answers[output];
            }
        }
        ExplainedRows all = engines.rows(asked);
        int place = Math.max(0, all.of(question.tableRow()));
        return new RowCourse(asked, question.tableRow(), all.targets()[place], some.stream().mapToDouble(PathPoint::step).toArray(), said);
    }
}
