package downhill.cli;

import downhill.analysis.explain.ExplainedRows;
import downhill.analysis.explain.field.Cells;
import downhill.analysis.explain.field.RawFields;
import downhill.analysis.explain.local.Anchor;
import downhill.analysis.explain.tree.TreeCondition;
import downhill.data.Progress;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** A region around each row in which the answer stays the same. */
final class ExplainAnchors implements ExplainMethod {
    /** As JSON has it; {@code prediction} is a number or the name of a class. */
    public record Row(int row, Object prediction, List<String> conditions, double precision, double low, double coverage, double usual,
                      boolean reached) {
    }

    @Override
    public ExplainResult explain(ExplainTask task, Progress progress) {
        List<Said> told = new ArrayList<>();
        ExplainedRows rows = ExplainRows.of(task, told);
        if (!task.compared().isEmpty()) {
            told.add(task.compared());
        }
        RawFields fields = RawFields.of(task.model());
        Cells cells = fields.cells(rows);
        Cells background = fields.cells(task.background());
        double within = task.model().classes() ? Double.NaN : Anchor.within(task.model().answers(task.background().values()));
        told.add(task.model().classes() ? Said.of("explain.anchors.class")
                : Said.of("explain.anchors.number", ExplainFiles.number(within)));
        List<Row> all = new ArrayList<>();
        List<Said> printed = new ArrayList<>();
        for (int row = 0; row < rows.count(); row++) {
            double[] own = rows.row(row);
            double[] answer = task.model().answers(own);
            Progress share = progress.stretch((double) row / rows.count(), (row + 1.0) / rows.count());
            Anchor anchor = Anchor.of(fields.answers(task.model(), own), answer.length, same(task, answer, within), background,
                    cells.row(row), task.options().seed(), ExplainAnew.threads(), share);
            int number = ExplainRows.number(task, rows, row);
            Object said = ExplainRows.prediction(task, answer);
            all.add(new Row(number, said, anchor.conditions().stream().map(TreeCondition::text).toList(), anchor.precision(), anchor.low(),
                    anchor.coverage(), anchor.usual(), anchor.isReached()));
            printed.add(Said.of("explain.anchors.row", number, ExplainSurrogate.condition(anchor.conditions()),
                    said instanceof Double value ? ExplainFiles.number(value) : said, percent(anchor.precision()),
                    percent(anchor.coverage()), percent(anchor.usual())));
            if (!anchor.isReached()) {
                told.add(Said.of("explain.anchors.short", number, percent(Anchor.WANTED)));
            }
            progress.done((row + 1.0) / rows.count());
        }
        double[] precision = all.stream().mapToDouble(Row::precision).toArray();
        return new ExplainResult(Map.of("rows", all), List.of("row", "prediction", "conditions", "precision", "low", "coverage", "usual"),
                all.stream().map(each -> List.of("" + each.row, "" + each.prediction, String.join(" & ", each.conditions),
                        "" + each.precision, "" + each.low, "" + each.coverage, "" + each.usual)).toList(), printed, List.of(), told,
                Map.of("explain", new ExplainChart.Bars(Said.of("explain.axis.anchors"), all.stream().map(each -> "" + each.row).toList(),
                        precision, all.stream().mapToDouble(Row::low).toArray(), precision)), Map.of());
    }

    private static Predicate<double[]> same(ExplainTask task, double[] answer, double within) {
        int own = ExplainRows.said(answer);
        return task.model().classes() ? other -> ExplainRows.said(other) == own : other -> Math.abs(other[0] - answer[0]) <= within;
    }

    private static String percent(double share) {
        return ExplainFiles.number(Math.round(1000 * share) / 10.0).replaceAll("(\\.\\d)0+$", "$1");
    }
}
