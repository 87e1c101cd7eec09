package downhill.ui.theme;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The colours of a theme, for charts; the style sheets hold the same values for controls.
 *
 * @param dark whether the ground is dark
 * @param page behind the panels
 * @param panel of cards and charts
 * @param line borders and grid
 * @param text words and numbers
 * @param secondary less important words
 * @param accent links, the chosen, the primary action
 * @param good success
 * @param warning something to look at
 * @param danger something wrong
 * @param contenders one style for each of the first contenders, in order
 * @param deep lowest band of a landscape
 * @param high highest band of a landscape
 * @param contour contour lines of a landscape
 */
public record Palette(boolean dark, Colour page, Colour panel, Colour line, Colour text, Colour secondary, Colour accent,
                      Colour good, Colour warning, Colour danger, List<ContenderStyle> contenders,
                      Colour deep, Colour high, Colour contour) {
    /** Least contrast of words on a panel. */
    public static final double LEGIBLE = 4.5;

    /** Least contrast of a line that has to be followed (WCAG 2.1, 1.4.11). */
    public static final double VISIBLE = 3;

    /** Okabe and Ito's six, then six that stay apart from those with the same dashes for people who see no red or no green too. */
    private static final List<String> HUES = List.of("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9",
            "#1A590D", "#2020DF", "#754238", "#38756B", "#A1368F", "#756B38");
    /** Only after so many do colour and dashes come together again. */
    private static final int ROUND = 24;

    /** On a light ground. */
    public static final Palette LIGHT = new Palette(false, Colour.of("#F6F7F9"), Colour.of("#FFFFFF"), Colour.of("#E3E6EA"),
            Colour.of("#1F2328"), Colour.of("#656D76"), Colour.of("#0969DA"), Colour.of("#1A7F37"), Colour.of("#9A6700"),
            Colour.of("#CF222E"), styles(Colour.of("#FFFFFF"), false),
            Colour.of("#C9DEEE"), Colour.of("#FAFAFA"), Colour.of("#9FB3C4"));

    /** On a dark ground. */
    public static final Palette DARK = new Palette(true, Colour.of("#0D1117"), Colour.of("#161B22"), Colour.of("#2B323B"),
            Colour.of("#E6EDF3"), Colour.of("#8D96A0"), Colour.of("#4493F8"), Colour.of("#3FB950"), Colour.of("#D29922"),
            Colour.of("#F85149"), styles(Colour.of("#161B22"), true),
            Colour.of("#10243C"), Colour.of("#34455C"), Colour.of("#64799A"));

    /** The style of contender {@code index} (0 and up): twelve colours times eight line styles before one repeats. */
    public ContenderStyle contender(int index) {
        ContenderStyle own = contenders.get(Math.floorMod(index, contenders.size()));
        Dash dash = dash(index);
        return own.dash() == dash ? own : new ContenderStyle(own.line(), own.text(), dash);
    }

    private static Dash dash(int index) {
        Dash[] dashes = Dash.values();
        return dashes[Math.floorMod(index + Math.floorDiv(index, ROUND), dashes.length)];
    }

    private static List<ContenderStyle> styles(Colour panel, boolean lighten) {
        return IntStream.range(0, HUES.size()).mapToObj(i -> style(Colour.of(HUES.get(i)), panel, lighten, dash(i))).toList();
    }

    private static ContenderStyle style(Colour hue, Colour panel, boolean lighten, Dash dash) {
        Colour legible = hue.legibleOn(panel, LEGIBLE);
        return new ContenderStyle(lighten ? legible : hue.legibleOn(panel, VISIBLE), legible, dash);
    }
}
