package downhill.lesson;

import java.util.List;

/**
 * What a lesson shows, small: lines recorded of its races.
 *
 * @param lines in the order in which they are drawn
 */
public record Picture(List<Line> lines) {
    /** Of a line that is nobody's: a bound, or what the others are compared with. */
    public static final int NOBODY = -1;

    public Picture {
        lines = List.copyOf(lines);
    }

    /**
     * A line.
     *
     * @param style of the contender whose line it is, or {@link #NOBODY}
     * @param x     across, from 0 at the left to 1
     * @param y     up, from 0 below to 1
     */
    public record Line(int style, double[] x, double[] y) {
    }
}
