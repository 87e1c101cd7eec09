package downhill.ui.chart.shape;

/**
 * From values to pixels and back along one axis.
 *
 * @param range the values shown
 * @param log whether equal ratios have equal lengths
 * @param from the pixel of the low end
 * @param to the pixel of the high end
 */
public record AxisScale(Range range, boolean log, double from, double to) {
    private static final double FINEST = 1e-9;
    private static final double WIDEST = 1e150;

    /** The same on a chart drawn {@code times} as large. */
    AxisScale scaled(double times) {
        return new AxisScale(range, log, from * times, to * times);
    }

    /** The pixel of {@code value}. */
    public double toPixel(double value) {
        double low = forward(range.low());
        return from + (forward(value) - low) / (forward(range.high()) - low) * (to - from);
    }

    /** The value at {@code pixel}. */
    public double toValue(double pixel) {
        double low = forward(range.low());
        double share = (pixel - from) / (to - from);
        double value = low + share * (forward(range.high()) - low);
        return log ? Math.pow(10, value) : value;
    }

    /** The range after zooming by {@code factor} (below 1: nearer) around {@code pixel}. */
    public Range zoomed(double pixel, double factor) {
        return orThis(toValue(pixel + (from - pixel) * factor), toValue(pixel + (to - pixel) * factor));
    }

    /** The range after dragging by {@code pixels}. */
    public Range panned(double pixels) {
        return orThis(toValue(from - pixels), toValue(to - pixels));
    }

    /** The range asked for, unless it is finer or wider than numbers go. */
    private Range orThis(double low, double high) {
        double size = Math.max(Math.abs(low), Math.abs(high));
        boolean usable = high - low > size * FINEST && size < WIDEST && (!log || low > 1 / WIDEST);
        return usable ? new Range(low, high) : range;
    }

    private double forward(double value) {
        return log ? Math.log10(value) : value;
    }
}
