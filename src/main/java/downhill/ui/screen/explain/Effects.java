package downhill.ui.screen.explain;

import downhill.analysis.explain.Effect;
import downhill.analysis.explain.ExplainedColumn;
import downhill.words.Said;

/**
 * How what is said changes with one column.
 *
 * @param asked  which model
 * @param column the feature
 * @param x      values of it, increasing; of labels their indices
 * @param mean   what is said on average where the column has each value; or of accumulated effects their curve
 * @param lines  [row][value] of some rows; empty where there are none
 * @param of     for each line, the row of the table it belongs to
 * @param there  values that rows have, in order
 * @param local  whether the curve is of accumulated local effects
 * @param trend  which way the curve goes; null of labels, which have no order, and where there is none
 * @param refused why there is none; null where there is one
 */
record Effects(Asked asked, ExplainedColumn column, double[] x, double[] mean, double[][] lines, int[] of, double[] there,
               boolean local, Effect.Trend trend, Said refused) {
}
