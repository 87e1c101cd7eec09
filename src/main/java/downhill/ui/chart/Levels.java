package downhill.ui.chart;

import downhill.ui.chart.shape.Landscape;
import downhill.ui.chart.shape.Range;
import java.util.Arrays;

/** The heights that separate a landscape's bands, at numbers people read. */
public final class Levels {
    private static final int MOST = 14;
    /** Where the median lies below this share of the height, equal differences would leave the valley without a line. */
    private static final double SKEWED = 0.15;
    private static final double DECADES_SHOWN = 4;

    private final double[] values;

    private Levels(double[] values) {
        this.values = values;
    }

    public static Levels of(Landscape landscape) {
        double[] heights = Arrays.stream(landscape.z()).flatMapToDouble(Arrays::stream).filter(Double::isFinite).sorted().toArray();
        if (heights.length == 0 || heights[0] == heights[heights.length - 1]) {
            return new Levels(new double[0]);
        }
        double low = heights[0];
        double high = heights[heights.length - 1];
        boolean log = switch (landscape.spacing()) {
            case LINEAR, DATES -> false;
            case LOG -> true;
            case AUTO -> (heights[heights.length / 2] - low) / (high - low) < SKEWED;
        };
        return new Levels(log ? ratios(low, high) : steps(landscape.spacing(), low, high));
    }

    private static double[] steps(Landscape.Spacing spacing, double low, double high) {
        return within(Ticks.of(Marks.of(spacing == Landscape.Spacing.DATES), new Range(low, high), MOST).stream()
                .mapToDouble(Ticks.Tick::value), low, high);
    }

    /** Heights above the lowest point that grow as 1, 2, 5, and are rounded; around zero those numbers themselves. */
    private static double[] ratios(double low, double high) {
        double base = low > 0 && low < high * 0.01 || Math.abs(low) < 1e-6 * high ? 0 : low;
        double least = Math.max(low - base, (high - base) * Math.pow(10, -DECADES_SHOWN));
        double finest = least > 0 ? least : (high - base) * 1e-4;
        return within(Ticks.log(new Range(finest, high - base), MOST).stream()
                .mapToDouble(tick -> base == 0 ? tick.value() : round(base + tick.value(), tick.value())), low, high);
    }

    /** To half of a leading 1 or 2 of the height above the lowest point, and a fifth of a leading 5: neighbours stay apart. */
    private static double round(double value, double above) {
        double power = Math.pow(10, Math.floor(Math.log10(above) + 1e-9));
        double unit = above / power > 3 ? power : power / 2;
        return Math.round(value / unit) * unit;
    }

    private static double[] within(java.util.stream.DoubleStream values, double low, double high) {
        return values.filter(value -> value > low && value < high).toArray();
    }

    public int count() {
        return values.length;
    }

    public double value(int i) {
        return values[i];
    }

    /** Which band {@code height} is in: 0 is the lowest, {@link #count()} the highest. */
    public int band(double height) {
        int at = Arrays.binarySearch(values, height);
        return at >= 0 ? at + 1 : -at - 1;
    }
}
