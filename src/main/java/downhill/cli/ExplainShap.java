package downhill.cli;

import downhill.analysis.explain.ExplainedColumn;
import downhill.analysis.explain.Shap;
import downhill.analysis.explain.ShapValues;
import downhill.data.Progress;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** How much each column moved each prediction. */
final class ExplainShap implements ExplainMethod {
    private static final int MOST_ROWS = 10;
    private static final int MOST_PAIRS = 5;
    private static final double MANY_MILLION = 50;

    /** As JSON has it; prediction and values are lists, one entry a class, where there are classes. */
    public record Row(int row, Object prediction, List<?> values) {
    }

    /** As JSON has what pairs do in a row: a square of columns; of classes one each. */
    public record Pairs(int row, List<?> values) {
    }

    @Override
    public Said warning(ExplainTask task) {
        double million = 1e-6 * task.rows().count() * task.background().count()
                * Shap.answers(task.model(), task.options().rounds());
        return million < MANY_MILLION ? Said.NOTHING : Said.of("explain.shap.cost", Math.round(million));
    }

    @Override
    public ExplainResult explain(ExplainTask task, Progress progress) {
        Shap shap = new Shap(task.model(), task.background(), task.threads(), task.options().rounds(), task.options().seed());
        boolean pairs = task.options().interactions();
        ShapValues values = shap.of(task.rows(), progress.stretch(0, pairs ? 0.5 : 1));
        double[][][][] shared = pairs ? shap.interactions(task.rows(), progress.stretch(0.5, 1)) : null;
        List<Said> told = new ArrayList<>();
        if (!task.compared().isEmpty()) {
            told.add(task.compared());
        }
        if (values.way() == ShapValues.Way.SAMPLED) {
            told.add(Said.of("explain.shap.sampled", task.model().columns().size(), task.options().rounds(),
                    ExplainFiles.number(largestError(values))));
        }
        List<String> names = task.model().columns().stream().map(ExplainedColumn::name).toList();
        List<TextTable> tables = new ArrayList<>(List.of(importance(task, names, values)));
        if (task.rows().count() <= MOST_ROWS) {
            tables.addAll(rows(task, names, values));
        }
        if (pairs && names.size() > 1) {
            tables.add(together(task, names, shared));
        } else if (pairs) {
            told.add(Said.of("explain.pairs.one"));
        }
        Map<String, Object> json = json(task, names, values);
        if (pairs) {
            json.put("interactions", IntStream.range(0, shared.length).mapToObj(row -> pairs(task, row, shared[row])).toList());
        }
        return new ExplainResult(json, head(), lines(task, names, values), tables, told,
                Map.of("explain", chart(task, names, values)));
    }

    private static double largestError(ShapValues values) {
        return Arrays.stream(values.errors()).flatMap(Arrays::stream).flatMapToDouble(Arrays::stream).max().orElse(0);
    }

    private static Map<String, Object> json(ExplainTask task, List<String> names, ShapValues values) {
        boolean classes = task.model().classes();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("base", classes ? list(values.base()) : (Object) values.base()[0]);
        json.put("features", names);
        json.put("rows", IntStream.range(0, task.rows().count()).mapToObj(row -> {
            double[] said = values.predictions()[row];
            List<List<Double>> each = IntStream.range(0, said.length).mapToObj(output -> column(values.values()[row], output)).toList();
            return new Row(task.number(row), classes ? list(said) : (Object) said[0], classes ? each : each.get(0));
        }).toList());
        return json;
    }

    private static Pairs pairs(ExplainTask task, int row, double[][][] shared) {
        List<List<List<Double>>> each = IntStream.range(0, shared[0][0].length).mapToObj(output ->
                Arrays.stream(shared).map(line -> column(line, output)).toList()).toList();
        return new Pairs(task.number(row), task.model().classes() ? each : each.get(0));
    }

