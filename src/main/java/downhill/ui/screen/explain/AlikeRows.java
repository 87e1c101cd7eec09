package downhill.ui.screen.explain;

import downhill.analysis.explain.ExplainedColumn;
import downhill.analysis.explain.ExplainedRows;
import java.util.List;

/**
 * Rows that the model learned from: those most like one row, or those that stand for all.
 *
 * @param asked   which model
 * @param columns the features
 * @param found   the row itself and those like it, the nearest first; or prototypes, then criticisms
 * @param usual   how far rows are from their nearest, 19 of 20 of them; NaN of prototypes
 * @param gap     between all rows and the prototypes, the maximum mean discrepancy; NaN of rows that are alike
 * @param drawn   rows that were looked at
 */
record AlikeRows(Asked asked, List<ExplainedColumn> columns, List<One> found, double usual, double gap, int drawn) {
    /** Why a row is among them. */
    enum Kind { OWN, NEAR, PROTOTYPE, CRITICISM }

    /**
     * One row.
     *
     * @param row    what is said of it
     * @param values alone, as the model sees it
     * @param number how far it is from the own one; for how many rows it stands; how much more common such rows are than is told
     */
    record One(Kind kind, SaidRow row, ExplainedRows values, double number) {
    }

    AlikeRows {
        columns = List.copyOf(columns);
        found = List.copyOf(found);
    }

    /** Whether the row is farther from all than rows are from each other. */
    boolean isUnlike() {
        return found.size() > 1 && found.get(1).number() > usual;
    }
}
