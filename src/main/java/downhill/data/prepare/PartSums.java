package downhill.data.prepare;

import downhill.data.Column;
import downhill.data.ColumnType;
import downhill.data.DataException;
import downhill.data.MissingStrategy;
import downhill.data.NaturalOrder;
import downhill.data.Role;
import downhill.data.Scaling;
import downhill.data.Table;
import downhill.words.Said;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What the steps of preparation are fitted from, of the training rows of one place: sums that those of other places are added to. The steps
 * are those that {@link StepFitter} fits to all rows together: counts, bounds, categories, medians and most frequent values exactly, means
 * and deviations up to rounding.
 */
public final class PartSums implements Serializable {
    private static final long serialVersionUID = 1L;

    private final SpreadRows rows;
    private final Map<String, NumberSums> numbers = new LinkedHashMap<>();
    private final Map<String, Map<String, Double>> categories = new LinkedHashMap<>();
    private final Map<String, Double> classes = new LinkedHashMap<>();

    /** Of no rows. */
    public PartSums(SpreadRows rows) {
        this.rows = rows;
    }

    /**
     * Adds the training rows of a piece.
     *
     * @param training rows of the piece
     */
    public void add(Table typed, int[] training) {
        RowWeights weights = rows.weights(typed);
        for (Column feature : rows.features(typed)) {
            if (isNumber(feature.type())) {
                add(feature, training, weights);
            } else {
                count(feature, training, weights, categories.computeIfAbsent(feature.name(), name -> new LinkedHashMap<>()));
            }
        }
        Column target = typed.column(rows.target());
        if (rows.classes()) {
            count(target, training, weights, classes);
        } else {
            add(target, training, weights);
        }
    }

    private static boolean isNumber(ColumnType type) {
        return type == ColumnType.NUMBER || type == ColumnType.DATE;
    }

    private void add(Column column, int[] training, RowWeights weights) {
        int[] present = IntStream.of(training).filter(row -> !Double.isNaN(column.number(row))).toArray();
        boolean keeping = rows.spec().missing() == MissingStrategy.MEDIAN || rows.spec().missing() == MissingStrategy.MOST_FREQUENT;
        numbers.computeIfAbsent(column.name(), name -> new NumberSums(keeping && !name.equals(rows.target())))
                .add(IntStream.of(present).mapToDouble(column::number).toArray(), weights == null ? null : weights.of(present));
    }

    private static void count(Column column, int[] training, RowWeights weights, Map<String, Double> counts) {
        for (int row : training) {
            if (!column.isMissing(row)) {
                counts.merge(column.text(row), weights == null ? 1 : weights.of(row), Double::sum);
            }
        }
    }

    /** Adds those of another place. */
    public PartSums plus(PartSums other) {
        other.numbers.forEach((name, sums) -> numbers.merge(name, sums, (one, two) -> {
            one.add(two);
            return one;
        }));
        other.categories.forEach((name, counts) -> categories.merge(name, counts, PartSums::sum));
        sum(classes, other.classes);
        return this;
    }

    private static Map<String, Double> sum(Map<String, Double> one, Map<String, Double> other) {
        other.forEach((name, count) -> one.merge(name, count, Double::sum));
        return one;
    }

    /** What the training rows of each class count for. */
    public double[] classSums(List<String> names) {
        return names.stream().mapToDouble(name -> classes.getOrDefault(name, 0.0)).toArray();
    }

    /** Steps for the features, in their order. */
    List<FeatureStep> steps() {
        List<FeatureStep> steps = new ArrayList<>();
        rows.columns().stream().filter(each -> each.role() == Role.FEATURE)
                .forEach(each -> steps.add(step(each.name(), each.type())));
        rows.spec().madeColumns().forEach(each -> steps.add(step(each.name(), ColumnType.NUMBER)));
        return steps;
    }

    private FeatureStep step(String name, ColumnType type) {
        return isNumber(type) ? numeric(name, type, numbers.get(name)) : oneHot(name, type, categories.getOrDefault(name, Map.of()));
    }

    private FeatureStep numeric(String name, ColumnType type, NumberSums sums) {
        if (sums == null || sums.count() == 0) {
            throw new DataException(Said.of("column.feature.training", name));
        }
        MissingStrategy missing = rows.spec().missing();
        Scaling scaling = rows.spec().scaling();
        Double fill = missing == MissingStrategy.DROP_ROW ? null : Double.valueOf(fill(missing, sums, name));
        StepFitter.Constants constants = constants(scaling, sums);
        boolean constant = scaling != Scaling.NONE && second() && sums.isConstant();
        return new FeatureStep.Numeric(name, type, fill, scaling, constants.center(),
                constant ? FeatureStep.Numeric.CONSTANT : constants.scale());
    }

    private boolean second() {
        return rows.spec().edition().isSecond();
    }

    private static double fill(MissingStrategy missing, NumberSums sums, String name) {
        return switch (missing) {
            case MEAN, DROP_ROW -> sums.mean();
            case MEDIAN -> sums.median(name);
            case MOST_FREQUENT -> sums.mode(name);
        };
    }

    private StepFitter.Constants constants(Scaling scaling, NumberSums sums) {
        boolean constant = second() && sums.isConstant();
        return switch (sums.count() == 0 ? Scaling.NONE : scaling) {
            case NONE -> new StepFitter.Constants(0, 1);
            case STANDARD -> new StepFitter.Constants(sums.mean(), constant ? 1 : orOne(sums.deviation()));
            case MIN_MAX -> new StepFitter.Constants(sums.least(), constant ? 1 : orOne(sums.greatest() - sums.least()));
        };
    }

    private static double orOne(double scale) {
        return scale > 0 ? scale : 1;
    }

    private FeatureStep oneHot(String name, ColumnType type, Map<String, Double> counts) {
        List<String> sorted = counts.keySet().stream().sorted(NaturalOrder.INSTANCE).toList();
        if (sorted.isEmpty()) {
            throw new DataException(Said.of("column.feature.training", name));
        }
        String fill = sorted.stream().reduce((a, b) -> counts.get(b) > counts.get(a) ? b : a).orElseThrow();
        return new FeatureStep.OneHot(name, type, sorted, rows.spec().missing() == MissingStrategy.DROP_ROW ? null : fill);
    }

    /** The step for the target. */
    TargetStep target(List<String> names) {
        if (rows.classes()) {
            return new TargetStep.ClassTarget(rows.target(), names);
        }
        StepFitter.Constants constants = rows.spec().scaleTarget() ? constants(Scaling.STANDARD, numbers.get(rows.target()))
                : new StepFitter.Constants(0, 1);
        return new TargetStep.NumberTarget(rows.target(), constants.center(), constants.scale());
    }
}