    private static List<Double> list(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    private static List<Double> column(double[][] values, int output) {
        return Arrays.stream(values).map(each -> each[output]).toList();
    }

    private static List<String> head() {
        return List.of("row", "of", "base", "prediction", "feature", "text", "value", "error");
    }

    private static List<List<String>> lines(ExplainTask task, List<String> names, ShapValues values) {
        List<List<String>> lines = new ArrayList<>();
        for (int row = 0; row < task.rows().count(); row++) {
            for (int output = 0; output < values.base().length; output++) {
                for (int column = 0; column < names.size(); column++) {
                    String text = task.rows().text(row, task.model().columns().get(column));
                    lines.add(List.of("" + task.number(row), task.model().outputs().get(output), "" + values.base()[output],
                            "" + values.predictions()[row][output], names.get(column), text == null ? "" : text,
                            "" + values.values()[row][column][output],
                            values.errors() == null ? "" : "" + values.errors()[row][column][output]));
                }
            }
        }
        return lines;
    }

    private static Integer[] order(double[] sizes) {
        Integer[] order = IntStream.range(0, sizes.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(i -> -sizes[i]));
        return order;
    }

    /** Over the outputs together: of classes the sum. */
    private static double[] sizes(ShapValues values, int columns) {
        double[] sizes = new double[columns];
        for (int output = 0; output < values.base().length; output++) {
            double[] own = values.importance(output);
            for (int column = 0; column < own.length; column++) {
                sizes[column] += own[column];
            }
        }
        return sizes;
    }

    private static TextTable importance(ExplainTask task, List<String> names, ShapValues values) {
        List<Object> head = new ArrayList<>(List.of(Said.of("explain.head.column")));
        if (task.model().classes()) {
            head.addAll(task.model().outputs());
        } else {
            head.add(Said.of("explain.head.shap"));
        }
        TextTable table = new TextTable(head.toArray());
        for (int column : order(sizes(values, names.size()))) {
            List<Object> cells = new ArrayList<>(List.of(names.get(column)));
            for (int output = 0; output < values.base().length; output++) {
                cells.add(ExplainFiles.number(values.importance(output)[column]));
            }
            table.row(cells.toArray());
        }
        return table;
    }

    /** One for each row: what it has, and what that did; of classes for the one that is predicted. */
    private static List<TextTable> rows(ExplainTask task, List<String> names, ShapValues values) {
        List<TextTable> tables = new ArrayList<>();
        for (int i = 0; i < task.rows().count(); i++) {
            int row = i;
            int output = largest(values.predictions()[row]);
            String of = task.model().outputs().get(output);
            TextTable table = new TextTable(Said.of("explain.head.row", task.number(row)), of, "");
            table.row(Said.of("explain.base"), "", ExplainFiles.number(values.base()[output]));
            double[] own = Arrays.stream(values.values()[row]).mapToDouble(each -> each[output]).toArray();
            for (int column : order(Arrays.stream(own).map(Math::abs).toArray())) {
                String text = task.rows().text(row, task.model().columns().get(column));
                table.row(names.get(column), text == null ? "" : text, ExplainFiles.signed(own[column]));
            }
            table.row(Said.of("explain.prediction"), "", ExplainFiles.number(values.predictions()[row][output]));
            tables.add(table);
        }
        return tables;
    }

    private static int largest(double[] values) {
        return IntStream.range(0, values.length).boxed().max(Comparator.comparingDouble(i -> values[i])).orElse(0);
    }

    /** The pairs that do most together, by the mean size over rows and outputs. */
    private static TextTable together(ExplainTask task, List<String> names, double[][][][] shared) {
        record Pair(int one, int other, double size) {
        }
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            for (int j = i + 1; j < names.size(); j++) {
                double size = 0;
                for (double[][][] row : shared) {
                    size += 2 * Arrays.stream(row[i][j]).map(Math::abs).sum() / shared.length;
                }
                pairs.add(new Pair(i, j, size));
            }
        }
        pairs.sort(Collections.reverseOrder(Comparator.comparingDouble(Pair::size)));
        TextTable table = new TextTable(Said.of("explain.head.pair"), Said.of("explain.head.together"));
        pairs.stream().limit(MOST_PAIRS).forEach(pair ->
                table.row(names.get(pair.one) + " × " + names.get(pair.other), ExplainFiles.number(pair.size)));
        return table;
    }

    private static ExplainChart chart(ExplainTask task, List<String> names, ShapValues values) {
        double[] sizes = sizes(values, names.size());
        Integer[] order = order(sizes);
        double[] none = new double[sizes.length];
        Arrays.fill(none, Double.NaN);
        Said unit = task.model().classes() ? Said.of("explain.axis.shap.classes", task.options().classScale().said())
                : Said.of("explain.axis.shap", task.model().outputs().get(0));
        return new ExplainChart.Bars(unit, Arrays.stream(order).map(names::get).toList(),
                Arrays.stream(order).mapToDouble(i -> sizes[i]).toArray(), none, none);
    }
}
