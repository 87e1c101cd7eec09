package downhill.ui.chart;

import downhill.data.Visible;
import downhill.ui.chart.shape.Range;
import java.util.List;

/**
 * How a {@link LineChart} looks.
 *
 * @param xTitle words along the x axis; empty for none
 * @param yTitle words along the y axis; empty for none
 * @param log whether y has a scale of equal ratios
 * @param smoothing share of the past in the smoothed line, 0 (none) to 0.999
 * @param xRange the x shown where nothing is zoomed; null for all of the data
 * @param yRange the y shown where nothing is zoomed; null for all of the data
 * @param step a step to point at by a dotted line; NaN for none
 * @param notes remarks along x
 * @param wholeX whether only whole x have marks, as for steps
 * @param compact for small multiples: no axis titles, fewer marks, no labels at line ends
 * @param level a y that curves are held against; null for none
 */
public record LineOptions(String xTitle, String yTitle, boolean log, double smoothing, Range xRange, Range yRange, double step,
                          List<Note> notes, boolean wholeX, boolean compact, Level level) {
    /**
     * A line across.
     *
     * @param y    where
     * @param text its words, at its left end
     */
    public record Level(double y, String text) {
    }

    /** Linear, unsmoothed, all data, no titles. */
    public static final LineOptions PLAIN = new LineOptions("", "", false, 0, null, null, Double.NaN, List.of(), true, false,
            null);

    /** Copies the notes. */
    public LineOptions {
        xTitle = Visible.line(xTitle);
        yTitle = Visible.line(yTitle);
        notes = List.copyOf(notes);
        if (!(smoothing >= 0 && smoothing < 1)) {
            throw new IllegalArgumentException("Smoothing is from 0 to below 1, not " + smoothing);
        }
    }

    /** With these axis titles. */
    public LineOptions titled(String x, String y) {
        return new LineOptions(x, y, log, smoothing, xRange, yRange, step, notes, wholeX, compact, level);
    }

    /** With a scale of equal ratios or not. */
    public LineOptions log(boolean on) {
        return new LineOptions(xTitle, yTitle, on, smoothing, xRange, yRange, step, notes, wholeX, compact, level);
    }

    /** With this smoothing. */
    public LineOptions smoothed(double weight) {
        return new LineOptions(xTitle, yTitle, log, weight, xRange, yRange, step, notes, wholeX, compact, level);
    }

    /** With these axes where nothing is zoomed; null for all of the data. */
    public LineOptions ranges(Range x, Range y) {
        return new LineOptions(xTitle, yTitle, log, smoothing, x, y, step, notes, wholeX, compact, level);
    }

    /** Pointing at a step; NaN for none. */
    public LineOptions at(double shownStep) {
        return new LineOptions(xTitle, yTitle, log, smoothing, xRange, yRange, shownStep, notes, wholeX, compact, level);
    }

    /** With these remarks. */
    public LineOptions noted(List<Note> remarks) {
        return new LineOptions(xTitle, yTitle, log, smoothing, xRange, yRange, step, remarks, wholeX, compact, level);
    }

    /** With marks at any number of x, or at whole ones only. */
    public LineOptions wholeX(boolean on) {
        return new LineOptions(xTitle, yTitle, log, smoothing, xRange, yRange, step, notes, on, compact, level);
    }

    /** For a small multiple. */
    public LineOptions compact(boolean on) {
        return new LineOptions(xTitle, yTitle, log, smoothing, xRange, yRange, step, notes, wholeX, on, level);
    }

    /** With a line across. */
    public LineOptions level(double y, String text) {
        return new LineOptions(xTitle, yTitle, log, smoothing, xRange, yRange, step, notes, wholeX, compact, new Level(y, text));
    }
}
