package downhill.ui.chart;

/**
 * From values to pixels and back along one axis.
 *
 * @param range the values shown
 * @param log whether equal ratios have equal lengths
 * @param from the pixel of the low end
 * @param to the pixel of the high end
 */
public record AxisScale(Range range, boolean log, double from, double to) {
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
        return new Range(toValue(pixel + (from - pixel) * factor), toValue(pixel + (to - pixel) * factor));
    }

    /** The range after dragging by {@code pixels}. */
    public Range panned(double pixels) {
        return new Range(toValue(from - pixels), toValue(to - pixels));
    }

    private double forward(double value) {
        return log ? Math.log10(value) : value;
    }
}
