package downhill.cli;

import downhill.analysis.explain.ExplainedRows;
import downhill.analysis.explain.field.Cells;
import downhill.analysis.explain.field.RawFields;
import downhill.analysis.explain.local.Nearness;
import downhill.data.Progress;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

/** The rows of the background that each row is most like, and what the model says of them. */
final class ExplainNearest implements ExplainMethod {
    /** As JSON has it; {@code row} is counted in the background from 1. */
    public record Neighbour(int row, double far, Optional<Object> actual, Object prediction) {
    }

    /** As JSON has it. */
    public record Row(int row, Object prediction, double usual, List<Neighbour> nearest) {
    }

    @Override
    public ExplainResult explain(ExplainTask task, Progress progress) {
        List<Said> told = new ArrayList<>();
        ExplainedRows rows = ExplainRows.of(task, told);
        if (!task.compared().isEmpty()) {
            told.add(task.compared());
        }
        told.add(Said.of("explain.nearest.how"));
        RawFields fields = RawFields.of(task.model());
        Cells cells = fields.cells(rows);
        Nearness nearness = new Nearness(fields.cells(task.background()));
        double usual = nearness.usual(task.options().seed());
        Object[] said = ExplainRows.predictions(task, rows);
        List<Optional<Object>> actual = ExplainRows.actual(task, task.background());
        Object[] others = ExplainRows.predictions(task, task.background());
        int[] all = IntStream.range(0, task.background().count()).toArray();
        List<Row> found = new ArrayList<>();
        for (int row = 0; row < rows.count(); row++) {
            if (progress.cancelled()) {
                throw new CancellationException("the explanation is no longer wanted");
            }
            double[] own = cells.row(row);
            int self = task.background() == task.file() ? task.file().of(rows.sourceRows()[row]) : -1;
            int[] among = Arrays.stream(all).filter(each -> each != self).toArray();
            found.add(new Row(ExplainRows.number(task, rows, row), said[row], usual, Arrays.stream(
                    nearness.nearest(own, among, task.options().choices().count())).mapToObj(each -> new Neighbour(
                    number(task, each), nearness.of(own, each), actual.get(each), others[each])).toList()));
            progress.done((row + 1.0) / rows.count());
        }
        return result(found, told);
    }

    private static int number(ExplainTask task, int row) {
        return task.background() == task.file() ? ExplainRows.number(task, task.file(), row) : task.background().sourceRows()[row] + 1;
    }

    private static ExplainResult result(List<Row> found, List<Said> told) {
        TextTable table = new TextTable(Said.of("explain.head.file.row"), Said.of("explain.prediction"), Said.of("explain.head.nearest"),
                Said.of("explain.head.far"), Said.of("explain.head.actual"), Said.of("explain.prediction"));
        List<List<String>> lines = new ArrayList<>();
        for (Row row : found) {
            for (Neighbour each : row.nearest) {
                boolean first = each == row.nearest.get(0);
                table.row(first ? "" + row.row : "", first ? ExplainRows.shown(row.prediction) : "", "" + each.row,
                        ExplainFiles.number(each.far), ExplainRows.shown(each.actual.orElse(null)), ExplainRows.shown(each.prediction));
                lines.add(List.of("" + row.row, "" + row.prediction, "" + each.row, "" + each.far, ExplainRows.told(each.actual),
                        "" + each.prediction));
            }
            if (!row.nearest.isEmpty() && row.nearest.get(0).far > row.usual) {
                told.add(Said.of("explain.nearest.unlike", row.row));
            }
        }
        double[] none = found.stream().mapToDouble(each -> Double.NaN).toArray();
        return new ExplainResult(Map.of("rows", found), List.of("row", "prediction", "nearest", "far", "actual", "nearestPrediction"),
                lines, List.of(table), told, Map.of("explain", new ExplainChart.Bars(Said.of("explain.axis.nearest"),
                        found.stream().map(each -> "" + each.row).toList(), found.stream().mapToDouble(each -> each.nearest.isEmpty()
                                ? Double.NaN : each.nearest.get(0).far).toArray(), none, none)));
    }
}
