package downhill.ui.theme;

import java.util.List;
import java.util.stream.Stream;

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

    private static final List<String> HUES = List.of("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9");

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

    /** The style of contender {@code index} (0 and up): six colours times six line styles before one repeats. */
    public ContenderStyle contender(int index) {
        int count = contenders.size();
        ContenderStyle own = contenders.get(Math.floorMod(index, count));
        Dash[] dashes = Dash.values();
        int turn = Math.floorDiv(index, count);
        return turn == 0 ? own : new ContenderStyle(own.line(), own.text(), dashes[Math.floorMod(index + turn, dashes.length)]);
    }

    private static List<ContenderStyle> styles(Colour panel, boolean lighten) {
        Dash[] dashes = Dash.values();
        return Stream.iterate(0, i -> i + 1).limit(HUES.size())
                .map(i -> style(Colour.of(HUES.get(i)), panel, lighten, dashes[i % dashes.length])).toList();
    }

    private static ContenderStyle style(Colour hue, Colour panel, boolean lighten, Dash dash) {
        Colour legible = hue.legibleOn(panel, LEGIBLE);
        return new ContenderStyle(lighten ? legible : hue, legible, dash);
    }
}
