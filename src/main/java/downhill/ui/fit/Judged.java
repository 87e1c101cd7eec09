package downhill.ui.fit;

import downhill.analysis.metric.ClassificationMetrics;
import downhill.analysis.metric.Metrics;
import downhill.analysis.metric.RegressionMetrics;
import downhill.race.Spread;
import downhill.race.document.ContenderSpec;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A contender and how good its predictions are.
 *
 * @param one  the contender
 * @param each of each of its seeds, the first one first; empty where there is nothing to judge
 */
public record Judged(ContenderSpec one, List<Metrics> each) {
    public Judged {
        each = List.copyOf(each);
    }

    /** Judges the contender's predictions of some rows; on the engine's thread. */
    public static Judged of(ContenderSpec one, FitQuestion question, FitRows rows, ModelEngine engine) {
        Judged judged = new Judged(one, question.seeds(one).stream().map(parameters -> engine.fit().metrics(parameters, rows.examples()))
                .toList());
        if (judged.classes() != null) {
            judged.classes().withCurves();
        }
        return judged;
    }

    /** Mean and spread over its seeds of a number of regression; null where there is none. */
    public Spread regression(ToDoubleFunction<RegressionMetrics> number) {
        return spread(RegressionMetrics.class, number);
    }

    /** Mean and spread over its seeds of a number of classification; null where there is none. */
    public Spread classification(ToDoubleFunction<ClassificationMetrics> number) {
        return spread(ClassificationMetrics.class, number);
    }

    private <T> Spread spread(Class<T> kind, ToDoubleFunction<T> number) {
        double[] values = each.stream().filter(kind::isInstance).map(kind::cast).mapToDouble(number).toArray();
        return values.length == 0 ? null : Spread.of(values);
    }

    /** Of the first seed, whose pictures are drawn; null where there is none, and in regression. */
    ClassificationMetrics classes() {
        return !each.isEmpty() && each.get(0) instanceof ClassificationMetrics found ? found : null;
    }
}
