package downhill.cli;

import downhill.analysis.explain.ColumnImportance;
import downhill.analysis.explain.Companions;
import downhill.analysis.explain.ExplainedColumn;
import downhill.analysis.explain.PermutationImportance;
import downhill.analysis.score.ScoreMetric;
import downhill.data.Progress;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How much worse the model is where a column is shuffled. */
final class ExplainPermutation implements ExplainMethod {
    /** One that costs this share of what all cost by themselves may hold the answer. */
    private static final int MOST_PAIRS = 5;

    /** As JSON has it. */
    public record Line(String feature, double mean, double sd, double low, double high, List<Double> repeats) {
    }

    @Override
    public ExplainResult explain(ExplainTask task, Progress progress) {
        List<ExplainedColumn> columns = task.model().columns();
        ScoreMetric metric = task.options().metric(task.model().preprocessing().task());
        PermutationImportance permutation = new PermutationImportance(task.model(), task.rows(), metric, task.threads());
        List<int[]> groups = groups(columns, task.options().together());
        List<String> names = groups.stream().map(group -> Arrays.stream(group).mapToObj(column -> columns.get(column).name())
                .collect(Collectors.joining(" + "))).toList();
        List<ColumnImportance> found = permutation.of(groups, task.options().repeats(), task.options().seed(), progress);
        List<Said> told = new ArrayList<>();
        String score = number(permutation.score());
        told.add(permutation.count() == 1 ? Said.of("explain.permutation.rows.one", metric.said(), score)
                : Said.of("explain.permutation.rows", metric.said(), score, permutation.count()));
        leak(names, found, told);
        companions(task, told);
        return result(metric, permutation, names, found, told);
    }

    /** Columns that were not named stand alone, in their order. */
    private static List<int[]> groups(List<ExplainedColumn> columns, List<String> together) {
        List<String> names = columns.stream().map(ExplainedColumn::name).toList();
        List<int[]> groups = new ArrayList<>();
        boolean[] taken = new boolean[columns.size()];
        for (String list : together) {
            int[] group = Arrays.stream(list.split(",")).mapToInt(name -> ExplainOptions.place(names, name.strip())).distinct().toArray();
            for (int column : group) {
                if (taken[column]) {
                    throw new InputException(Said.of("explain.together.twice", names.get(column)));
                }
                taken[column] = true;
            }
            groups.add(group);
        }
        IntStream.range(0, taken.length).filter(column -> !taken[column]).forEach(column -> groups.add(new int[] {column}));
        return groups;
    }

    private static void leak(List<String> names, List<ColumnImportance> found, List<Said> told) {
        for (int i : ColumnImportance.leaking(found)) {
            told.add(Said.of("explain.leak", names.get(i), number(100 * found.get(i).mean() / ColumnImportance.worth(found))));
        }
    }

    private static void companions(ExplainTask task, List<Said> told) {
        List<ExplainedColumn> columns = task.model().columns();
        List<Companions.Pair> pairs = Companions.of(columns, task.file());
        pairs.stream().limit(MOST_PAIRS).forEach(pair -> told.add(Said.of("explain.companions", columns.get(pair.one()).name(),
                columns.get(pair.other()).name(), number(pair.correlation()))));
        if (pairs.size() > MOST_PAIRS) {
            told.add(Said.of("explain.companions.more", pairs.size() - MOST_PAIRS));
        }
    }

    private static ExplainResult result(ScoreMetric metric, PermutationImportance permutation, List<String> names,
            List<ColumnImportance> found, List<Said> told) {
        Integer[] order = IntStream.range(0, names.size()).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(i -> -found.get(i).mean()));
        TextTable table = new TextTable(Said.of("explain.head.column"), Said.of("explain.head.importance"), Said.of("explain.head.low"),
                Said.of("explain.head.high"));
        for (int i : order) {
            table.row(names.get(i), number(found.get(i).mean()), number(found.get(i).low()), number(found.get(i).high()));
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("metric", metric.key());
        json.put("rows", permutation.count());
        json.put("score", permutation.score());
        json.put("features", IntStream.range(0, names.size()).mapToObj(i -> line(names.get(i), found.get(i))).toList());
        List<List<String>> lines = IntStream.range(0, names.size()).mapToObj(i -> List.of(names.get(i), "" + found.get(i).mean(),
                "" + found.get(i).sd(), "" + found.get(i).low(), "" + found.get(i).high())).toList();
        ExplainChart chart = new ExplainChart.Bars(Said.of("explain.axis.permutation", metric.said()),
                Arrays.stream(order).map(names::get).toList(), of(order, found, 0), of(order, found, 1), of(order, found, 2));
        return new ExplainResult(json, List.of("feature", "mean", "sd", "low", "high"), lines, List.of(table), told,
                Map.of("explain", chart));
    }

    private static Line line(String name, ColumnImportance one) {
        return new Line(name, one.mean(), one.sd(), one.low(), one.high(), Arrays.stream(one.repeats()).boxed().toList());
    }

    private static double[] of(Integer[] order, List<ColumnImportance> found, int which) {
        return Arrays.stream(order).map(found::get).mapToDouble(each ->
                which == 0 ? each.mean() : end(each, which)).toArray();
    }

    private static double end(ColumnImportance one, int which) {
        return which == 1 ? one.low() : one.high();
    }

    private static String number(double value) {
        return ExplainFiles.number(value);
    }
}
