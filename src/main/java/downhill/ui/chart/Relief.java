package downhill.ui.chart;

import downhill.ui.chart.shape.Landscape;

/**
 * Heights as they stand up in three dimensions: evenly between one contour level and the next, so that a narrow valley on a
 * high plain can be seen, and relief, colours and contour lines agree.
 */
final class Relief {
    private final Levels levels;
    private final double low;
    private final double high;

    Relief(Landscape landscape) {
        levels = Levels.of(landscape);
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double[] row : landscape.z()) {
            for (double z : row) {
                if (Double.isFinite(z)) {
                    least = Math.min(least, z);
                    most = Math.max(most, z);
                }
            }
        }
        low = least;
        high = most;
    }

    /** From 0 at the lowest to 1 at the highest; NaN where the height is. */
    double at(double z) {
        if (!Double.isFinite(z) || !(low < high)) {
            return Double.isFinite(z) ? 0 : Double.NaN;
        }
        double inside = Math.max(low, Math.min(high, z));
        int band = Math.min(levels.band(inside), levels.count());
        double from = band == 0 ? low : levels.value(band - 1);
        double to = band == levels.count() ? high : levels.value(band);
        double part = to > from ? (inside - from) / (to - from) : 0;
        return (band + part) / (levels.count() + 1);
    }
}
