package downhill.data.prepare;

import downhill.data.Column;

/**
 * The two forecasts that a model of a time series must beat (Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 5.2).
 * Values are in the units of the file.
 */
public final class Forecasts {
    private Forecasts() {
    }

    /** The last value known: that of {@code horizon} rows before each target row. */
    public static double[] lastValue(Column series, int[] targetRows, int horizon) {
        return lagged(series, targetRows, horizon);
    }

    /** The value of the same place in the last season that is fully known. */
    public static double[] seasonalNaive(Column series, int[] targetRows, int horizon, int season) {
        int seasons = (horizon + season - 1) / season;
        return lagged(series, targetRows, seasons * season);
    }

    private static double[] lagged(Column series, int[] targetRows, int lag) {
        double[] forecast = new double[targetRows.length];
        for (int i = 0; i < forecast.length; i++) {
            int row = targetRows[i] - lag;
            forecast[i] = row < 0 ? Double.NaN : series.number(row);
        }
        return forecast;
    }
}
