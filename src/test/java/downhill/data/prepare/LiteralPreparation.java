package downhill.data.prepare;

import downhill.data.Column;
import downhill.data.ColumnType;
import downhill.data.MissingStrategy;
import downhill.data.NaturalOrder;
import downhill.data.Scaling;
import downhill.data.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * From the rows of a table to inputs by the sentences of the documentation alone, each row of a whole weight w standing there w times:
 * the second writing of {@link StepFitter}, {@link FeatureStep} and {@link RowPreparer}.
 */
final class LiteralPreparation {
    private final Table table;
    /** Training rows, each as often as it counts. */
    private final int[] rows;
    private final MissingStrategy missing;
    private final Scaling scaling;

    LiteralPreparation(Table table, int[] trainingRows, ToIntFunction<Integer> weight, MissingStrategy missing, Scaling scaling) {
        this.table = table;
        this.rows = IntStream.of(trainingRows).flatMap(row -> IntStream.generate(() -> row).limit(weight.applyAsInt(row))).toArray();
        this.missing = missing;
        this.scaling = scaling;
    }

    /** The inputs of some rows, or null for a row that has none. */
    List<double[]> inputs(List<String> features, int[] wanted) {
        List<double[]> inputs = new ArrayList<>();
        for (int row : wanted) {
            List<Double> values = new ArrayList<>();
            boolean whole = true;
            for (String feature : features) {
                Column column = table.column(feature);
                boolean numeric = column.type() == ColumnType.NUMBER || column.type() == ColumnType.DATE;
                whole &= numeric ? number(column, row, values) : label(column, row, values);
            }
            inputs.add(whole ? values.stream().mapToDouble(value -> value).toArray() : null);
        }
        return inputs;
    }

    private boolean number(Column column, int row, List<Double> values) {
        double[] known = IntStream.of(rows).mapToDouble(column::number).filter(value -> !Double.isNaN(value)).toArray();
        double value = column.number(row);
        if (Double.isNaN(value) && missing == MissingStrategy.DROP_ROW) {
            return false;
        }
        values.add(scaled(scaling, known, Double.isNaN(value) ? fill(known) : value));
        return true;
    }

    /** A column that has one value only in training makes no difference whatever the value. */
    static double scaled(Scaling scaling, double[] known, double value) {
        double min = DoubleStream.of(known).min().orElseThrow();
        double max = DoubleStream.of(known).max().orElseThrow();
        if (scaling == Scaling.NONE) {
            return value;
        }
        if (min == max) {
            return 0;
        }
        double mean = mean(known);
        return scaling == Scaling.MIN_MAX ? (value - min) / (max - min) : (value - mean) / deviation(known, mean);
    }

    static double mean(double[] values) {
        return DoubleStream.of(values).sum() / values.length;
    }

    static double deviation(double[] values, double mean) {
        return Math.sqrt(DoubleStream.of(values).map(value -> (value - mean) * (value - mean)).sum() / values.length);
    }

    private double fill(double[] known) {
        double[] sorted = known.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return switch (missing) {
            case MEDIAN -> sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
            case MOST_FREQUENT -> mostFrequent(sorted);
            default -> mean(known);
        };
    }

    private static double mostFrequent(double[] values) {
        TreeMap<Double, Integer> counts = new TreeMap<>();
        DoubleStream.of(values).forEach(value -> counts.merge(value, 1, Integer::sum));
        int most = counts.values().stream().max(Integer::compare).orElseThrow();
        return counts.keySet().stream().filter(value -> counts.get(value) == most).findFirst().orElseThrow();
    }

    private boolean label(Column column, int row, List<Double> values) {
        TreeMap<String, Integer> counts = new TreeMap<>(NaturalOrder.INSTANCE);
        IntStream.of(rows).filter(each -> !column.isMissing(each)).forEach(each -> counts.merge(column.text(each), 1, Integer::sum));
        int most = counts.values().stream().max(Integer::compare).orElseThrow();
        String usual = counts.keySet().stream().filter(each -> counts.get(each) == most).findFirst().orElseThrow();
        if (column.isMissing(row) && missing == MissingStrategy.DROP_ROW) {
            return false;
        }
        String label = column.isMissing(row) ? usual : column.text(row);
        counts.keySet().forEach(each -> values.add(each.equals(label) ? 1.0 : 0.0));
        return true;
    }
}
