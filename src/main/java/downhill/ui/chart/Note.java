package downhill.ui.chart;

import downhill.data.Visible;

/**
 * A remark at a place of the x axis, such as "η 0.05 → 0.2 at 240".
 *
 * @param x where
 * @param text the words; may be empty
 * @param style index of the contender it concerns, or -1 for all
 */
public record Note(double x, String text, int style) {
    public Note {
        text = Visible.line(text);
    }
}
