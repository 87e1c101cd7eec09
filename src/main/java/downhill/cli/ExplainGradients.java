package downhill.cli;

import downhill.analysis.explain.ExplainedColumn;
import downhill.analysis.explain.ExplainedRows;
import downhill.analysis.explain.InnerLook;
import downhill.analysis.explain.Slopes;
import downhill.analysis.explain.gradient.Sensitivity;
import downhill.data.Progress;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What a model's own derivatives say of each row, and its inside. */
final class ExplainGradients implements ExplainMethod {
    private static final int SHOWN = 12;
    private static final int UNITS = 5;

    private final List<Said> told = new ArrayList<>();
    private final List<TextTable> tables = new ArrayList<>();
    private final List<List<String>> lines = new ArrayList<>();
    private final List<Map<String, Object>> json = new ArrayList<>();
    private ExplainChart chart;

    /** Sums by column of what is told of one row. */
    private record Told(double[] timesInput, double[] integrated, double[] smooth) {
        static Told of(Sensitivity one, double[] row, List<ExplainedColumn> columns) {
            double[] smooth = new double[row.length];
            Arrays.setAll(smooth, i -> one.smooth()[i] * row[i]);
            return new Told(Sensitivity.byColumn(one.timesInput(), columns), Sensitivity.byColumn(one.integrated(), columns),
                    Sensitivity.byColumn(smooth, columns));
        }
    }

    @Override
    public ExplainResult explain(ExplainTask task, Progress progress) {
        ExplainedRows rows = ExplainRows.of(task, told);
        if (!task.compared().isEmpty()) {
            told.add(task.compared());
        }
        told.add(Said.of("explain.gradients.baseline"));
        InnerLook inside = InnerLook.of(task.model());
        double[] baseline = Sensitivity.mean(task.background().values(), task.model().size());
        double[] ranges = Sensitivity.ranges(task.background().values(), task.model().size());
        try (Slopes slopes = new Slopes(task.model())) {
            for (int row = 0; row < rows.count(); row++) {
                double[] own = rows.row(row);
                int output = task.model().classes() ? ExplainRows.said(task.model().answers(own)) : 0;
                Sensitivity one = Sensitivity.of(slopes, output, own, baseline, ranges, task.options().seed(),
                        progress.stretch((double) row / rows.count(), (row + 1.0) / rows.count()));
                add(task, rows, row, one, task.model().outputs().get(output), inside);
                progress.done((row + 1.0) / rows.count());
            }
        }
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("features", task.model().columns().stream().map(ExplainedColumn::name).toList());
        all.put("shape", Arrays.stream(task.model().preprocessing().inputShape()).boxed().toList());
        double[] first = inside == null ? null : inside.firstWeights();
        all.put("firstWeights", first == null ? null : ExplainLime.list(first));
        all.put("rows", json);
        return new ExplainResult(all, List.of("row", "of", "base", "prediction", "feature", "text", "gradientTimesInput",
                "integrated", "smoothTimesInput"), lines, tables, told, Map.of("explain", chart));
    }

    private void add(ExplainTask task, ExplainedRows rows, int row, Sensitivity one, String of, InnerLook inside) {
        List<ExplainedColumn> columns = task.model().columns();
        Told sums = Told.of(one, rows.row(row), columns);
        int number = ExplainRows.number(task, rows, row);
        Integer[] order = IntStream.range(0, columns.size()).boxed()
                .sorted(Comparator.comparingDouble(column -> -Math.abs(sums.integrated[column]))).toArray(Integer[]::new);
        TextTable table = new TextTable(Said.of("explain.head.row", number), of, Said.of("explain.head.integrated"),
                Said.of("explain.head.timesInput"), Said.of("explain.head.smooth"));
        table.row(Said.of("explain.gradients.base"), "", ExplainFiles.number(one.base()), "", "");
        for (int i = 0; i < order.length; i++) {
            int column = order[i];
            String text = rows.text(row, columns.get(column));
            if (i < SHOWN) {
                table.row(columns.get(column).name(), text == null ? "" : text, ExplainFiles.signed(sums.integrated[column]),
                        ExplainFiles.signed(sums.timesInput[column]), ExplainFiles.signed(sums.smooth[column]));
            }
            lines.add(List.of("" + number, of, "" + one.base(), "" + one.answer(), columns.get(column).name(), text == null ? "" : text,
                    "" + sums.timesInput[column], "" + sums.integrated[column], "" + sums.smooth[column]));
        }
        table.row(Said.of("explain.prediction"), "", ExplainFiles.number(one.answer()), "", "");
        tables.add(table);
        if (!(Math.abs(one.lacks()) <= 1e-6 * Math.max(Math.abs(one.answer()), Math.abs(one.base())))) {
            told.add(Said.of("explain.gradients.lacks", number, ExplainFiles.number(one.lacks())));
        }
        json.add(json(number, of, one, sums));
        inside(inside, rows.row(row), number);
        chart = chart == null ? chart(columns, sums, order, of) : chart;
    }

    private static Map<String, Object> json(int number, String of, Sensitivity one, Told sums) {
        Map<String, Object> own = new LinkedHashMap<>();
        own.put("row", number);
        own.put("of", of);
        own.put("base", one.base());
        own.put("prediction", one.answer());
        own.put("values", ExplainLime.list(sums.integrated));
        own.put("gradientTimesInput", ExplainLime.list(sums.timesInput));
        own.put("smoothTimesInput", ExplainLime.list(sums.smooth));
        own.put("inputs", Map.of("gradient", ExplainLime.list(one.gradient()), "integrated", ExplainLime.list(one.integrated()),
                "smooth", ExplainLime.list(one.smooth())));
        own.put("lacks", one.lacks());
        return own;
    }

    private void inside(InnerLook inside, double[] row, int number) {
        Map<String, Object> own = json.get(json.size() - 1);
        if (inside == null) {
            return;
        }
        List<InnerLook.Lit> lit = inside.lit(row, UNITS);
        own.put("units", lit);
        if (!lit.isEmpty()) {
            told.add(Said.of("explain.gradients.units", number, Said.list(lit.stream().map(each -> Said.plain(each.layer() + "["
                    + each.unit() + "] " + ExplainFiles.signed(each.value()))).toList())));
        }
        List<InnerLook.Attention> attention = inside.attention(row);
        if (!attention.isEmpty()) {
            own.put("attention", attention);
            told.add(Said.of("explain.gradients.attention"));
        }
    }

    private static ExplainChart chart(List<ExplainedColumn> columns, Told sums, Integer[] order, String of) {
        Integer[] shown = Arrays.copyOf(order, Math.min(order.length, SHOWN));
        double[] none = new double[shown.length];
        Arrays.fill(none, Double.NaN);
        return new ExplainChart.Bars(Said.of("explain.axis.gradients", of), Arrays.stream(shown).map(i -> columns.get(i).name()).toList(),
                Arrays.stream(shown).mapToDouble(i -> sums.integrated[i]).toArray(), none, none);
    }
}
