package downhill.ui.sample;

/**
 * What a table looks like at a glance.
 *
 * @param kind   how the marks are drawn
 * @param x      across, from 0 at the left to 1
 * @param y      up, from 0 below to 1
 * @param groups of each mark: the number of its class; for pixels its darkness, 0 to 255
 */
record Sketch(Kind kind, double[] x, double[] y, int[] groups) {
    /** How marks are drawn. */
    enum Kind { DOTS, LINE, PIXELS }
}
