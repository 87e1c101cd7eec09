package downhill.ui.screen.explain;

import downhill.analysis.explain.ExplainedColumn;
import downhill.analysis.explain.ExplainedRows;
import java.util.List;

/**
 * What is said of one row, as it is in the data or as a person has changed it, and why.
 *
 * @param asked    which model
 * @param row     alone
 * @param changed  whether a person has changed it
 * @param columns  the features
 * @param why      base, shares of the columns, and what is said
 * @param along    what would be said along the feature that is chosen
 */
record Probe(Asked asked, ExplainedRows row, boolean changed, List<ExplainedColumn> columns, Why why, Along along) {
    /**
     * Why it is said.
     *
     * @param base   what is said on average over the background
     * @param shares of each column; base and shares together are what is said
     * @param said   in the unit of what is predicted
     * @param noise  greatest standard error of a share; 0 where they are exact
     */
    record Why(double base, double[] shares, double said, double noise) {
    }

    /**
     * One row's own line.
     *
     * @param column name of the feature
     * @param x      values of it
     * @param said   where it has each of them
     */
    record Along(String column, double[] x, double[] said) {
    }

    Probe {
        columns = List.copyOf(columns);
    }

    /** Row of the table, from 0. */
    int tableRow() {
        return row.sourceRows()[0];
    }

    /** As the model sees it [size]. */
    double[] values() {
        return row.values();
    }
}
