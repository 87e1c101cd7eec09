package downhill.analysis.fit;

/** How many rows a season of a time series has, where the data tell. */
public final class Season {
    /** Below this a peak of the autocorrelation is taken for chance. */
    private static final double CLEAR = 0.3;

    private Season() {
    }

    /**
     * The lag from 2 to a third of the series at which the autocorrelation of the series without its straight trend has its
     * highest local peak.
     *
     * @param values none missing
     * @return rows in a season; 0 where no peak reaches 0.3
     */
    public static int of(double[] values) {
        double[] rest = withoutTrend(values);
        int most = values.length / 3;
        int best = 0;
        for (int lag = 2; lag < most; lag++) {
            double here = correlation(rest, lag);
            boolean peak = here > correlation(rest, lag - 1) && here >= correlation(rest, lag + 1);
            if (peak && here > CLEAR && (best == 0 || here > correlation(rest, best))) {
                best = lag;
            }
        }
        return best;
    }

    private static double[] withoutTrend(double[] values) {
        int n = values.length;
        double meanX = (n - 1) / 2.0;
        double meanY = 0;
        for (double value : values) {
            meanY += value / n;
        }
        double slope = 0;
        double spread = 0;
        for (int i = 0; i < n; i++) {
            slope += (i - meanX) * (values[i] - meanY);
            spread += (i - meanX) * (i - meanX);
        }
        double[] rest = new double[n];
        for (int i = 0; i < n; i++) {
            rest[i] = values[i] - meanY - (spread > 0 ? slope / spread : 0) * (i - meanX);
        }
        return rest;
    }

    private static double correlation(double[] values, int lag) {
        double product = 0;
        double square = 0;
        for (int i = 0; i < values.length; i++) {
            square += values[i] * values[i];
            product += i >= lag ? values[i] * values[i - lag] : 0;
        }
        return square > 0 ? product / square : 0;
    }
}
