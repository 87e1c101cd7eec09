package downhill.cli;

import downhill.analysis.explain.ExplainedRows;
import downhill.analysis.explain.field.Cells;
import downhill.analysis.explain.field.RawField;
import downhill.analysis.explain.field.RawFields;
import downhill.analysis.explain.local.Counterfactual;
import downhill.analysis.explain.local.Counterfactuals;
import downhill.analysis.explain.local.Goal;
import downhill.data.Progress;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What would change the answer to each row, and the rows that exist nearest to it. */
final class ExplainCounterfactual implements ExplainMethod {
    private static final int MOST = 5;
    private static final int NEAREST = 3;

    /** As JSON has it. */
    public record Change(String column, Object from, Object to) {
    }

    /** As JSON has it: {@code like} is whether rows as near to others exist. */
    public record Other(List<Change> changes, Object prediction, double size, double nearest, boolean like) {
    }

    private final List<Said> told = new ArrayList<>();
    private final List<TextTable> tables = new ArrayList<>();
    private final List<List<String>> lines = new ArrayList<>();
    private final List<Map<String, Object>> json = new ArrayList<>();

    @Override
    public ExplainResult explain(ExplainTask task, Progress progress) {
        ExplainedRows rows = ExplainRows.of(task, told);
        RawFields fields = RawFields.of(task.model());
        Cells cells = fields.cells(rows);
        Cells background = fields.cells(task.background());
        Set<Integer> kept = task.options().choices().kept(fields.list().stream().map(RawField::column).toList());
        double[] sizes = new double[rows.count()];
        for (int row = 0; row < rows.count(); row++) {
            double[] own = rows.row(row);
            double[] answer = task.model().answers(own);
            Goal goal = ExplainGoal.of(task.options().choices().want(), task.model(), answer);
            Counterfactuals search = new Counterfactuals(fields.answers(task.model(), own), background, kept, task.options().seed());
            int number = ExplainRows.number(task, rows, row);
            boolean already = goal.isReached(answer);
            List<Counterfactual> found = already ? List.of() : search.of(cells.row(row), goal, MOST,
                    progress.stretch((double) row / rows.count(), (row + 1.0) / rows.count()));
            sizes[row] = found.isEmpty() ? Double.NaN : found.get(0).size();
            if (found.isEmpty()) {
                told.add(already ? Said.of("explain.want.already", number)
                        : Said.of("explain.want.none", number, Counterfactuals.COLUMNS));
            }
            add(task, fields.list(), search, cells.row(row), found, number, answer);
            nearest(task, search, cells.row(row), goal, number);
        }
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("want", task.options().choices().want());
        all.put("rows", json);
        return new ExplainResult(all, List.of("row", "changes", "prediction", "size", "nearest", "like"), lines, tables, told,
                Map.of("explain", new ExplainChart.Bars(Said.of("explain.axis.counterfactual"), IntStream.range(0, rows.count())
                        .mapToObj(row -> "" + ExplainRows.number(task, rows, row)).toList(), sizes, nothing(sizes), nothing(sizes))));
    }

    private static double[] nothing(double[] values) {
        double[] none = new double[values.length];
        Arrays.fill(none, Double.NaN);
        return none;
    }

    private void add(ExplainTask task, List<RawField> fields, Counterfactuals search, double[] row, List<Counterfactual> found, int number,
                     double[] answer) {
        TextTable table = new TextTable(Said.of("explain.head.row", number), Said.of("explain.head.instead"), Said.of("explain.prediction"),
                Said.of("explain.head.near"));
        table.row(Said.of("explain.asItIs"), "", shown(task, answer), "");
        List<Other> others = new ArrayList<>();
        for (Counterfactual one : found) {
            boolean like = one.nearest() <= search.usual();
            for (int i = 0; i < one.changes().size(); i++) {
                Counterfactual.Change change = one.changes().get(i);
                RawField field = fields.get(change.field());
                String arrow = ExplainRows.text(field, change.from()) + " → " + ExplainRows.text(field, change.to());
                table.row(field.name(), arrow, i == 0 ? shown(task, one.answer()) : "", i == 0 ? near(like) : "");
            }
            others.add(new Other(one.changes().stream().map(change -> change(fields.get(change.field()), change)).toList(),
                    ExplainRows.prediction(task, one.answer()), one.size(), one.nearest(), like));
            lines.add(List.of("" + number, one.changes().stream().map(change -> fields.get(change.field()).name() + ": "
                    + ExplainRows.text(fields.get(change.field()), change.from()) + " → "
                    + ExplainRows.text(fields.get(change.field()), change.to())).collect(Collectors.joining("; ")),
                    "" + ExplainRows.prediction(task, one.answer()), "" + one.size(), "" + one.nearest(), "" + like));
        }
        tables.add(table);
        Map<String, Object> own = new LinkedHashMap<>();
        own.put("row", number);
        own.put("prediction", ExplainRows.prediction(task, answer));
        own.put("usual", search.usual());
        own.put("counterfactuals", others);
        json.add(own);
    }

    private static Said near(boolean like) {
        return Said.of(like ? "explain.near.like" : "explain.near.unlike");
    }

    private static Change change(RawField field, Counterfactual.Change change) {
        boolean plain = !field.isLabels() && !field.isDate();
        return new Change(field.name(), plain ? (Object) change.from() : ExplainRows.text(field, change.from()),
                plain ? (Object) change.to() : ExplainRows.text(field, change.to()));
    }

    private static String shown(ExplainTask task, double[] answer) {
        Object said = ExplainRows.prediction(task, answer);
        return said instanceof Double number ? ExplainFiles.number(number) : said.toString();
    }

    /** Rows of the background, by their place in it, from 1. */
    private void nearest(ExplainTask task, Counterfactuals search, double[] row, Goal goal, int number) {
        double[] answers = task.model().answers(task.background().values());
        int outputs = task.model().outputs().size();
        int[] reaching = IntStream.range(0, task.background().count())
                .filter(each -> goal.isReached(Arrays.copyOfRange(answers, each * outputs, (each + 1) * outputs))).toArray();
        int[] near = search.nearness().nearest(row, IntStream.range(0, task.background().count()).toArray(), NEAREST);
        int[] wished = search.nearness().nearest(row, reaching, NEAREST);
        Map<String, Object> own = json.get(json.size() - 1);
        own.put("nearestRows", places(task, near));
        own.put("nearestReaching", places(task, wished));
        if (wished.length > 0) {
            told.add(Said.of("explain.near.rows", number, text(places(task, near)), text(places(task, wished))));
        }
    }

    private static List<Integer> places(ExplainTask task, int[] rows) {
        return IntStream.of(rows).mapToObj(row -> task.background().sourceRows()[row] + 1).toList();
    }

    private static String text(List<Integer> rows) {
        return rows.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
