package downhill.cli;

import downhill.analysis.explain.ExplainedRows;
import downhill.analysis.explain.field.Cells;
import downhill.analysis.explain.field.RawField;
import downhill.analysis.explain.field.RawFields;
import downhill.analysis.explain.local.Lime;
import downhill.analysis.explain.tree.TreeCondition;
import downhill.data.Progress;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** A linear model of the model near each row. */
final class ExplainLime implements ExplainMethod {
    private static final int SHOWN = 12;

    private final List<Said> told = new ArrayList<>();
    private final List<TextTable> tables = new ArrayList<>();
    private final List<List<String>> lines = new ArrayList<>();
    private final List<Map<String, Object>> json = new ArrayList<>();
    private ExplainChart chart;

    @Override
    public ExplainResult explain(ExplainTask task, Progress progress) {
        ExplainedRows rows = ExplainRows.of(task, told);
        if (!task.compared().isEmpty()) {
            told.add(task.compared());
        }
        RawFields fields = RawFields.of(task.model());
        Cells cells = fields.cells(rows);
        Cells background = fields.cells(task.background());
        told.add(Said.of(task.options().choices().bins() ? "explain.lime.bins" : "explain.lime.plain", Lime.SAMPLES, Lime.SEEDS));
        for (int row = 0; row < rows.count(); row++) {
            double[] own = rows.row(row);
            Lime lime = Lime.of(fields.answers(task.model(), own), task.model().outputs().size(), background, cells.row(row),
                    task.options().choices().bins(), Lime.SAMPLES, Lime.SEEDS, task.options().seed(),
                    progress.stretch((double) row / rows.count(), (row + 1.0) / rows.count()));
            add(task, fields.list(), lime, task.model().answers(own), ExplainRows.number(task, rows, row));
        }
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("discretised", task.options().choices().bins());
        all.put("samples", Lime.SAMPLES);
        all.put("seeds", Lime.SEEDS);
        all.put("features", fields.list().stream().map(RawField::name).toList());
        all.put("rows", json);
        return new ExplainResult(all, List.of("row", "of", "intercept", "fidelity", "stable", "feature", "text", "weight", "spread"),
                lines, tables, told, Map.of("explain", chart));
    }

    private void add(ExplainTask task, List<RawField> fields, Lime lime, double[] answer, int number) {
        int output = task.model().classes() ? ExplainRows.said(answer) : 0;
        String of = task.model().outputs().get(output);
        Integer[] order = IntStream.range(0, fields.size()).boxed()
                .sorted(Comparator.comparingDouble(field -> -Math.abs(lime.weight(output, field)))).toArray(Integer[]::new);
        TextTable table = new TextTable(Said.of("explain.head.row", number), of, Said.of("explain.head.weight"),
                Said.of("explain.head.spread"));
        int shown = 0;
        for (int field : order) {
            String text = text(fields.get(field), lime, field);
            if (shown++ < SHOWN) {
                table.row(fields.get(field).name(), text, ExplainFiles.signed(lime.weight(output, field)),
                        ExplainFiles.number(lime.spread(output, field)));
            }
            lines.add(List.of("" + number, of, "" + lime.intercept()[output], "" + lime.fidelity()[output], "" + lime.isStable(output),
                    fields.get(field).name(), text, "" + lime.weight(output, field), "" + lime.spread(output, field)));
        }
        tables.add(table);
        doubts(lime, output, number);
        json.add(json(task, lime, answer, number));
        chart = chart == null ? chart(fields, lime, output, order, of) : chart;
    }

    private static String text(RawField field, Lime lime, int place) {
        double[] bin = lime.bins()[place];
        return bin == null ? ExplainRows.text(field, lime.row()[place]) : TreeCondition.within(field, bin[0], bin[1]).text();
    }

    private void doubts(Lime lime, int output, int number) {
        told.add(Said.of("explain.lime.fits", number, ExplainFiles.number(lime.fidelity()[output])));
        if (lime.isPoor(output)) {
            told.add(Said.of("explain.lime.poor", number));
        }
        if (!lime.isStable(output)) {
            told.add(Said.of("explain.lime.unstable", number));
        }
    }

    private static Map<String, Object> json(ExplainTask task, Lime lime, double[] answer, int number) {
        boolean classes = task.model().classes();
        int fields = lime.row().length;
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("row", number);
        row.put("prediction", classes ? list(answer) : (Object) answer[0]);
        row.put("intercept", classes ? list(lime.intercept()) : (Object) lime.intercept()[0]);
        row.put("values", classes ? each(lime.weights(), fields) : list(lime.weights()));
        row.put("spread", classes ? each(lime.spread(), fields) : list(lime.spread()));
        row.put("units", list(lime.unit()));
        row.put("fidelity", classes ? list(lime.fidelity()) : (Object) ExplainSurrogate.finite(lime.fidelity()[0]));
        List<Boolean> stable = IntStream.range(0, lime.outputs()).mapToObj(lime::isStable).toList();
        row.put("stable", classes ? stable : (Object) stable.get(0));
        return row;
    }

    /** What is no number is null. */
    static List<Optional<Double>> list(double[] values) {
        List<Optional<Double>> list = new ArrayList<>();
        for (double value : values) {
            list.add(ExplainSurrogate.finite(value));
        }
        return list;
    }

    private static List<List<Optional<Double>>> each(double[] values, int fields) {
        return IntStream.range(0, values.length / fields)
                .mapToObj(output -> list(Arrays.copyOfRange(values, output * fields, (output + 1) * fields))).toList();
    }

    private static ExplainChart chart(List<RawField> fields, Lime lime, int output, Integer[] order, String of) {
        int count = Math.min(order.length, SHOWN);
        double[] values = IntStream.range(0, count).mapToDouble(i -> lime.weight(output, order[i])).toArray();
        double[] low = IntStream.range(0, count).mapToDouble(i -> values[i] - 2 * lime.spread(output, order[i])).toArray();
        double[] high = IntStream.range(0, count).mapToDouble(i -> values[i] + 2 * lime.spread(output, order[i])).toArray();
        return new ExplainChart.Bars(Said.of("explain.axis.lime", of),
                IntStream.range(0, count).mapToObj(i -> fields.get(order[i]).name()).toList(), values, low, high);
    }
}
