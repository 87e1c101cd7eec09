package downhill.cli;

import downhill.words.Said;
import java.util.List;

/** What a picture of an explanation shows. */
public sealed interface ExplainChart {
    /**
     * One bar for each name, the first at the top.
     *
     * @param title  words along the values
     * @param values where each ends
     * @param low    of the interval of each; NaN for none
     * @param high   of it
     */
    record Bars(Said title, List<String> names, double[] values, double[] low, double[] high) implements ExplainChart {
    }

    /**
     * Lines over numbers.
     *
     * @param x     words along the bottom
     * @param y     words along the side
     * @param lines the first below the others
     * @param ticks where rows are, along the bottom
     * @param dates whether x are dates, in days since 1970-01-01
     */
    record Lines(Said x, Said y, List<Line> lines, double[] ticks, boolean dates) implements ExplainChart {
    }

    /**
     * A line.
     *
     * @param name   of it; empty where it is one of many that are not named
     * @param style  number of its colour; −1 for the thin line of a single row
     */
    record Line(String name, double[] x, double[] y, int style) {
    }
}
