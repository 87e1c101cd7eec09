package downhill.ui.fit;

import downhill.data.Visible;
import downhill.ui.chart.PlotPicture;
import downhill.ui.chart.TilePicture;

/**
 * One picture with its heading.
 *
 * @param id      tells panels apart; that of a contender, or a word
 * @param name    heading
 * @param style   contender whose colour the heading has; −1 for none
 * @param caption at the right of the heading; may be empty
 * @param plot    the picture, or null
 * @param tiles   the picture, or null; with neither, {@code empty} is shown
 * @param empty   why there is no picture
 */
public record Panel(String id, String name, int style, String caption, PlotPicture plot, TilePicture tiles, String empty) {
    public Panel {
        name = Visible.line(name);
        caption = Visible.line(caption);
    }

    /** With a plot. */
    public static Panel of(String id, String name, int style, String caption, PlotPicture plot) {
        return new Panel(id, name, style, caption, plot, null, "");
    }

    /** With tiles. */
    public static Panel of(String id, String name, int style, String caption, TilePicture tiles) {
        return new Panel(id, name, style, caption, null, tiles, "");
    }

    /** Without a picture. */
    public static Panel none(String id, String name, int style, String why) {
        return new Panel(id, name, style, "", null, null, why);
    }
}
