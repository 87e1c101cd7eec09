package downhill.data.prepare;

import downhill.data.Column;
import downhill.data.ColumnType;
import downhill.data.DataException;
import downhill.data.DataSpec;
import downhill.data.Edition;
import downhill.data.LabelColumn;
import downhill.data.MissingStrategy;
import downhill.data.NaturalOrder;
import downhill.data.Scaling;
import downhill.words.Said;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Takes the constants of the preprocessing steps from the training rows. */
public final class StepFitter {
    private static final int MANY = 1 << 14;

    private final int[] rows;
    private final MissingStrategy missing;
    private final Scaling scaling;
    private final Edition edition;
    /** By row of the table; null where all rows count the same. */
    private final RowWeights weights;

    /** @param weights of the rows, or null where all count the same */
    public StepFitter(int[] trainingRows, DataSpec spec, RowWeights weights) {
        this.rows = trainingRows;
        this.missing = spec.missing();
        this.scaling = spec.scaling();
        this.edition = spec.edition();
        this.weights = weights;
    }

    /** A step for each column; of many rows several columns at once. Whoever is refused first in their order is told of. */
    List<FeatureStep> fit(List<Column> columns) {
        if (rows.length >= MANY) {
            try {
                return columns.parallelStream().map(this::fit).toList();
            } catch (DataException e) {
                return columns.stream().map(this::fit).toList();
            }
        }
        return columns.stream().map(this::fit).toList();
    }

    public FeatureStep fit(Column column) {
        return column.type() == ColumnType.NUMBER || column.type() == ColumnType.DATE ? numeric(column) : oneHot(column);
    }

    TargetStep.NumberTarget target(Column column, boolean scaled) {
        if (!scaled) {
            return new TargetStep.NumberTarget(column.name(), 0, 1);
        }
        Constants constants = constants(Scaling.STANDARD, present(column), column);
        return new TargetStep.NumberTarget(column.name(), constants.center, constants.scale);
    }

    private FeatureStep numeric(Column column) {
        double[] values = present(column);
        if (values.length == 0) {
            throw new DataException(Said.of("column.feature.training", column.name()));
        }
        Double fill = missing == MissingStrategy.DROP_ROW ? null : Double.valueOf(fill(values, column));
        Constants constants = constants(scaling, values, column);
        boolean constant = scaling != Scaling.NONE && edition.isSecond() && Moments.isConstant(values);
        return new FeatureStep.Numeric(column.name(), column.type(), fill, scaling, constants.center, constant
                ? FeatureStep.Numeric.CONSTANT : constants.scale);
    }

    private Constants constants(Scaling wanted, double[] values, Column column) {
        Constants plain = constants(wanted, values, edition);
        if (weights == null || wanted != Scaling.STANDARD || values.length == 0) {
            return plain;
        }
        WeightedMoments moments = weighted(values, column);
        double mean = moments.mean();
        return new Constants(mean, Moments.isConstant(values) ? 1 : orOne(moments.deviation(mean)));
    }

    private WeightedMoments weighted(double[] values, Column column) {
        return new WeightedMoments(values, weights.of(Arrays.stream(rows).filter(row -> !Double.isNaN(column.number(row))).toArray()));
    }

    /** Of (x − center) / scale. */
    record Constants(double center, double scale) {
    }

    /** What varies by rounding at most is only moved, not blown up. */
    static Constants constants(Scaling scaling, double[] values, Edition edition) {
        boolean constant = edition.isSecond() && Moments.isConstant(values);
        return switch (values.length == 0 ? Scaling.NONE : scaling) {
            case NONE -> new Constants(0, 1);
            case STANDARD -> {
                double mean = edition.isSecond() ? Moments.mean(values) : mean(values);
                double spread = edition.isSecond() ? Moments.deviation(values, mean) : deviation(values, mean);
                yield new Constants(mean, constant ? 1 : orOne(spread));
            }
            case MIN_MAX -> {
                double min = Arrays.stream(values).min().orElseThrow();
                double max = Arrays.stream(values).max().orElseThrow();
                yield new Constants(min, constant ? 1 : orOne(max - min));
            }
        };
    }

    private double fill(double[] values, Column column) {
        return weights == null ? fill(values) : fill(weighted(values, column));
    }

    private double fill(WeightedMoments moments) {
        return switch (missing) {
            case MEAN, DROP_ROW -> moments.mean();
            case MEDIAN -> moments.median();
            case MOST_FREQUENT -> moments.mode();
        };
    }

    private double fill(double[] values) {
        return switch (missing) {
            case MEAN, DROP_ROW -> edition.isSecond() ? Moments.mean(values) : mean(values);
            case MEDIAN -> median(values);
            case MOST_FREQUENT -> mode(values);
        };
    }

    private FeatureStep oneHot(Column column) {
        Map<String, Double> counts = weights == null && column instanceof LabelColumn labels ? counted(labels) : weighed(column);
        List<String> categories = counts.keySet().stream().sorted(NaturalOrder.INSTANCE).toList();
        if (categories.isEmpty()) {
            throw new DataException(Said.of("column.feature.training", column.name()));
        }
        String fill = categories.stream().reduce((a, b) -> counts.get(b) > counts.get(a) ? b : a).orElseThrow();
        return new FeatureStep.OneHot(column.name(), column.type(), categories,
                missing == MissingStrategy.DROP_ROW ? null : fill);
    }

    private Map<String, Double> weighed(Column column) {
        Map<String, Double> counts = new HashMap<>();
        for (int row : rows) {
            if (!column.isMissing(row)) {
                counts.merge(column.text(row), weights == null ? 1 : weights.of(row), Double::sum);
            }
        }
        return counts;
    }

    /** The same where all rows count 1: by the number of the label, since whole numbers have one sum in any order. */
    private Map<String, Double> counted(LabelColumn column) {
        int[] times = new int[column.labels().size()];
        for (int row : rows) {
            int code = column.code(row);
            if (code >= 0) {
                times[code]++;
            }
        }
        Map<String, Double> counts = new HashMap<>();
        for (int code = 0; code < times.length; code++) {
            if (times[code] > 0) {
                counts.merge(column.labels().get(code), (double) times[code], Double::sum);
            }
        }
        return counts;
    }

    private double[] present(Column column) {
        double[] values = new double[rows.length];
        int count = 0;
        for (int row : rows) {
            double value = column.number(row);
            if (!Double.isNaN(value)) {
                values[count++] = value;
            }
        }
        return count == values.length ? values : Arrays.copyOf(values, count);
    }

    private static double orOne(double scale) {
        return scale > 0 ? scale : 1;
    }

    /** Twice through, so that large means cost no digits. */
    static double mean(double[] values) {
        double rough = Arrays.stream(values).sum() / values.length;
        return rough + Arrays.stream(values).map(value -> value - rough).sum() / values.length;
    }

    static double deviation(double[] values, double mean) {
        return Math.sqrt(Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum() / values.length);
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    static double mode(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double best = sorted[0];
        int bestLength = 0;
        int length = 0;
        for (int i = 0; i < sorted.length; i++) {
            length = i > 0 && sorted[i] == sorted[i - 1] ? length + 1 : 1;
            if (length > bestLength) {
                bestLength = length;
                best = sorted[i];
            }
        }
        return best;
    }
}
