package downhill.ui.screen.metrics;

import java.util.List;

/** What is drawn below the table. */
enum Look {
    CONFUSION, ROC, PRECISION_RECALL, PREDICTED, RESIDUALS;

    static List<Look> of(boolean classes) {
        return classes ? List.of(CONFUSION, ROC, PRECISION_RECALL) : List.of(PREDICTED, RESIDUALS);
    }
}
