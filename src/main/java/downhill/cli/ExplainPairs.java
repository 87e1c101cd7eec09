package downhill.cli;

import downhill.analysis.explain.EffectGrid;
import downhill.analysis.explain.ExplainedColumn;
import downhill.analysis.explain.PartialDependence;
import downhill.data.ColumnType;
import downhill.data.Progress;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Partial dependence on two columns at once. */
final class ExplainPairs {
    private final ExplainTask task;
    private final ExplainedColumn one;
    private final ExplainedColumn two;
    private final int[] columns;

    /** @param columns two of them */
    ExplainPairs(ExplainTask task, int[] columns) {
        this.task = task;
        this.columns = columns;
        this.one = task.model().columns().get(columns[0]);
        this.two = task.model().columns().get(columns[1]);
    }

    ExplainResult explain(Progress progress) {
        PartialDependence partial = new PartialDependence(task.model(), task.background());
        int points = Math.min(task.options().points(), 20);
        double[] x = EffectGrid.of(one, task.background(), points);
        double[] y = EffectGrid.of(two, task.background(), points);
        double[][][] values = partial.of(columns[0], x, columns[1], y, progress);
        int[][] near = partial.near(columns[0], x, columns[1], y);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("outputs", task.model().outputs());
        json.put("features", List.of(one.name(), two.name()));
        json.put("x", places(one, x));
        json.put("y", places(two, y));
        json.put("values", Arrays.stream(values).map(row -> Arrays.stream(row).map(this::answer).toList()).toList());
        json.put("rows", Arrays.stream(near).map(row -> Arrays.stream(row).boxed().toList()).toList());
        List<Said> told = new ArrayList<>();
        if (!task.compared().isEmpty()) {
            told.add(task.compared());
        }
        long empty = Arrays.stream(near).flatMapToInt(Arrays::stream).filter(count -> count == 0).count();
        if (empty > 0) {
            told.add(Said.of("explain.pair.empty", empty, x.length * y.length));
        }
        return new ExplainResult(json, List.of(one.name(), two.name(), "of", "value", "rows"), lines(x, y, values, near),
                List.of(table(x, y, values)), told, Map.of("explain", chart(x, y, values)));
    }

    private Object answer(double[] point) {
        return task.model().classes() ? Arrays.stream(point).boxed().toList() : (Object) point[0];
    }

    private static List<?> places(ExplainedColumn column, double[] values) {
        boolean plain = !column.isLabels() && column.type() != ColumnType.DATE;
        return Arrays.stream(values).mapToObj(value -> plain ? (Object) value : column.text(value)).toList();
    }

    private List<List<String>> lines(double[] x, double[] y, double[][][] values, int[][] near) {
        List<List<String>> lines = new ArrayList<>();
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < y.length; j++) {
                for (int output = 0; output < values[i][j].length; output++) {
                    lines.add(List.of(one.text(x[i]), two.text(y[j]), task.model().outputs().get(output), "" + values[i][j][output],
                            "" + near[i][j]));
                }
            }
        }
        return lines;
    }

    /** Some of the places; of classes the last. */
    private TextTable table(double[] x, double[] y, double[][][] values) {
        int[] across = some(y.length);
        List<Object> head = new ArrayList<>(List.of(one.name() + " \\ " + two.name()));
        Arrays.stream(across).forEach(j -> head.add(ExplainEffects.shown(two, y[j])));
        TextTable table = new TextTable(head.toArray());
        int output = values[0][0].length - 1;
        for (int i : some(x.length)) {
            List<Object> cells = new ArrayList<>(List.of(ExplainEffects.shown(one, x[i])));
            Arrays.stream(across).forEach(j -> cells.add(ExplainFiles.number(values[i][j][output])));
            table.row(cells.toArray());
        }
        return table;
    }

    private static int[] some(int count) {
        int shown = Math.min(count, 6);
        int[] places = new int[shown];
        Arrays.setAll(places, i -> shown == 1 ? 0 : i * (count - 1) / (shown - 1));
        return places;
    }

    /** A line over the one column for some values of the other; of classes the last. */
    private ExplainChart chart(double[] x, double[] y, double[][][] values) {
        int output = values[0][0].length - 1;
        List<ExplainChart.Line> lines = new ArrayList<>();
        for (int j : some(y.length)) {
            double[] curve = new double[x.length];
            Arrays.setAll(curve, i -> values[i][j][output]);
            lines.add(new ExplainChart.Line(two.name() + " = " + ExplainEffects.shown(two, y[j]), x, curve, lines.size()));
        }
        return new ExplainChart.Lines(Said.plain(one.name()), Said.of("explain.axis.pdp"), lines, new double[0],
                one.type() == ColumnType.DATE);
    }
}
