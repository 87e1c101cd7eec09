package downhill.ui.screen.metrics;

import downhill.analysis.metric.ClassificationMetrics;
import downhill.analysis.metric.RegressionMetrics;
import downhill.data.prepare.Prepared;
import downhill.race.Spread;
import downhill.ui.fit.Judged;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.Function;

/**
 * A column of the table.
 *
 * @param key    message key of its title
 * @param spread of a contender over its seeds; null where there is none
 * @param words  how its numbers are written
 */
record Measure(String key, Function<Judged, Spread> spread, DoubleFunction<String> words) {
    private static final List<Measure> REGRESSION = List.of(
            new Measure("metrics.mse", one -> one.regression(RegressionMetrics::mse), Numbers::format),
            new Measure("metrics.rmse", one -> one.regression(RegressionMetrics::rmse), Numbers::format),
            new Measure("metrics.mae", one -> one.regression(RegressionMetrics::mae), Numbers::format),
            new Measure("metrics.r2", one -> one.regression(RegressionMetrics::r2), Numbers::format));
    /** Of a target that is a date. */
    private static final List<Measure> DAYS = List.of(
            new Measure("metrics.mse.days", one -> one.regression(RegressionMetrics::mse), Numbers::format),
            new Measure("metrics.rmse.days", one -> one.regression(RegressionMetrics::rmse), Numbers::format),
            new Measure("metrics.mae.days", one -> one.regression(RegressionMetrics::mae), Numbers::format),
            new Measure("metrics.r2", one -> one.regression(RegressionMetrics::r2), Numbers::format));
    private static final List<Measure> CLASSES = List.of(
            new Measure("metrics.accuracy", one -> one.classification(ClassificationMetrics::accuracy), Numbers::percent),
            new Measure("metrics.balanced", one -> one.classification(ClassificationMetrics::balancedAccuracy), Numbers::percent),
            new Measure("metrics.f1", one -> one.classification(ClassificationMetrics::macroF1), Numbers::format),
            new Measure("metrics.auc", one -> one.classification(ClassificationMetrics::macroAuc), Numbers::format),
            new Measure("metrics.logloss", one -> one.classification(ClassificationMetrics::logLoss), Numbers::format));

    static List<Measure> of(Prepared prepared) {
        if (prepared.task().isClassification()) {
            return CLASSES;
        }
        return prepared.preprocessing().predictsDates() ? DAYS : REGRESSION;
    }

    /** The mean over the seeds; NaN where there is none. */
    double value(Judged one) {
        Spread found = spread.apply(one);
        return found == null ? Double.NaN : found.mean();
    }

    /** The mean in words, with its standard deviation where there are several seeds; a dash where there is none. */
    String text(Judged one) {
        Spread found = spread.apply(one);
        if (found == null || Double.isNaN(found.mean())) {
            return "–";
        }
        return one.each().size() < 2 ? words.apply(found.mean())
                : Messages.text("number.spread", words.apply(found.mean()), words.apply(found.deviation()));
    }
}
