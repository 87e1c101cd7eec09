package downhill.analysis.fit;

import downhill.analysis.metric.RegressionMetrics;
import downhill.data.Examples;
import downhill.data.SequenceSpec;
import downhill.data.prepare.Prepared;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Forecasts beside what happened, in the target's own units, one entry for each target row in the order of time; and the two
 * forecasts that a model must beat (Hyndman &amp; Athanasopoulos, Forecasting: Principles and Practice, 5.2). A baseline whose
 * past value is not among the prepared rows is NaN there.
 *
 * @param rows          row of the table, from 0
 * @param lastValue     the value known when the forecast was made
 * @param seasonalNaive the value of the same place in the last season fully known; NaN everywhere without a season
 * @param weights       what each row counts for; empty where all count the same
 */
public record Forecast(int[] rows, double[] actual, double[] predicted, double[] lastValue, double[] seasonalNaive,
                       double[] weights) {

    /**
     * Puts the baselines beside a model's forecasts.
     *
     * @param season rows in a season, or 0 for none
     */
    static Forecast of(Prepared prepared, Residuals residuals, int season) {
        SequenceSpec sequence = prepared.preprocessing().sequence();
        if (sequence == null) {
            throw new RefusedException(Said.of("forecast.only"));
        }
        Map<Integer, Double> known = new HashMap<>();
        remember(prepared, prepared.training(), known);
        remember(prepared, prepared.validation(), known);
        int[] order = IntStream.range(0, residuals.actual().length).boxed()
                .sorted((a, b) -> Integer.compare(residuals.sourceRows()[a], residuals.sourceRows()[b]))
                .mapToInt(Integer::intValue).toArray();
        int[] rows = IntStream.of(order).map(i -> residuals.sourceRows()[i]).toArray();
        int seasons = season == 0 ? 0 : (sequence.horizon() + season - 1) / season;
        return new Forecast(rows, picked(residuals.actual(), order), picked(residuals.predicted(), order),
                lagged(known, rows, sequence.horizon()), lagged(known, rows, seasons * season),
                residuals.weights().length == 0 ? new double[0] : picked(residuals.weights(), order));
    }

    private static void remember(Prepared prepared, Examples examples, Map<Integer, Double> known) {
        double[] values = prepared.preprocessing().decode(examples.targets(), examples);
        for (int i = 0; i < examples.count(); i++) {
            known.put(examples.sourceRows()[i], values[i]);
        }
    }

    private static double[] picked(double[] values, int[] order) {
        return IntStream.of(order).mapToDouble(i -> values[i]).toArray();
    }

    /** A lag of 0 stands for no forecast. */
    private static double[] lagged(Map<Integer, Double> known, int[] rows, int lag) {
        return IntStream.of(rows).mapToDouble(row -> lag == 0 ? Double.NaN : known.getOrDefault(row - lag, Double.NaN)).toArray();
    }

    /** Of the model, on all rows. */
    public RegressionMetrics metrics() {
        return RegressionMetrics.of(predicted, actual, weights);
    }

    /** Of the last value, on the rows where there is one. */
    public RegressionMetrics lastValueMetrics() {
        return whereKnown(lastValue);
    }

    /** Of the seasonal forecast, on the rows where there is one. */
    public RegressionMetrics seasonalNaiveMetrics() {
        return whereKnown(seasonalNaive);
    }

    private RegressionMetrics whereKnown(double[] forecast) {
        int[] rowsKnown = IntStream.range(0, forecast.length).filter(i -> !Double.isNaN(forecast[i])).toArray();
        return RegressionMetrics.of(picked(forecast, rowsKnown), picked(actual, rowsKnown),
                weights.length == 0 ? weights : picked(weights, rowsKnown));
    }
}
