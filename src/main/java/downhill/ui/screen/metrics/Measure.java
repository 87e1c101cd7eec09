package downhill.ui.screen.metrics;

import downhill.analysis.metric.ClassificationMetrics;
import downhill.data.Prepared;
import downhill.ui.fit.Judged;
import downhill.ui.i18n.Numbers;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;

/**
 * A column of the table.
 *
 * @param key   message key of its title
 * @param value of a contender; NaN where there is none
 * @param words how it is written
 */
record Measure(String key, ToDoubleFunction<Judged> value, DoubleFunction<String> words) {
    private static final List<Measure> REGRESSION = List.of(
            new Measure("metrics.mse", one -> one.regression().mse(), Numbers::format),
            new Measure("metrics.rmse", one -> one.regression().rmse(), Numbers::format),
            new Measure("metrics.mae", one -> one.regression().mae(), Numbers::format),
            new Measure("metrics.r2", one -> one.regression().r2(), Measure::share));
    /** Of a target that is a date. */
    private static final List<Measure> DAYS = List.of(
            new Measure("metrics.mse.days", one -> one.regression().mse(), Numbers::format),
            new Measure("metrics.rmse.days", one -> one.regression().rmse(), Numbers::format),
            new Measure("metrics.mae.days", one -> one.regression().mae(), Numbers::format),
            new Measure("metrics.r2", one -> one.regression().r2(), Measure::share));
    private static final List<Measure> CLASSES = List.of(
            new Measure("metrics.accuracy", of(ClassificationMetrics::accuracy), Measure::percent),
            new Measure("metrics.balanced", of(ClassificationMetrics::balancedAccuracy), Measure::percent),
            new Measure("metrics.f1", of(ClassificationMetrics::macroF1), Measure::share),
            new Measure("metrics.auc", of(ClassificationMetrics::macroAuc), Measure::share),
            new Measure("metrics.logloss", of(ClassificationMetrics::logLoss), Numbers::format));

    static List<Measure> of(Prepared prepared) {
        if (prepared.task().isClassification()) {
            return CLASSES;
        }
        return prepared.preprocessing().predictsDates() ? DAYS : REGRESSION;
    }

    private static ToDoubleFunction<Judged> of(ToDoubleFunction<ClassificationMetrics> metric) {
        return one -> one.classes() == null ? Double.NaN : metric.applyAsDouble(one.classes());
    }

    private static String share(double value) {
        return Numbers.fixed(value, 3);
    }

    private static String percent(double value) {
        return Double.isNaN(value) ? Numbers.format(value) : Numbers.percent(value);
    }

    /** The number in words; a dash where there is none. */
    String text(Judged one) {
        double number = value.applyAsDouble(one);
        return Double.isNaN(number) ? "–" : words.apply(number);
    }
}
