package downhill.analysis.curve;

import downhill.analysis.metric.ClassProbabilities;
import downhill.analysis.score.ContenderAnswers;
import downhill.analysis.score.HeldOut;
import downhill.analysis.score.Predictions;
import downhill.analysis.score.ScoreMetric;
import downhill.data.Column;
import downhill.data.ColumnType;
import downhill.data.Columns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * A score by the groups that a column makes of the held out rows: where a contender errs.
 *
 * @param groups in the order of their names, or of their numbers; rows without a value last
 */
public record GroupScores(List<Group> groups) {
    /** Numbers with more values than this are cut at their quartiles. */
    private static final int MOST_VALUES = 12;
    /** The most groups that are told of; the smaller ones are left out. */
    private static final int MOST_GROUPS = 50;
    private static final String NONE = "";

    /**
     * One group.
     *
     * @param name   its value, or the range of its numbers; null for rows without a value
     * @param rows   of the table, in it
     * @param scores of each run; NaN where it has no such row, or the score is not defined on them
     * @param mean   of those that are numbers, NaN where none is
     */
    public record Group(String name, int rows, double[] scores, double mean) {
    }

    /**
     * Of a contender.
     *
     * @param column of the table whose rows were divided
     */
    public static GroupScores of(ContenderAnswers answers, ScoreMetric metric, Column column) {
        int[] rows = answers.runs().stream().flatMapToInt(run -> IntStream.of(run.rows())).distinct().sorted().toArray();
        IntFunction<Object> key = key(column, rows);
        TreeMap<Object, Integer> sizes = new TreeMap<>(GroupScores::order);
        IntStream.of(rows).forEach(row -> sizes.merge(key.apply(row), 1, Integer::sum));
        List<Object> largest = sizes.keySet().stream().sorted((a, b) -> sizes.get(b) - sizes.get(a)).limit(MOST_GROUPS).toList();
        return new GroupScores(sizes.keySet().stream().filter(largest::contains)
                .map(each -> group(answers, metric, key, each, sizes.get(each))).toList());
    }

    /** Numbers by their value, or by the quartile they are in; everything else by its text. */
    private static IntFunction<Object> key(Column column, int[] rows) {
        if (column.type() != ColumnType.NUMBER) {
            return row -> column.isMissing(row) ? NONE : column.text(row);
        }
        double[] rising = IntStream.of(rows).filter(row -> !column.isMissing(row)).mapToDouble(column::number).sorted().toArray();
        if (Arrays.stream(rising).distinct().count() <= MOST_VALUES) {
            return row -> column.isMissing(row) ? NONE : Columns.text(column.number(row));
        }
        List<double[]> ranges = quartiles(rising);
        return row -> column.isMissing(row) ? NONE : ranges.stream().filter(range -> column.number(row) <= range[1]).findFirst()
                .map(GroupScores::text).orElseThrow();
    }

    private static String text(double[] range) {
        return Columns.text(range[0]) + " … " + Columns.text(range[1]);
    }

    private static List<double[]> quartiles(double[] rising) {
        List<double[]> ranges = new ArrayList<>();
        int from = 0;
        for (int quarter = 1; quarter <= 4; quarter++) {
            int to = (int) Math.ceil(rising.length * quarter / 4.0) - 1;
            if (to < from) {
                continue; // equal numbers before it have taken this quarter
            }
            while (to + 1 < rising.length && rising[to + 1] == rising[to]) {
                to++;
            }
            ranges.add(new double[] {rising[from], rising[to]});
            from = to + 1;
        }
        return ranges;
    }

    /** Numbers by their size, then other texts as they are spelt, nothing last. */
    private static int order(Object one, Object other) {
        if (one.equals(NONE) || other.equals(NONE)) {
            return Boolean.compare(one.equals(NONE), other.equals(NONE));
        }
        Double first = number(one);
        Double second = number(other);
        int sizes = first == null || second == null ? Boolean.compare(first == null, second == null) : Double.compare(first, second);
        return sizes != 0 ? sizes : one.toString().compareTo(other.toString());
    }

    private static Double number(Object text) {
        try {
            return Double.valueOf(text.toString().split(" … ")[0]);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static Group group(ContenderAnswers answers, ScoreMetric metric, IntFunction<Object> key, Object name, int rows) {
        double[] scores = answers.runs().stream().mapToDouble(run -> score(run, metric, key, name)).toArray();
        double mean = Arrays.stream(scores).filter(value -> !Double.isNaN(value)).average().orElse(Double.NaN);
        return new Group(name.equals(NONE) ? null : name.toString(), rows, scores, mean);
    }

    private static double score(HeldOut run, ScoreMetric metric, IntFunction<Object> key, Object name) {
        int[] places = IntStream.range(0, run.rows().length).filter(place -> key.apply(run.rows()[place]).equals(name)).toArray();
        return run.predictions() == null || places.length == 0 ? Double.NaN : metric.of(part(run.predictions(), places));
    }

    private static Predictions part(Predictions all, int[] places) {
        ClassProbabilities classes = all.probabilities();
        return new Predictions(classes == null ? null : part(classes, places), picked(all.values(), places), picked(all.actual(), places),
                picked(all.weights(), places));
    }

    private static ClassProbabilities part(ClassProbabilities all, int[] places) {
        int classes = all.classes();
        double[] values = new double[places.length * classes];
        for (int i = 0; i < places.length; i++) {
            System.arraycopy(all.values(), places[i] * classes, values, i * classes, classes);
        }
        return new ClassProbabilities(classes, values, IntStream.of(places).map(place -> all.predicted()[place]).toArray());
    }

    private static double[] picked(double[] values, int[] places) {
        return values.length == 0 ? values : IntStream.of(places).mapToDouble(place -> values[place]).toArray();
    }
}
