package downhill.ui.chart;

import downhill.data.Visible;
import downhill.ui.chart.shape.Band;
import downhill.ui.chart.shape.Points;

/**
 * One curve of a {@link LineChart}.
 *
 * @param name its label at the line's end; empty for none
 * @param points the curve as measured
 * @param style index of the contender whose colour and line style it has
 * @param role what it is to that contender
 * @param diverged whether it ended because it diverged: marked × at its last finite point
 * @param muted whether it is drawn faintly and without label
 * @param band from the least to the greatest of several runs whose mean it is; null for none
 * @param told what is read out instead of its points; null for these
 * @param best x of the best validation, marked on the line; NaN for none
 */
public record SeriesData(String name, Points points, int style, Role role, boolean diverged, boolean muted, Band band, StepReadout told,
                         double best) {
    public SeriesData {
        name = Visible.line(name);
    }

    /** What a curve is to its contender. */
    public enum Role {
        /** The main line, smoothed where the chart is told to. */
        MAIN,
        /** A faint line of a race that is over, smoothed and named as a main one, and not read out. */
        EARLIER,
        /** A thinner, never smoothed line without label, such as the validation loss. */
        SECOND
    }

    /** A main line. */
    public static SeriesData main(String name, Points points, int style) {
        return new SeriesData(name, points, style, Role.MAIN, false, false, null, null, Double.NaN);
    }

    /** A line of an earlier race. */
    public static SeriesData earlier(String name, Points points, int style) {
        return new SeriesData(name, points, style, Role.EARLIER, false, false, null, null, Double.NaN);
    }

    /** A thinner second line of the same contender. */
    public static SeriesData second(String name, Points points, int style) {
        return new SeriesData(name, points, style, Role.SECOND, false, false, null, null, Double.NaN);
    }

    /** The same, marked as diverged. */
    public SeriesData asDiverged() {
        return new SeriesData(name, points, style, role, true, muted, band, told, best);
    }

    /** The same, drawn faintly. */
    public SeriesData asMuted() {
        return new SeriesData(name, points, style, role, diverged, true, band, told, best);
    }

    /** The same, of which something else is read out than its points. */
    public SeriesData telling(StepReadout values) {
        return new SeriesData(name, points, style, role, diverged, muted, band, values, best);
    }

    /** The same with a band behind it, which is drawn instead of the noise of single points. */
    public SeriesData within(Band range) {
        return new SeriesData(name, points, style, role, diverged, muted, range, told, best);
    }

    /** The same with a mark at the best validation, NaN for none. */
    public SeriesData marked(double x) {
        return new SeriesData(name, points, style, role, diverged, muted, band, told, x);
    }
}
