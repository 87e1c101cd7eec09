package downhill.ui.chart;

import downhill.data.Visible;

/**
 * One entry of a key.
 *
 * @param name  words
 * @param style index of the contender or class
 * @param kind  what its sample looks like
 */
public record PlotKey(String name, int style, Kind kind) {
    public PlotKey {
        name = Visible.line(name);
    }

    /** What a sample looks like. */
    public enum Kind {
        LINE, THIN, MEASURED, REFERENCE, SECOND_REFERENCE, GLYPH, DOT, /** Words only: what the numbers behind it are. */ HEADING
    }
}
