package downhill.ui.chart;

import downhill.data.Visible;
import downhill.ui.chart.shape.Landscape;
import downhill.ui.chart.shape.Points;
import downhill.ui.chart.shape.Range;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a {@link PlotChart} shows: regions or a landscape at the bottom, then dots, then lines.
 *
 * @param xTitle  words along x; empty for none
 * @param yTitle  words along y; empty for none
 * @param x       shown where nothing is zoomed
 * @param y       shown where nothing is zoomed
 * @param lines   curves; later ones lie above
 * @param dots    data
 * @param regions which class has the most at each point; null for none
 * @param ground  heights; null for none
 * @param keys    who is who, written above the plot; may be empty
 * @param xMarks  what the numbers along x are
 * @param yMarks  what those along y are
 * @param yLog   whether equal ratios along y have equal lengths; its range is above 0 then
 * @param summary what is shown, in words
 */
public record PlotPicture(String xTitle, String yTitle, Range x, Range y, List<Line> lines, List<Dots> dots, Regions regions,
                          Landscape ground, List<PlotKey> keys, Marks xMarks, Marks yMarks, boolean yLog, String summary) {
    /** How a line is drawn. */
    public enum Stroke {
        /** In the colour and line style of the contender or class {@code style}. */
        OWN,
        /** The same, thinner and fainter: a part of what such a line is the whole of. */
        THIN,
        /** In the colour of words, as what was measured. */
        MEASURED,
        /** Thin and dashed, as what something is compared with. */
        REFERENCE,
        /** Thin and dotted. */
        SECOND_REFERENCE
    }

    /**
     * A curve.
     *
     * @param points in the order in which they are joined
     * @param style  index of the contender or class; unused for references
     * @param stroke how it is drawn
     */
    public record Line(Points points, int style, Stroke stroke) {
        /** Whether it is of a contender or class. */
        boolean isOwn() {
            return stroke == Stroke.OWN || stroke == Stroke.THIN;
        }
    }

    /**
     * Data points.
     *
     * @param x     where
     * @param y     where
     * @param group class of each, which gives its colour and its shape; null for none
     * @param style colour where there are no classes; −1 for that of less important words
     * @param rows  of the table, from 0, that they stand for, so that a person can choose one; null where they stand for none
     */
    public record Dots(double[] x, double[] y, int[] group, int style, int[] rows) {
        /** That stand for no rows. */
        public Dots(double[] x, double[] y, int[] group, int style) {
            this(x, y, group, style, null);
        }

        /** The place among them of a row; −1 where it is not among them. */
        int place(int row) {
            return rows == null ? -1 : IntStream.range(0, rows.length).filter(i -> rows[i] == row).findFirst().orElse(-1);
        }
    }

    public PlotPicture {
        xTitle = Visible.line(xTitle);
        yTitle = Visible.line(yTitle);
        summary = Visible.text(summary);
        lines = List.copyOf(lines);
        dots = List.copyOf(dots);
        keys = List.copyOf(keys);
    }

    /** Axes without anything yet. */
    public static PlotPicture of(String xTitle, String yTitle, Range x, Range y) {
        return new PlotPicture(xTitle, yTitle, x, y, List.of(), List.of(), null, null, List.of(), Marks.NUMBERS, Marks.NUMBERS, false, "");
    }

    /** With curves. */
    public PlotPicture lines(List<Line> curves) {
        return new PlotPicture(xTitle, yTitle, x, y, curves, dots, regions, ground, keys, xMarks, yMarks, yLog, summary);
    }

    /** With data. */
    public PlotPicture dots(List<Dots> data) {
        return new PlotPicture(xTitle, yTitle, x, y, lines, data, regions, ground, keys, xMarks, yMarks, yLog, summary);
    }

    /** Above regions of classes. */
    public PlotPicture over(Regions classes) {
        return new PlotPicture(xTitle, yTitle, x, y, lines, dots, classes, ground, keys, xMarks, yMarks, yLog, summary);
    }

    /** Above heights. */
    public PlotPicture over(Landscape heights) {
        return new PlotPicture(xTitle, yTitle, x, y, lines, dots, regions, heights, keys, xMarks, yMarks, yLog, summary);
    }

    /** With a key above the plot. */
    public PlotPicture keyed(List<PlotKey> who) {
        return new PlotPicture(xTitle, yTitle, x, y, lines, dots, regions, ground, who, xMarks, yMarks, yLog, summary);
    }

    /** With axes marked so. */
    public PlotPicture marked(Marks alongX, Marks alongY) {
        return new PlotPicture(xTitle, yTitle, x, y, lines, dots, regions, ground, keys, alongX, alongY, yLog, summary);
    }

    /** With equal ratios of equal length along y, where that is wanted. */
    public PlotPicture logUpwards(boolean on) {
        return new PlotPicture(xTitle, yTitle, x, y, lines, dots, regions, ground, keys, xMarks, yMarks, on, summary);
    }

    /** Without words along the axes and without a key: for a small panel. */
    public PlotPicture bare() {
        return new PlotPicture("", "", x, y, lines, dots, regions, ground, List.of(), xMarks, yMarks, yLog, summary);
    }

    /** Told in these words. */
    public PlotPicture told(String words) {
        return new PlotPicture(xTitle, yTitle, x, y, lines, dots, regions, ground, keys, xMarks, yMarks, yLog, words);
    }
}
