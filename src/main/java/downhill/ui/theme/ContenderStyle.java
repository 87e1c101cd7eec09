package downhill.ui.theme;

/**
 * How a contender is told from the others: by colour and by line style, never by colour alone.
 *
 * @param line colour of its lines and heads
 * @param text its colour for words, with a contrast of at least 4.5:1 on a panel
 * @param dash style of its lines
 */
public record ContenderStyle(Colour line, Colour text, Dash dash) {
}
