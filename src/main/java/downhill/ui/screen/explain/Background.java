package downhill.ui.screen.explain;

import downhill.analysis.explain.Shap;

/** With how many rows a model is compared, so that one row is explained while a hand moves a slider. */
final class Background {
    private static final int MOST = 100;
    private static final int LEAST = 10;
    /** Answers of a model that one row may cost. */
    private static final int COST = 1 << 17;

    private Background() {
    }

    /** Rows that a model of so many columns is compared with. */
    static int rows(int columns) {
        return (int) Math.max(LEAST, Math.min(MOST, COST / answers(columns, 1)));
    }

    /** Answers that one row costs at most. */
    static long answers(int columns, int behind) {
        long each = columns <= Shap.EXACT_COLUMNS ? 1L << columns : (2L * columns + 1) * Shap.ROUNDS;
        return each * behind;
    }
}
