package downhill.ui.chart;

import downhill.ui.chart.shape.Range;

/**
 * How a {@link PlaneChart} looks.
 *
 * @param xTitle words along x; empty for none
 * @param yTitle words along y; empty for none
 * @param x shown where nothing is zoomed; null for the landscape, or without one for all paths
 * @param y shown where nothing is zoomed; null for the landscape, or without one for all paths
 * @param equal whether a unit is as long across as upwards
 * @param compact for small multiples: no axes, no names, no contour labels
 */
public record PlaneOptions(String xTitle, String yTitle, Range x, Range y, boolean equal, boolean compact) {
    /** Everything shown, no titles. */
    public static final PlaneOptions PLAIN = new PlaneOptions("", "", null, null, false, false);
    /** For small multiples. */
    public static final PlaneOptions SMALL = new PlaneOptions("", "", null, null, false, true);

    /** With axis titles. */
    public PlaneOptions titled(String across, String up) {
        return new PlaneOptions(across, up, x, y, equal, compact);
    }

    /** With the same part of the plane as others. */
    public PlaneOptions ranges(Range across, Range up) {
        return new PlaneOptions(xTitle, yTitle, across, up, equal, compact);
    }

    /** With equal units. */
    public PlaneOptions equalUnits(boolean on) {
        return new PlaneOptions(xTitle, yTitle, x, y, on, compact);
    }
}
